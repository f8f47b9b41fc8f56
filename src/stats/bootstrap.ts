/**
 * The bootstrap over questions (Efron and Tibshirani 1993, chapters 6 and 13: the percentile
 * interval): how sure a mean is, whatever the scores look like.
 *
 * Questions are drawn with replacement, each with the scores of all methods. The bounds are
 * percentiles of the resampled means (linear interpolation, as numpy's default). With few questions
 * (under about 100) percentile intervals hold less than their level, and where all questions score
 * the same they have no width: caution.ts tells. For the accuracy of one method, a plain share of
 * right answers, wilson.ts is better at any number.
 */
import { createRandom } from '../base/random.ts';
import type { Interval } from './interval.ts';
import { largeSampleInterval } from './large-sample.ts';
import { mean } from './mean.ts';

export interface BootstrapOptions {
  /** 10,000 unless told; fewer where more than 2,000 questions would take seconds. */
  readonly resamples?: number;
  /** Between 0 and 1; 0.95 unless told. */
  readonly level?: number;
  readonly seed?: number;
}

/** Draws of one call, above which there are fewer resamples, but never fewer than 1,000. */
const MOST_DRAWS = 20_000_000;

/**
 * The means of several methods, or of several points of a curve, over the same questions, one list
 * of scores each: the same resamples for all, drawn once. Null of no questions; throws RangeError
 * where the lengths differ.
 */
export function bootstrapMeans(
  methods: readonly (readonly number[])[],
  { resamples = 10_000, level = 0.95, seed = 1 }: BootstrapOptions = {},
): (Interval | null)[] {
  const count = methods[0]?.length ?? 0;
  for (const scores of methods) {
    if (scores.length !== count) throw new RangeError(`${count} scores against ${scores.length}`);
  }
  if (count === 0) return methods.map(() => null);
  const intervals = methods.map((scores) => largeSampleInterval(scores, level));
  const open = methods.flatMap((scores, at) =>
    intervals[at] === null ? [{ at, values: Float64Array.from(scores) }] : [],
  );
  if (open.length === 0) return intervals;
  const times = Math.min(resamples, Math.max(1000, Math.floor(MOST_DRAWS / count)));
  const resampled = open.map(() => new Float64Array(times));
  const drawn = new Int32Array(count);
  const random = createRandom(seed);
  for (let time = 0; time < times; time++) {
    for (let draw = 0; draw < count; draw++) drawn[draw] = Math.floor(random.next() * count);
    open.forEach(({ values }, which) => {
      let sum = 0;
      for (let draw = 0; draw < count; draw++) sum += values[drawn[draw] as number] as number;
      (resampled[which] as Float64Array)[time] = sum / count;
    });
  }
  open.forEach(({ at }, which) => {
    const estimate = mean(methods[at] ?? []) as number;
    intervals[at] = { estimate, ...percentileBounds(resampled[which] as Float64Array, level) };
  });
  return intervals;
}

/** The mean of one score per question with its interval; null of no questions. */
export const bootstrapMean = (
  scores: readonly number[],
  options: BootstrapOptions = {},
): Interval | null => bootstrapMeans([scores], options)[0] ?? null;

/**
 * The mean of a − b over the same questions: scores are drawn in pairs, so what makes a question
 * hard for both falls out of the difference. Null of no pairs; throws RangeError where the lengths
 * differ.
 */
export function pairedBootstrap(
  a: readonly number[],
  b: readonly number[],
  options: BootstrapOptions = {},
): Interval | null {
  if (a.length !== b.length) throw new RangeError(`${a.length} scores against ${b.length}`);
  const differences = a.map((score, at) => score - (b[at] as number));
  return bootstrapMean(differences, options);
}

/** The two-sided bounds of resampled values, which it sorts in place. */
export function percentileBounds(
  resampled: Float64Array,
  level: number,
): Pick<Interval, 'low' | 'high'> {
  resampled.sort();
  const tail = (1 - level) / 2;
  return { low: percentile(resampled, tail), high: percentile(resampled, 1 - tail) };
}

/** Of sorted values, at a fraction in 0 … 1, with linear interpolation between neighbours. */
export function percentile(sorted: ArrayLike<number>, fraction: number): number {
  const place = fraction * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below];
  if (low === undefined) throw new RangeError('percentile of no values');
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (high - low) * (place - below);
}
