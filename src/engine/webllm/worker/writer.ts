/** Tokens to text as they come: whole characters only, and nothing of a stop string. */

/** Tokens decoded together with what comes after them, so that spaces and characters join. */
const behind = 8;

export class Writer {
  readonly #decode: (tokens: readonly number[]) => string;
  readonly #stops: readonly string[];
  /** Tokens whose text has not been settled, after the few before them. */
  #tokens: number[] = [];
  /** Characters of `#tokens`' text that are handed out or held. */
  #seen = 0;
  #held = '';

  constructor(decode: (tokens: readonly number[]) => string, stops: readonly string[]) {
    this.#decode = decode;
    this.#stops = stops.filter((stop) => stop !== '');
  }

  /** The text that is certain with this token, and whether a stop string ended it. */
  push(token: number): { readonly text: string; readonly stopped: boolean } {
    this.#tokens.push(token);
    const whole = this.#decode(this.#tokens);
    // A character of several bytes shows as replacement characters until its last token.
    if (whole.endsWith('\uFFFD')) return { text: '', stopped: false };
    const text = this.#held + whole.slice(this.#seen);
    if (this.#tokens.length > 2 * behind) this.#tokens = this.#tokens.slice(-behind);
    this.#seen = this.#decode(this.#tokens).length;
    return this.#release(text);
  }

  get isHolding(): boolean {
    return this.#held !== '';
  }

  /** What was held back because it might have become a stop string. */
  end(): string {
    const rest = this.#held;
    this.#held = '';
    return rest;
  }

  #release(text: string): { text: string; stopped: boolean } {
    const found = this.#stops.map((stop) => text.indexOf(stop)).filter((at) => at >= 0);
    if (found.length > 0) {
      this.#held = '';
      return { text: text.slice(0, Math.min(...found)), stopped: true };
    }
    const keep = Math.max(0, ...this.#stops.map((stop) => overlap(text, stop)));
    this.#held = text.slice(text.length - keep);
    return { text: text.slice(0, text.length - keep), stopped: false };
  }
}

/** Length of the longest end of `text` that `stop` begins with. */
function overlap(text: string, stop: string): number {
  for (let size = Math.min(text.length, stop.length - 1); size > 0; size--) {
    if (stop.startsWith(text.slice(text.length - size))) return size;
  }
  return 0;
}
