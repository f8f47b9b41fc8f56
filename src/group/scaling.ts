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
import type { Interval } from '../stats/interval.ts';
import { COUNTED_NAMES, CurveCount } from './curves.ts';
import type { CountedName } from './curves.ts';
import type { Outcome } from './outcome.ts';

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
  readonly scores: Pick<Outcome['scores'], 'majority' | 'synthesis'>;
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

/** Of so many questions a step is made; of no more than one step they are few. */
const PORTION = 1000;

export function* scalingSteps(
  groups: readonly Recorded[],
  intervalsOf: MeanIntervals,
): Steps<ScalingPoint[]> {
  const known = groups.filter(({ scored }) => scored === 'truth');
  if (known.length === 0) return [];
  const largest = known.reduce((least, { right }) => Math.min(least, right.length), Infinity);
  const sizes = sizesTo(largest, known);
  const intervals = yield* (known.length > PORTION ? countedOfMany : countedOfFew)(known, sizes, intervalsOf);
  // Of an engine that gives no log-probabilities nobody is sure of anything: that is no share of 0.
  const isSure = known.some(({ sureness }) => sureness.some((one) => one !== null));
  const points: ScalingPoint[] = [];
  for (const [at, group] of sizes.entries()) {
    const [single = null, majority = null, surest = null, oracle = null] = intervals[at] ?? [];
    const perplexity = isSure ? surest : null;
    const syntheses: number[] = [];
    for (const one of known) {
      const score = synthesisAt(one, group);
      if (score !== null) syntheses.push(score);
    }
    // Of fewer questions than the others, and so with resamples of its own.
    const [synthesis = null] = syntheses.length === 0 ? [] : intervalsOf([syntheses]);
    const synthesised = syntheses.length;
    points.push({ group, single, majority, perplexity, synthesis, oracle, synthesised });
    yield;
  }
  return points;
}

/** By size, in the order of COUNTED_NAMES. */
type Counted = readonly (readonly (Interval | null)[])[];

/** Resampled together, which draws once for all sizes and methods. */
function* countedOfFew(
  known: readonly Recorded[],
  sizes: readonly number[],
  intervalsOf: MeanIntervals,
): Steps<Counted> {
  const count = new CurveCount(sizes);
  const curves = known.map((one) => count.add(one));
  const columnAt = (name: CountedName, at: number): number[] =>
    curves.map((curve) => curve[name].shares[at] as number);
  const all = intervalsOf(sizes.flatMap((_, at) => COUNTED_NAMES.map((name) => columnAt(name, at))));
  yield;
  const width = COUNTED_NAMES.length;
  return sizes.map((_, at) => all.slice(at * width, (at + 1) * width));
}

function* countedOfMany(
  known: readonly Recorded[],
  sizes: readonly number[],
  intervalsOf: MeanIntervals,
): Steps<Counted> {
  const count = new CurveCount(sizes);
  for (const [at, one] of known.entries()) {
    count.add(one);
    if (at % PORTION === PORTION - 1) yield;
  }
  // A rollout is right as often in a small group as in a large one.
  const [single = null] = intervalsOf([count.column('single', 0)]);
  const found: (readonly (Interval | null)[])[] = [];
  for (const at of sizes.keys()) {
    yield;
    found.push(
      COUNTED_NAMES.map((name) =>
        name === 'single' ? single : (intervalsOf([count.column(name, at)])[0] ?? null),
      ),
    );
  }
  return found;
}

/** 1, 2, 4 …, those of the syntheses, and the largest. */
function sizesTo(largest: number, known: readonly Recorded[]): number[] {
  if (largest < 1) return [];
  const sizes = new Set([largest]);
  for (let size = 1; size < largest; size *= 2) sizes.add(size);
  for (const { smaller } of known) {
    if (smaller !== undefined) for (const { size } of smaller) sizes.add(size);
  }
  return [...sizes].filter((size) => size <= largest).sort((a, b) => a - b);
}

/** At its own G the group's own; null where none was written. */
const synthesisAt = ({ right, scores, smaller }: Recorded, size: number): number | null =>
  size === right.length
    ? scores.synthesis
    : (smaller?.find((one) => one.size === size)?.score ?? null);
