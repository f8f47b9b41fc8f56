/**
 * Accuracy against G from one recording: G_max rollouts were sampled once, and what each smaller group
 * would have come to follows by counting, with nothing sampled again. Only methods that ask no model;
 * a smaller group's synthesis would have to be written. Exact: the mean over every choice of G from the
 * recorded rollouts, so that a point moves only with the questions, whose bootstrap its bounds are.
 */
import { bootstrapMeans } from '../stats/bootstrap.ts';
import { choose } from '../stats/binomial.ts';
import type { Interval } from '../stats/interval.ts';
import { rememberMajority } from '../stats/majority-at-k.ts';
import { passAtK } from '../stats/pass-at-k.ts';
import type { Outcome } from './outcome.ts';

export const SCALING_NAMES = ['single', 'majority', 'perplexity', 'oracle'] as const;

export type ScalingName = (typeof SCALING_NAMES)[number];

export interface ScalingPoint extends Readonly<Record<ScalingName, Interval | null>> {
  /** G. */
  readonly group: number;
}

/** What of an outcome the smaller groups follow from. */
export type Recorded = Pick<Outcome, 'scored' | 'right' | 'clusters' | 'sureness'>;

/** Of one list of scores for each curve's point, all over the same questions. */
export type MeanIntervals = (
  columns: readonly (readonly number[])[],
) => readonly (Interval | null)[];

/**
 * One point for each power of two up to the largest G that all questions have, and for that one. Over
 * the questions whose truth is known; none without any. Points of one recording are not independent of
 * each other.
 */
export function scalingOf(
  groups: readonly Recorded[],
  intervalsOf: MeanIntervals = bootstrapMeans,
): ScalingPoint[] {
  const known = groups.filter(({ scored }) => scored === 'truth');
  if (known.length === 0) return [];
  const largest = Math.min(...known.map(({ right }) => right.length));
  const sizes = sizesTo(largest);
  const scoresAt = rememberScores();
  const scores = known.map((group) => sizes.map((size) => scoresAt(group, size)));
  const columns = sizes.flatMap((_, at) =>
    SCALING_NAMES.map((name) => scores.map((points) => points[at]?.[name] ?? 0)),
  );
  const intervals = intervalsOf(columns);
  return sizes.map((group, at) => {
    const [single, majority, perplexity, oracle] = SCALING_NAMES.map(
      (_, place) => intervals[at * SCALING_NAMES.length + place] ?? null,
    ) as [Interval | null, Interval | null, Interval | null, Interval | null];
    return { group, single, majority, perplexity, oracle };
  });
}

/** 1, 2, 4 … and the largest. */
function sizesTo(largest: number): number[] {
  const sizes: number[] = [];
  for (let size = 1; size < largest; size *= 2) sizes.push(size);
  return largest < 1 ? [] : [...sizes, largest];
}

/**
 * What a group of `size` of one question's rollouts comes to, 0 to 1, expected over all such groups.
 * Thousands of questions fall out in a few hundred ways, and each of these is counted once.
 */
function rememberScores(): (group: Recorded, size: number) => Record<ScalingName, number> {
  const majorityAtK = rememberMajority();
  const oracles = new Map<string, number>();
  const weights = new Map<string, readonly number[]>();
  return ({ right, clusters, sureness }, size) => {
    const total = right.length;
    const count = right.filter(Boolean).length;
    const oracle = remember(oracles, `${total} ${count} ${size}`, () => passAtK(total, count, size));
    const weight = remember(weights, `${total} ${size}`, () => surestWeights(total, size));
    return {
      single: count / total,
      majority: majorityAtK(clusters, right, size),
      perplexity: surestAtK(sureness, right, weight),
      oracle,
    };
  };
}

function remember<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}

/**
 * How often the candidate that `surer` others precede is the surest of a group of `size`: in the
 * groups that hold it and none of the surer ones.
 */
const surestWeights = (total: number, size: number): number[] =>
  Array.from(
    { length: total },
    (_, surer) => choose(total - surer - 1, size - 1) / choose(total, size),
  );

/** Least perplexity. Cut-off and empty rollouts are in the groups too, but never chosen. */
function surestAtK(
  sureness: Recorded['sureness'],
  right: readonly boolean[],
  weights: readonly number[],
): number {
  const sure = sureness.flatMap((score, index) => (score === null ? [] : [{ index, score }]));
  // Stable: of equally sure ones the first seen.
  sure.sort((a, b) => b.score - a.score || a.index - b.index);
  return sure.reduce(
    (sum, { index }, surer) => (right[index] === true ? sum + (weights[surer] as number) : sum),
    0,
  );
}
