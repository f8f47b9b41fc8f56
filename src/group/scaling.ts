/**
 * Accuracy against G from one recording: G_max rollouts were sampled once, and what each smaller group
 * would have come to follows by counting, with nothing sampled again, for the methods that ask no model.
 * Exact: the mean over every choice of G from the recorded rollouts, so that a point moves only with the
 * questions, whose bootstrap its bounds are. A smaller group's synthesis has to be written (smaller.ts):
 * its point is over the groups that the anchor has read, drawn at random.
 */
import { allAtOnce } from '../base/steps.ts';
import type { Steps } from '../base/steps.ts';
import { METHOD_NAMES } from '../baseline/selection.ts';
import type { MethodName } from '../baseline/selection.ts';
import { bootstrapMeans } from '../stats/bootstrap.ts';
import { choose } from '../stats/binomial.ts';
import type { Interval } from '../stats/interval.ts';
import { majorityAtK } from '../stats/majority-at-k.ts';
import { passAtK } from '../stats/pass-at-k.ts';
import type { Outcome } from './outcome.ts';

/** Those that follow by counting. */
const COUNTED_NAMES = ['single', 'majority', 'perplexity', 'oracle'] as const;

type CountedName = (typeof COUNTED_NAMES)[number];

export const SCALING_NAMES = ['single', 'majority', 'perplexity', 'synthesis', 'oracle'] as const;

export type ScalingName = (typeof SCALING_NAMES)[number];

/**
 * Methods that ask a model: what they would choose among fewer rollouts is nobody's to count, and was not
 * asked. In the order of every table.
 */
export const UNSCALED_NAMES: readonly MethodName[] = METHOD_NAMES.filter(
  (name) => !(SCALING_NAMES as readonly string[]).includes(name),
);

export interface ScalingPoint extends Readonly<Record<ScalingName, Interval | null>> {
  /** G. */
  readonly group: number;
  /** Questions with a synthesis at this G, which that point is over; the others are over all. */
  readonly synthesised: number;
}

/** What of an outcome the smaller groups follow from. */
export type Recorded = Pick<Outcome, 'scored' | 'right' | 'clusters' | 'sureness'> & {
  readonly scores: Pick<Outcome['scores'], 'synthesis'>;
  readonly smaller?: Outcome['smaller'];
};

/** Of one list of scores for each curve's point, all over the same questions. */
export type MeanIntervals = (
  columns: readonly (readonly number[])[],
) => readonly (Interval | null)[];

/**
 * One point for each power of two up to the largest G that all questions have, for that one, and where
 * a synthesis was written at another G. Over the questions whose truth is known; none without any. Points
 * of one recording are not independent of each other.
 */
export const scalingOf = (
  groups: readonly Recorded[],
  intervalsOf: MeanIntervals = bootstrapMeans,
): ScalingPoint[] => allAtOnce(scalingSteps(groups, intervalsOf));

/** Of so many questions a step is made. */
const PORTION = 1000;

export function* scalingSteps(
  groups: readonly Recorded[],
  intervalsOf: MeanIntervals,
): Steps<ScalingPoint[]> {
  const known = groups.filter(({ scored }) => scored === 'truth');
  if (known.length === 0) return [];
  const largest = known.reduce((least, { right }) => Math.min(least, right.length), Infinity);
  const sizes = sizesTo(largest, known);
  const curvesOf = rememberCurves(sizes);
  const curves: ReturnType<typeof curvesOf>[] = [];
  for (const one of known) {
    curves.push(curvesOf(one));
    if (curves.length % PORTION === 0) yield;
  }
  const columns = sizes.map((_, at) =>
    COUNTED_NAMES.map((name) => curves.map((curve) => curve[name][at] as number)),
  );
  yield;
  const intervals: (readonly (Interval | null)[])[] = [];
  // Resampled together where they are few, which draws once for all; an interval is the same either way.
  const together = known.length <= PORTION ? intervalsOf(columns.flat()) : null;
  for (const [at, column] of columns.entries()) {
    const from = at * COUNTED_NAMES.length;
    intervals.push(together?.slice(from, from + COUNTED_NAMES.length) ?? intervalsOf(column));
    yield;
  }
  // Of an engine that gives no log-probabilities nobody is sure of anything: that is no share of 0.
  const isSure = known.some(({ sureness }) => sureness.some((one) => one !== null));
  const points: ScalingPoint[] = [];
  for (const [at, group] of sizes.entries()) {
    const [single = null, majority = null, surest = null, oracle = null] = intervals[at] ?? [];
    const perplexity = isSure ? surest : null;
    const syntheses = known.flatMap((one) => synthesisAt(one, group) ?? []);
    // Of fewer questions than the others, and so with resamples of its own.
    const [synthesis = null] = syntheses.length === 0 ? [] : intervalsOf([syntheses]);
    const synthesised = syntheses.length;
    points.push({ group, single, majority, perplexity, synthesis, oracle, synthesised });
    yield;
  }
  return points;
}

