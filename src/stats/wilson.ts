import type { Interval } from './interval.ts';
import { Z95 } from './interval.ts';

/**
 * Wilson's score interval of a proportion, without continuity correction (Wilson 1927; Newcombe
 * 1998, method 3). Stays inside 0 … 1 and is not of zero width at 0 or n successes. `z` is the
 * normal quantile of the level; null of no trials.
 */
export function wilson(successes: number, trials: number, z = Z95): Interval | null {
  if (trials === 0) return null;
  if (successes < 0 || successes > trials) throw new RangeError(`${successes} of ${trials}`);
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
