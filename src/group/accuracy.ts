/**
 * The figures over many groups: what `cat ask` and `cat experiment` print and the page shows.
 * Shares are 0 to 1. Beside groups with a known truth those without one count in `disagree.count` alone.
 */
import type { MethodName, NoChoice } from '../baseline/selection.ts';
import { allAtOnce } from '../base/steps.ts';
import type { Steps } from '../base/steps.ts';
import { bootstrapMean, pairedBootstrap } from '../stats/bootstrap.ts';
import type { Interval } from '../stats/interval.ts';
import { mean } from '../stats/mean.ts';
import { wilson } from '../stats/wilson.ts';
import type { Cost } from './cost.ts';
import { FIGURE_NAMES, isMethod } from './figures.ts';
import type { FigureName, Figures } from './figures.ts';
import type { Outcome } from './outcome.ts';

/** 95 % bounds. */
export type Bounds = Pick<Interval, 'low' | 'high'>;

/** Why a figure is null; of a method the most frequent reason. */
export type NoFigure = NoChoice | 'not-asked' | 'no-truth';

export interface Summary {
  /**
   * By method, over the questions with a known answer in which it could be had: one that chose nothing
   * it could read counts as wrong, one that the engine cannot do counts not at all. With G the same in
   * every group, `single` is the mean over all rollouts. Null where there is no such question.
   */
  readonly accuracy: Figures<number | null>;
  /** The same of open questions in place of it: mean rewards. Absent where none was judged. */
  readonly score?: Figures<number | null>;
  /**
   * Of the figures above: Wilson's for one right or wrong per question, the bootstrap's over questions
   * for what has parts of a point.
   */
  readonly interval: Figures<Bounds | null>;
  /** Per question of those that the figures are of, or of all where none has a figure; null where no question has it. */
  readonly cost: Figures<Cost | null>;
  /** Synthesis minus each method over the questions that both have, with the paired bootstrap's bounds. */
  readonly differences: Figures<Interval | null>;
  /** Accuracy of synthesis minus majority, with the paired bootstrap's 95 % bounds. */
  readonly difference: {
    readonly synthesisMinusMajority: number | null;
    readonly low: number | null;
    readonly high: number | null;
  };
  /** Why, for each accuracy (or score) that is null. */
  readonly reasons: Readonly<Partial<Record<FigureName, NoFigure>>>;
  /** How many questions each method chose nothing in, by reason; without those in which it chose. */
  readonly noChoice: Readonly<Partial<Record<MethodName, Readonly<Partial<Record<NoChoice, number>>>>>>;
  /**
   * Groups where synthesis and majority answer differently; right among those with a truth. Null
   * where a report leaves one of the two out.
   */
  readonly disagree: { readonly count: number | null; readonly synthesisRight: number | null };
  /** Groups with a truth where no rollout is right. */
  readonly allWrong: { readonly count: number | null; readonly synthesisRight: number | null };
}

const isKnown = ({ scored }: Outcome): boolean => scored === 'truth';

export const summarise = (outcomes: readonly Outcome[]): Summary => allAtOnce(summarySteps(outcomes));

export function* summarySteps(outcomes: readonly Outcome[]): Steps<Summary> {
  const verifiable = outcomes.filter(isKnown);
  const open = outcomes.filter(({ scored }) => scored === 'rubric');
  const isOpen = verifiable.length === 0 && open.length > 0;
  const scored = isOpen ? open : verifiable;
  const values = yield* byFigure(outcomes, (name) =>
    scored.flatMap(({ scores }) => (scores[name] === null ? [] : [scores[name]])),
  );
  const means = map(values, mean);
  const differences = yield* byFigure(outcomes, (name) =>
    name === 'synthesis' ? null : differenceTo(scored, name),
  );
  const { estimate: synthesisMinusMajority = null, low = null, high = null } =
    differences.majority ?? {};
  const interval = yield* byFigure(outcomes, (name) =>
    boundsOf(values[name] ?? [], isOpen || name === 'single'),
  );
  const cost = yield* byFigure(outcomes, (name) => meanCost(scored.length > 0 ? scored : outcomes, name));
  const noChoice = countNoChoice(outcomes);
  return {
    accuracy: isOpen ? map(means, () => null) : means,
    ...(isOpen ? { score: means } : {}),
    interval,
    cost,
    differences,
    difference: { synthesisMinusMajority, low, high },
    reasons: reasonsOf(outcomes, scored, means, noChoice),
    noChoice,
    ...countsOf(outcomes),
  };
}