/** 1, 2, 4 …, those of the syntheses, and the largest. */
function sizesTo(largest: number, known: readonly Recorded[]): number[] {
  if (largest < 1) return [];
  const sizes = new Set([largest]);
  for (let size = 1; size < largest; size *= 2) sizes.add(size);
  for (const { smaller = [] } of known) for (const { size } of smaller) sizes.add(size);
  return [...sizes].filter((size) => size <= largest).sort((a, b) => a - b);
}

/** At its own G the group's own; null where none was written. */
const synthesisAt = ({ right, scores, smaller = [] }: Recorded, size: number): number | null =>
  size === right.length
    ? scores.synthesis
    : (smaller.find((one) => one.size === size)?.score ?? null);

/** By size, each 0 to 1. */
type Curve = readonly number[];

/**
 * What groups of each size of one question's rollouts come to, expected over all such groups.
 * Thousands of questions fall out in a few hundred ways, and each of these is counted once.
 */
function rememberCurves(
  sizes: readonly number[],
): (group: Recorded) => Readonly<Record<CountedName, Curve>> {
  const curve = (of: (size: number) => number): Curve => sizes.map(of);
  const oracles = new Map<number, { readonly single: Curve; readonly oracle: Curve }>();
  const majorities = new Map<string, Curve>();
  const surest = new Map<string, Curve>();
  return ({ right, clusters, sureness }) => {
    const total = right.length;
    const hits = right.reduce((count, one) => count + (one ? 1 : 0), 0);
    const order = inOrder(sureness, right);
    const { single, oracle } = remember(oracles, total * (total + 1) + hits, () => ({
      single: curve(() => hits / total),
      oracle: curve((size) => passAtK(total, hits, size)),
    }));
    return {
      single,
      oracle,
      majority: remember(majorities, `${total} ${voteKey(clusters, right)}`, () =>
        curve((size) => majorityAtK(clusters, right, size)),
      ),
      perplexity: remember(surest, `${total} ${order}`, () =>
        curve((size) => surestAtK(order, total, size)),
      ),
    };
  };
}

function remember<K, T>(known: Map<K, T>, key: K, make: () => T): T {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}

/** The same for votes that fall alike, whatever the answers are: all that a vote hangs on. */
function voteKey(clusters: Recorded['clusters'], right: readonly boolean[]): string {
  const votes: number[] = [];
  for (let index = 0; index < clusters.length; index++) {
    const cluster = clusters[index] ?? null;
    if (cluster === null) continue;
    while (votes.length <= cluster) votes.push(0);
    // A vote in the upper digits, a right one in the lower.
    votes[cluster] = (votes[cluster] as number) + (right[index] === true ? 10_001 : 10_000);
  }
  return votes.sort((a, b) => a - b).join();
}

/** The candidates from the surest down, `1` for a right one; of equally sure ones the first seen. */
function inOrder(sureness: Recorded['sureness'], right: readonly boolean[]): string {
  // Inserted one by one: a sort with its comparison would be most of the time that the curves take.
  const order: number[] = [];
  for (let index = 0; index < sureness.length; index++) {
    const score = sureness[index] ?? null;
    if (score === null) continue;
    let at = order.length;
    for (; at > 0 && (sureness[order[at - 1] as number] as number) < score; at--) {
      order[at] = order[at - 1] as number;
    }
    order[at] = index;
  }
  let digits = '';
  for (const index of order) digits += right[index] === true ? '1' : '0';
  return digits;
}

/**
 * Least perplexity: of the candidates from the surest down, each is chosen in the groups that hold it
 * and none of the surer ones. Cut-off and empty rollouts are in the groups too, but never chosen.
 */
const surestAtK = (order: string, total: number, size: number): number =>
  [...order].reduce(
    (sum, right, surer) =>
      right === '1'
        ? sum + choose(total - surer - 1, size - 1) / choose(total, size)
        : sum,
    0,
  );
