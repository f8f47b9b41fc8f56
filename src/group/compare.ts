/**
 * Two runs over the same questions, question by question: other models, prompts, temperatures or G.
 * What makes a question hard for both falls out of the difference.
 */
import { scoringsOf } from './accuracy.ts';
import { FIGURE_NAMES } from './figures.ts';
import type { FigureName } from './figures.ts';
import type { Outcome } from './outcome.ts';
import { paired } from './paired.ts';
import type { Paired } from './paired.ts';

/** A finished question of a run. */
export interface Answered {
  /** By which it is known again: its hash, or its normalised text. */
  readonly question: string;
  readonly outcome: Outcome;
}

export interface RunPair<T extends Answered = Answered> {
  readonly first: T;
  readonly second: T;
}

export interface RunPairs<T extends Answered = Answered> {
  /** In the order of the first run. */
  readonly pairs: readonly RunPair<T>[];
  /** Questions that only one of the runs has. */
  readonly onlyFirst: number;
  readonly onlySecond: number;
}

/** A question that stands in a run several times is paired in turn. */
export function pairRuns<T extends Answered>(
  first: readonly T[],
  second: readonly T[],
): RunPairs<T> {
  const waiting = new Map<string, T[]>();
  for (const one of second) waiting.set(one.question, [...(waiting.get(one.question) ?? []), one]);
  const pairs = first.flatMap((one): RunPair<T>[] => {
    const other = waiting.get(one.question)?.shift();
    return other === undefined ? [] : [{ first: one, second: other }];
  });
  return {
    pairs,
    onlyFirst: first.length - pairs.length,
    onlySecond: second.length - pairs.length,
  };
}

/**
 * By method, second minus first, over the pairs in which both runs have it and score the same way. Of runs
 * with questions of both kinds those with a known answer alone, since right answers and rewards are never
 * averaged together: each figure says over how many questions it is. Absent where there is none such.
 */
export function compareFigures(
  pairs: readonly RunPair[],
): Readonly<Partial<Record<FigureName, Paired>>> {
  const alike = scoredAlike(pairs);
  return Object.fromEntries(
    FIGURE_NAMES.flatMap((name): [FigureName, Paired][] => {
      const scores = alike.flatMap((pair) => {
        const both = scoresOf(pair, name);
        return both === null ? [] : [both];
      });
      return scores.length === 0 ? [] : [[name, paired(scores)]];
    }),
  );
}

/** Where the method does better or worse in the second run than in the first. */
export const differing = <T extends Answered>(
  pairs: readonly RunPair<T>[],
  name: FigureName,
): RunPair<T>[] =>
  scoredAlike(pairs).filter((pair) => {
    const both = scoresOf(pair, name);
    return both !== null && both[0] !== both[1];
  });

/** Those that both runs score in the first way that any are. */
function scoredAlike<T extends Answered>(pairs: readonly RunPair<T>[]): RunPair<T>[] {
  const alike = pairs.filter(({ first, second }) => first.outcome.scored === second.outcome.scored);
  const [main] = scoringsOf(alike.map(({ first }) => first.outcome));
  return alike.filter(({ first }) => first.outcome.scored === main);
}

function scoresOf({ first, second }: RunPair, name: FigureName): [number, number] | null {
  const one = first.outcome.scores[name];
  const other = second.outcome.scores[name];
  return one === null || other === null ? null : [one, other];
}
