import type { Interval } from './interval.ts';
import { twoSided } from './normal.ts';

/**
 * Wilson's score interval of a proportion, without continuity correction (Wilson 1927; Newcombe
 * 1998, method 3): for one yes or no per question, such as right answers of a method.
 *
 * Stays inside 0 … 1 and is not of zero width at 0 or n successes. It holds its level on average
 * over the true share, not at each one: near 0 and 1 it may hold a few per cent less (Brown, Cai and
 * DasGupta 2001). Trials must be independent; the G rollouts of one question are not, see
 * clustered-mean.ts.
 *
 * `level` is between 0 and 1. Null of no trials; throws RangeError where the counts are no counts.
 */
export function wilson(successes: number, trials: number, level = 0.95): Interval | null {
  if (!isCount(successes) || !isCount(trials) || successes > trials) {
    throw new RangeError(`${successes} of ${trials}`);
  }
  const z = twoSided(level);
  if (trials === 0) return null;
  const p = successes / trials;
  const z2 = z * z;
  const centre = (p + z2 / (2 * trials)) / (1 + z2 / trials);
  const half =
    (z / (1 + z2 / trials)) * Math.sqrt((p * (1 - p)) / trials + z2 / (4 * trials * trials));
  return {
    estimate: p,
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === trials ? 1 : Math.min(1, centre + half),
  };
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
