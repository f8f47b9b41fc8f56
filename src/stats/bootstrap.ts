/**
 * The paired bootstrap: how sure a mean difference between two methods is that answered the same
 * questions (Efron and Tibshirani 1993, chapter 13: the percentile interval).
 *
 * Questions are drawn with replacement, both methods' scores of a question together, so what makes
 * a question hard for both falls out of the difference. The bounds are the 2.5 % and 97.5 %
 * percentiles of the resampled means (linear interpolation, as numpy's default). With few questions
 * (under about 30) percentile intervals hold somewhat less than 95 %.
 */
import { createRandom } from '../base/random.ts';
import type { Interval } from './interval.ts';
import { mean } from './mean.ts';

export interface BootstrapOptions {
  readonly resamples?: number;
  /** Between 0 and 1; 0.95 unless told. */
  readonly level?: number;
  readonly seed?: number;
}

/** The mean of a − b with its interval; null of no pairs. Throws where the lengths differ. */
export function pairedBootstrap(
  a: readonly number[],
  b: readonly number[],
  { resamples = 10_000, level = 0.95, seed = 1 }: BootstrapOptions = {},
): Interval | null {
  if (a.length !== b.length) throw new RangeError(`${a.length} scores against ${b.length}`);
  const differences = Float64Array.from(a, (value, at) => value - (b[at] as number));
  const count = differences.length;
  const estimate = mean([...differences]);
  if (estimate === null) return null;
  const random = createRandom(seed);
  const means = new Float64Array(resamples);
  for (let at = 0; at < resamples; at++) {
    let sum = 0;
    for (let draw = 0; draw < count; draw++) {
      sum += differences[Math.floor(random.next() * count)] as number;
    }
    means[at] = sum / count;
  }
  means.sort();
  const tail = (1 - level) / 2;
  return { estimate, low: percentile(means, tail), high: percentile(means, 1 - tail) };
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
