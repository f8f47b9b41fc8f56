import type { Interval } from './interval.ts';
import { twoSided } from './normal.ts';

/** From this many questions on there is something to gain for a report, which may take its time. */
const MANY = 1000;
/** The skewness of the mean up to which the expansion is nearer to the truth than 10,000 resamples. */
const MOST_SKEW = 0.3;

/**
 * The percentile bootstrap's bounds without resampling, for many questions: the Cornish–Fisher
 * expansion of the resampled mean's distribution, whose moments are those of the scores (Hall 1992,
 * sections 2.5 and 3.3). 100,000 questions take milliseconds, where resampling takes many seconds.
 *
 * Null where there are `few` questions (1,000 unless told) or fewer, or where a few of many scores
 * decide the mean: there only resampling knows.
 */
export function largeSampleInterval(
  scores: readonly number[],
  level: number,
  few = MANY,
): Interval | null {
  const n = scores.length;
  if (n <= few) return null;
  let sum = 0;
  for (let at = 0; at < n; at++) sum += scores[at] as number;
  const estimate = sum / n;
  // By place, not by iterator: a page that has just been loaded runs this before it is compiled.
  let [second, third, fourth] = [0, 0, 0];
  for (let at = 0; at < n; at++) {
    const off = (scores[at] as number) - estimate;
    const square = off * off;
    second += square;
    third += square * off;
    fourth += square * square;
  }
  [second, third, fourth] = [second / n, third / n, fourth / n];
  if (second === 0) return { estimate, low: estimate, high: estimate };
  const skew = third / second ** 1.5 / Math.sqrt(n);
  const tails = (fourth / second ** 2 - 3) / n;
  if (Math.abs(skew) > MOST_SKEW) return null;
  const z = twoSided(level);
  const bound = (x: number): number =>
    estimate +
    Math.sqrt(second / n) *
      (x +
        (skew * (x * x - 1)) / 6 +
        (tails * (x ** 3 - 3 * x)) / 24 -
        (skew * skew * (2 * x ** 3 - 5 * x)) / 36);
  return { estimate, low: bound(-z), high: bound(z) };
}
