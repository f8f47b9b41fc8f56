/**
 * The figures over many groups: what `cat ask` and `cat experiment` print and the page shows.
 * Shares are 0 to 1. Right answers, points and rewards are never averaged together: questions that are scored
 * otherwise have figures of their own. Those that are not scored at all count in `disagree.count` alone.
 */
import type { MethodName, NoChoice } from '../baseline/selection.ts';
import { allAtOnce } from '../base/steps.ts';
import type { Steps } from '../base/steps.ts';
import { pairAgreement } from '../stats/agreement.ts';
import { bootstrapMean } from '../stats/bootstrap.ts';
import type { Interval } from '../stats/interval.ts';
import { mean } from '../stats/mean.ts';
import { columnOf, meanCost, rightShare } from './column.ts';
import type { Column } from './column.ts';
import type { Cost } from './cost.ts';
import { FIGURE_NAMES, isMethod } from './figures.ts';
import type { FigureName, Figures } from './figures.ts';
import { partWays } from './outcome.ts';
import type { Outcome } from './outcome.ts';

/** 95 % bounds. */
export type Bounds = Pick<Interval, 'low' | 'high'>;

/** Why a figure is null; of a method the most frequent reason. */
export type NoFigure = NoChoice | 'not-asked' | 'no-truth';

/** What the methods come to over the questions that are scored alike. */
export interface Scored {
  /** What the figures are of; `nothing` where no question has a score. */
  readonly scored: Outcome['scored'];
  /** Questions that they are over. */
  readonly over: number;
  /**
   * By method, over the questions with a known answer in which it could be had: one that chose nothing
   * it could read counts as wrong, one that the engine cannot do counts not at all. With G the same in
   * every group, `single` is the mean over all rollouts. Null where there is no such question.
   */
  readonly accuracy: Figures<number | null>;
  /** The same of open questions in place of it: mean points of a given rubric, or mean rewards. Absent of questions with a known answer. */
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
  /** Why, for each accuracy (or score) that is null. */
  readonly reasons: Readonly<Partial<Record<FigureName, NoFigure>>>;
  /** How many questions each method chose nothing in, by reason; without those in which it chose. */
  readonly noChoice: Readonly<Partial<Record<MethodName, Readonly<Partial<Record<NoChoice, number>>>>>>;
}

export interface Summary extends Scored {
  /** Of the questions that are scored otherwise than those above; absent where there are none. */
  readonly others?: readonly Scored[];
  /** Accuracy of synthesis minus majority, with the paired bootstrap's 95 % bounds. */
  readonly difference: {
    readonly synthesisMinusMajority: number | null;
    readonly low: number | null;
    readonly high: number | null;
  };
  /**
   * Groups where synthesis and majority answer differently; right among those with a truth. Null
   * where a report leaves one of the two out.
   */
  readonly disagree: { readonly count: number | null; readonly synthesisRight: number | null };
  /** Groups with a truth where no rollout is right. */
  readonly allWrong: { readonly count: number | null; readonly synthesisRight: number | null };
  /**
   * How often two rollouts of a question have the same answer, with the bootstrap's bounds over questions:
   * of those with a known answer, and of others where any rollout has one. Null of fewer than two rollouts.
   */
  readonly agreement: Interval | null;
}

const isKnown = ({ scored }: Outcome): boolean => scored === 'truth';

export const summarise = (outcomes: readonly Outcome[]): Summary => allAtOnce(summarySteps(outcomes));

export function* summarySteps(outcomes: readonly Outcome[]): Steps<Summary> {
  const [first, ...more] = scoringsOf(outcomes);
  const main = yield* figuresOf(first ?? 'nothing', outcomes);
  const others: Scored[] = [];
  for (const scored of more) others.push(yield* figuresOf(scored, outcomes));
  const { estimate: synthesisMinusMajority = null, low = null, high = null } =
    main.differences.majority ?? {};
  return {
    ...main,
    ...(others.length === 0 ? {} : { others }),
    difference: { synthesisMinusMajority, low, high },
    ...countsOf(outcomes),
    agreement: agreementOf(outcomes),
  };
}

