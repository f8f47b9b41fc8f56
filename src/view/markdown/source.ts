/** A line of the text, or what is left of it behind a list's or a quote's marks. */
export interface Line {
  readonly text: string;
  /** Where it begins in the whole text. */
  readonly at: number;
}

export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    lines.push({ text: line, at });
    at += line.length + 1;
  }
  return lines;
}

export const cut = ({ text, at }: Line, from: number, to = text.length): Line => ({
  text: text.slice(from, to),
  at: at + from,
});

/** Lines joined for one reading; places in it are told as places in the whole text. */
export class Source {
  readonly text: string;
  readonly #lines: readonly Line[];
  readonly #begins: number[] = [];
  #line = 0;

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
    this.text = lines.map(({ text }) => text).join('\n');
    let begin = 0;
    for (const { text } of lines) {
      this.#begins.push(begin);
      begin += text.length + 1;
    }
  }

  /** Asked in rising order, as a reader does; else it starts again from the first line. */
  at(place: number): number {
    if (place < (this.#begins[this.#line] ?? 0)) this.#line = 0;
    while (place >= (this.#begins[this.#line + 1] ?? Infinity)) this.#line += 1;
    return (this.#lines[this.#line]?.at ?? 0) + place - (this.#begins[this.#line] ?? 0);
  }
}

/**
 * `indexOf` that never searches the same stretch twice while its places rise: what makes many openers
 * with one far closer, or none, cost no more than one pass.
 */
export class Finder {
  readonly #text: string;
  readonly #next = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  next(wanted: string, from: number): number {
    const known = this.#next.get(wanted);
    if (known !== undefined && known >= from) return known;
    const found = this.#text.indexOf(wanted, from);
    const next = found < 0 ? Infinity : found;
    this.#next.set(wanted, next);
    return next;
  }
}
