import { createRandom } from '../base/random.ts';
import type { BootstrapOptions } from './bootstrap.ts';
import { percentile } from './bootstrap.ts';
import type { Interval } from './interval.ts';

/** Of one cluster, such as one question: how many of how many. */
export interface Part {
  readonly hits: number;
  readonly of: number;
}

/**
 * A share over counts that come in clusters, with the percentile bootstrap over whole clusters (Efron
 * and Tibshirani 1993): what comes out of one question hangs together, so an interval as of
 * independent trials would be too narrow. Null where there is nothing to count. A share of 0 or 1 has
 * an interval of no width, whatever the number of clusters: give the counts beside it.
 */
export function clusteredShare(
  parts: readonly Part[],
  { resamples = 10_000, level = 0.95, seed = 1 }: BootstrapOptions = {},
): Interval | null {
  const all = parts.reduce((sum, part) => sum + part.of, 0);
  if (all === 0) return null;
  const estimate = parts.reduce((sum, part) => sum + part.hits, 0) / all;
  const random = createRandom(seed);
  const shares: number[] = [];
  for (let at = 0; at < resamples; at += 1) {
    let hits = 0;
    let of = 0;
    for (let draw = 0; draw < parts.length; draw += 1) {
      const part = parts[Math.floor(random.next() * parts.length)];
      hits += part?.hits ?? 0;
      of += part?.of ?? 0;
    }
    if (of > 0) shares.push(hits / of);
  }
  shares.sort((a, b) => a - b);
  const tail = (1 - level) / 2;
  return { estimate, low: percentile(shares, tail), high: percentile(shares, 1 - tail) };
}
