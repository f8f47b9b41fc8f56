/** How alike two statements are in their words, and which are most alike. */
import type { Statement } from './read-text.ts';

/** Statements that share one word and are looked at: a word of all of them tells nothing. */
const MOST_SHARING = 32;

/** Less alike than this is not alike. */
const LEAST = 0.3;

/** How much a word counts: the less, the more statements have it. */
export type Weigh = (word: string) => number;

export function weighing(statements: Iterable<Statement>): Weigh {
  const counts = new Map<string, number>();
  let all = 0;
  for (const { words } of statements) {
    all += 1;
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const weights = new Map(Array.from(counts, ([word, count]) => [word, Math.log(1 + all / count)]));
  return (word) => weights.get(word) ?? Math.log(1 + all);
}

export interface Likeness {
  readonly line: number;
  /** 0 to 1: twice what both have, by what each has (Dice), rare words counting more. */
  readonly share: number;
  /** The same with all words alike: where a sum tells the step, its names tell little. */
  readonly plainShare: number;
}

/** The statements of one rollout by their words. */
export interface WordIndex {
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** By line: its words, and what they count together. */
  readonly sizes: readonly number[];
  readonly weights: readonly number[];
}

export function indexWords(statements: readonly Statement[], weigh: Weigh): WordIndex {
  const places = new Map<string, number[]>();
  statements.forEach(({ words }, line) => {
    for (const word of words) {
      const lines = places.get(word);
      if (lines === undefined) places.set(word, [line]);
      else if (lines.length < MOST_SHARING) lines.push(line);
    }
  });
  return {
    places,
    sizes: statements.map(({ words }) => words.size),
    weights: statements.map((statement) => weightOf(statement, weigh)),
  };
}

/** Lines at least a little like the step, the most alike first; of equal ones the first. */
export function likest(step: Statement, index: WordIndex, weigh: Weigh): Likeness[] {
  const weights = new Float64Array(index.sizes.length);
  const counts = new Uint16Array(index.sizes.length);
  for (const word of step.words) {
    const weight = weigh(word);
    for (const line of index.places.get(word) ?? []) {
      weights[line] = (weights[line] ?? 0) + weight;
      counts[line] = (counts[line] ?? 0) + 1;
    }
  }
  const own = weightOf(step, weigh);
  const found: Likeness[] = [];
  for (const [line, count] of counts.entries()) {
    if (count === 0) continue;
    const share = (2 * (weights[line] ?? 0)) / (own + (index.weights[line] ?? 0));
    const plainShare = (2 * count) / (step.words.size + (index.sizes[line] ?? 0));
    if (Math.max(share, plainShare) >= LEAST) found.push({ line, share, plainShare });
  }
  return found.sort((a, b) => b.share - a.share || a.line - b.line);
}

function weightOf({ words }: Statement, weigh: Weigh): number {
  let weight = 0;
  for (const word of words) weight += weigh(word);
  return weight;
}
