/**
 * What stands within a paragraph: emphasis, code, maths and links, in one pass over the text. HTML and
 * entities are text. What is not closed is text too, so that half a text reads as well as the whole.
 */
import { frames } from './frames.ts';
import { mathsAt } from './maths-at.ts';
import { Finder, Source } from './source.ts';
import type { Line } from './source.ts';
import type { Inline, Leaf } from './tree.ts';

/** Longer labels and addresses are no links. */
const LONGEST_LABEL = 500;
const LONGEST_ADDRESS = 2_000;
/** A backslash before one of these says that it is meant as it stands. */
const ESCAPED = '*_`~$#|';

export function parseInline(lines: readonly Line[]): readonly Inline[] {
  const source = new Source(lines);
  const { text } = source;
  const finder = new Finder(text);
  const ticks = new TickRuns(text);
  const maths = mathsAt(text, finder);
  const out = frames();
  let from = 0;
  let at = 0;

  const leaf = (kind: Leaf['kind'], start: number, end: number): void => {
    if (end > start) out.add({ kind, text: text.slice(start, end), at: source.at(start) });
  };
  /** Ends the plain text that has gathered, and goes on at `to`. */
  const skip = (to: number): void => {
    leaf('text', from, at);
    from = to;
    at = to;
  };

  while (at < text.length) {
    const char = text.charAt(at);
    const begin = at;
    if (char === '\n') {
      at += 1;
      // A leaf never reaches over a line's end: the next line may stand elsewhere in the text.
      skip(at);
    } else if (char === '\\' || char === '$') {
      const found = maths(at);
      if (found !== null) {
        skip(found.end);
        const { tex, display, end } = found;
        out.add({ kind: 'maths', tex, display, source: text.slice(begin, end), at: source.at(begin) });
      } else if (char === '\\' && ESCAPED.includes(text.charAt(at + 1) || ' ')) {
        skip(at + 1);
        at += 1;
      } else at += 1;
    } else if (char === '`') {
      const { length, close } = ticks.at(at);
      if (close === null) at += length;
      else {
        skip(close + length);
        leaf('code', begin + length, close);
      }
    } else if (char === '*' || char === '_' || char === '~') {
      const run = runAt(text, at, char);
      const mark = markOf(text, at, run);
      if (mark === null) at += run;
      else {
        skip(at + run);
        out.mark({ text: text.slice(begin, begin + run), at: source.at(begin), ...mark });
      }
    } else if (char === '[') {
      const link = linkAt(text, at, finder);
      if (link === null) at += 1;
      else {
        // The picture's mark is no part of what it says.
        if (text.charAt(at - 1) === '!' && at > from) at -= 1;
        skip(link.end);
        leaf('text', begin + 1, link.label);
        leaf('address', link.label + 2, link.end - 1);
      }
    } else at += 1;
  }
  skip(at);
  return out.end();
}

function runAt(text: string, at: number, char: string): number {
  let end = at;
  while (text.charAt(end) === char) end += 1;
  return end - at;
}

/** Whether a run of stars and the like can open or close; null where it can do neither. */
function markOf(text: string, at: number, run: number): { opens: boolean; closes: boolean } | null {
  if (run > 3 || (text.charAt(at) === '~' && run !== 2)) return null;
  const before = text.charAt(at - 1);
  const after = text.charAt(at + run);
  // 3*4*5 is a product, and snake_case a name.
  if (/[\p{Script=Latin}\d]/u.test(before) && /[\p{Script=Latin}\d]/u.test(after)) return null;
  const opens = after !== '' && !/\s/.test(after);
  const closes = before !== '' && !/\s/.test(before);
  return opens || closes ? { opens, closes } : null;
}

/** `[label](address)`: where the label and the whole end. */
function linkAt(text: string, at: number, finder: Finder): { label: number; end: number } | null {
  const label = finder.next('](', at);
  if (label - at > LONGEST_LABEL) return null;
  if (text.slice(at + 1, label).includes('[')) return null;
  const close = finder.next(')', label);
  if (close - label > LONGEST_ADDRESS) return null;
  return /[\s<>]/.test(text.slice(label + 2, close)) ? null : { label, end: close + 1 };
}

/** Runs of backticks by their length, read once, when there is a first. */
class TickRuns {
  readonly #text: string;
  #places: Map<number, number[]> | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /** The run that begins here, and where the next one of its length does. */
  at(begin: number): { length: number; close: number | null } {
    const length = runAt(this.#text, begin, '`');
    const places = this.#read().get(length) ?? [];
    // Places rise with each question: the ones behind are let go.
    while ((places.at(-1) ?? Infinity) <= begin) places.pop();
    return { length, close: places.at(-1) ?? null };
  }

  #read(): Map<number, number[]> {
    if (this.#places !== null) return this.#places;
    const places = new Map<number, number[]>();
    for (let at = this.#text.indexOf('`'); at >= 0; ) {
      const length = runAt(this.#text, at, '`');
      const known = places.get(length);
      if (known === undefined) places.set(length, [at]);
      else known.push(at);
      at = this.#text.indexOf('`', at + length);
    }
    for (const known of places.values()) known.reverse();
    this.#places = places;
    return places;
  }
}