/** A question that waits for its judge has a way of being scored, but no score. */
const hasScore = ({ scores }: Outcome): boolean =>
  // By name: a list of the values of each of many thousand outcomes takes longer than the figures.
  FIGURE_NAMES.some((name) => scores[name] !== null);

/** Those that are scored in this way. */
export const outcomesScored = <T extends Outcome>(outcomes: readonly T[], by: Outcome['scored']): T[] =>
  outcomes.filter((one) => one.scored === by && hasScore(one));

/** The ways in which any question is scored, known answers first. */
export const scoringsOf = (outcomes: readonly Outcome[]): Outcome['scored'][] =>
  (['truth', 'given', 'rubric'] as const).filter((by) => outcomes.some((one) => one.scored === by && hasScore(one)));

function* figuresOf(by: Outcome['scored'], outcomes: readonly Outcome[]): Steps<Scored> {
  const scored = outcomesScored(outcomes, by);
  const own = scored.length > 0 ? scored : outcomes;
  const isScore = by !== 'truth' && scored.length > 0;
  const columns = yield* byFigure(own, (name) => columnOf(name, scored));
  const means = map(columns, ({ scores }) => mean(scores));
  const differences = yield* eachFigure(columns, ({ ahead }) => bootstrapMean(ahead));
  const interval = yield* eachFigure(columns, (column) =>
    boundsOf(column, isScore || column.name === 'single'),
  );
  const cost = yield* byFigure(own, (name) => meanCost(name, own));
  const noChoice = countNoChoice(own);
  return {
    scored: by,
    over: scored.length,
    accuracy: isScore ? map(means, () => null) : means,
    ...(isScore ? { score: means } : {}),
    interval,
    cost,
    differences,
    reasons: reasonsOf(own, scored.length > 0, means, noChoice),
    noChoice,
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

/** The same of what was found for each. */
function* eachFigure<T, U>(figures: Figures<T>, of: (one: T) => U): Steps<Figures<U>> {
  const found: (readonly [string, U])[] = [];
  for (const [name, one] of Object.entries(figures)) {
    found.push([name, of(one as T)]);
    yield;
  }
  return Object.fromEntries(found) as unknown as Figures<U>;
}

const map = <T, U>(figures: Figures<T>, of: (one: T) => U): Figures<U> =>
  Object.fromEntries(
    Object.entries(figures).map(([name, one]) => [name, of(one as T)]),
  ) as unknown as Figures<U>;

function boundsOf(column: Column, hasParts: boolean): Bounds | null {
  const interval = hasParts ? bootstrapMean(column.scores) : rightShare(column);
  return interval === null ? null : { low: interval.low, high: interval.high };
}

function reasonsOf(
  outcomes: readonly Outcome[],
  areScored: boolean,
  means: Figures<number | null>,
  counts: Scored['noChoice'],
): Scored['reasons'] {
  const reasonOf = (name: FigureName): NoFigure => {
    if (isMethod(name)) {
      if (!outcomes.some(({ choices }) => name in choices)) return 'not-asked';
      const [most] = Object.entries(counts[name] ?? {}).sort(([, a], [, b]) => b - a);
      if (most !== undefined) return most[0] as NoChoice;
    }
    return areScored ? 'not-asked' : 'no-truth';
  };
  return Object.fromEntries(
    FIGURE_NAMES.filter((name) => means[name] === null).map((name) => [name, reasonOf(name)]),
  );
}

function countNoChoice(outcomes: readonly Outcome[]): Scored['noChoice'] {
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
  const disagreeing = outcomes.filter(partWays);
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

/** What is open has no answers that could agree. */
const agreementOf = (outcomes: readonly Outcome[]): Interval | null =>
  bootstrapMean(
    outcomes
      .filter((one) => isKnown(one) || one.clusters.some((cluster) => cluster !== null))
      .map(({ clusters }) => pairAgreement(clusters))
      .filter((share) => share !== null),
  );

/** Comparisons with the truth that stayed undecided: counted as wrong above, and said beside it. */
export const countUndecided = (outcomes: readonly Outcome[]): number =>
  outcomes.reduce((count, { undecided }) => count + undecided, 0);