/** One of something for each figure, a step each. */
function* byFigure<T>(
  outcomes: readonly Outcome[],
  of: (name: FigureName) => T,
): Steps<Figures<T>> {
  const names = FIGURE_NAMES.filter(
    (name) => name !== 'selfConsistency' || outcomes.some(({ choices }) => name in choices),
  );
  const found: (readonly [FigureName, T])[] = [];
  for (const name of names) {
    found.push([name, of(name)]);
    yield;
  }
  return Object.fromEntries(found) as unknown as Figures<T>;
}

const map = <T, U>(figures: Figures<T>, of: (one: T) => U): Figures<U> =>
  Object.fromEntries(
    Object.entries(figures).map(([name, one]) => [name, of(one as T)]),
  ) as unknown as Figures<U>;

function boundsOf(scores: readonly number[], hasParts: boolean): Bounds | null {
  const interval = hasParts
    ? bootstrapMean(scores)
    : wilson(scores.filter((score) => score === 1).length, scores.length);
  return interval === null ? null : { low: interval.low, high: interval.high };
}

function differenceTo(outcomes: readonly Outcome[], name: FigureName): Interval | null {
  const pairs = outcomes.flatMap(({ scores: { synthesis, [name]: other } }) =>
    synthesis === null || other === null ? [] : [[synthesis, other] as const],
  );
  return pairedBootstrap(
    pairs.map(([synthesis]) => synthesis),
    pairs.map(([, other]) => other),
  );
}

function meanCost(outcomes: readonly Outcome[], name: FigureName): Cost | null {
  const costs = outcomes.flatMap(({ costs: { [name]: cost } }) => (cost === null ? [] : [cost]));
  const of = (part: keyof Cost): number => mean(costs.map((cost) => cost[part])) ?? 0;
  return costs.length === 0
    ? null
    : { tokens: of('tokens'), promptTokens: of('promptTokens'), seconds: of('seconds') };
}

function reasonsOf(
  outcomes: readonly Outcome[],
  scored: readonly Outcome[],
  means: Figures<number | null>,
  counts: Summary['noChoice'],
): Summary['reasons'] {
  const reasonOf = (name: FigureName): NoFigure => {
    if (isMethod(name)) {
      if (!outcomes.some(({ choices }) => name in choices)) return 'not-asked';
      const [most] = Object.entries(counts[name] ?? {}).sort(([, a], [, b]) => b - a);
      if (most !== undefined) return most[0] as NoChoice;
    }
    return scored.length > 0 ? 'not-asked' : 'no-truth';
  };
  return Object.fromEntries(
    FIGURE_NAMES.filter((name) => means[name] === null).map((name) => [name, reasonOf(name)]),
  );
}

function countNoChoice(outcomes: readonly Outcome[]): Summary['noChoice'] {
  const counts: Partial<Record<MethodName, Partial<Record<NoChoice, number>>>> = {};
  for (const { choices } of outcomes) {
    for (const [name, reason] of Object.entries(choices) as [MethodName, NoChoice | null][]) {
      if (reason === null) continue;
      const own = (counts[name] ??= {});
      own[reason] = (own[reason] ?? 0) + 1;
    }
  }
  return counts;
}

function countsOf(outcomes: readonly Outcome[]): Pick<Summary, 'disagree' | 'allWrong'> {
  const known = outcomes.filter(isKnown);
  const disagreeing = outcomes.filter(({ disagrees }) => disagrees);
  const allWrong = known.filter(({ scores }) => scores.oracle === 0);
  const synthesisRight = (among: readonly Outcome[]): number | null =>
    known.length === 0 ? null : among.filter((one) => isKnown(one) && one.scores.synthesis === 1).length;
  return {
    disagree: { count: disagreeing.length, synthesisRight: synthesisRight(disagreeing) },
    allWrong: {
      count: known.length === 0 ? null : allWrong.length,
      synthesisRight: synthesisRight(allWrong),
    },
  };
}

/** Comparisons with the truth that stayed undecided: counted as wrong above, and said beside it. */
export const countUndecided = (outcomes: readonly Outcome[]): number =>
  outcomes.reduce((count, { undecided }) => count + undecided, 0);
