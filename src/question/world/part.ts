import type { Category, Noun } from './words.ts';

/**
 * One link of a story: what the question says and which solution lines that adds.
 *
 * Sentences hold slots in braces: `{a}` to `{d}` are new numbers of this part; `{who}`, `{name}`,
 * `{things}` and so on are words of the scene (scene.ts lists them). A solution line holds exactly
 * one sum in brackets, such as `[now-a]`. Its terms are a new number, a written constant, `now`
 * (the latest result), `was` (the running quantity before this part) or `r1`, `r2` … (results of this
 * part's own lines). The last result is the running quantity for the next part.
 */
export interface Part {
  /** Paraphrases; one is drawn. The solution never depends on which. */
  readonly say: readonly string[];
  /** A given fact that may stand here or at the very start of the question. */
  readonly fact?: string;
  readonly lines: readonly string[];
  /** Only for an opening without lines: the running quantity is this part's number `a`. */
  readonly holds?: true;
  /** Bounds of numbers that the story makes smaller than the level does. */
  readonly limits?: Readonly<Record<string, readonly [number, number]>>;
  /** Needs a scene whose things are of one of these categories. */
  readonly only?: readonly Category[];
  /** From this part on the story counts something else; applies to the part's own text too. */
  readonly becomes?: Noun;
  /** A move that must come before or after all other moves. */
  readonly place?: 'first' | 'last';
  /** Its number `a` is a capacity: larger than every earlier result. */
  readonly peak?: true;
  /** Parts with the same mark never meet in one story. */
  readonly mark?: string;
}

/** A subject to tell about, with the links that can be chained in it. */
export interface Family {
  readonly name: string;
  /** Categories that `{things}` and `{boxes}` are drawn from. */
  readonly things: readonly Category[];
  /** Categories that `{goods}` are drawn from. */
  readonly goods: readonly Category[];
  readonly openings: readonly Part[];
  readonly moves: readonly Part[];
  /** Each ends in the question. */
  readonly ends: readonly Part[];
  /** Sentences with a number `{a}` that the answer does not need. */
  readonly asides: readonly string[];
}
