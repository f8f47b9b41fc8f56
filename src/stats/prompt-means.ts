/**
 * Intervals of means at once, for pictures that are drawn anew at each click on a filter: the bounds
 * of bootstrap.ts, and from 201 questions on by the expansion of large-sample.ts. A report, which is made
 * once, resamples up to 1,000 questions, and may differ there in the third digit of a bound.
 */
import { createRandom } from '../base/random.ts';
import { bootstrapMeans, percentileBounds } from './bootstrap.ts';
import type { Interval } from './interval.ts';
import { largeSampleInterval } from './large-sample.ts';

/** More questions than this need no resampling, unless a few of them decide the mean. */
export const FEW = 200;

/** As many as bootstrap.ts takes. */
const RESAMPLES = 10_000;
const LEVEL = 0.95;

export type Manner = 'bootstrap' | 'large-sample';

export interface PromptMean extends Interval {
  /** Resampled, or by the expansion for many questions. */
  readonly manner: Manner;
}

/**
 * The mean of each list of scores; null of an empty one. The bounds are of 95 %, and always the same
 * for the same scores, whatever other lists stand beside them.
 */
export function promptMeans(lists: readonly (readonly number[])[]): (PromptMean | null)[] {
  const found = lists.map(withoutDrawing);
  // Lists as long as each other are resampled together, which draws once for all of them.
  const open = new Map<number, number[]>();
  lists.forEach(({ length }, at) => {
    if (found[at] === null && length > 0) open.set(length, [...(open.get(length) ?? []), at]);
  });
  for (const places of open.values()) {
    const means = bootstrapMeans(places.map((at) => lists[at] as readonly number[]));
    places.forEach((at, place) => {
      const mean = means[place] ?? null;
      found[at] = mean === null ? null : { ...mean, manner: 'bootstrap' };
    });
  }
  return found;
}

/** Of one list; see `promptMeans`. */
export const promptMean = (scores: readonly number[]): PromptMean | null =>
  promptMeans([scores])[0] ?? null;

function withoutDrawing(scores: readonly number[]): PromptMean | null {
  const expanded = largeSampleInterval(scores, LEVEL, FEW);
  if (expanded !== null) return { ...expanded, manner: 'large-sample' };
  const drawn = ofFewDeviants(scores);
  return drawn === null ? null : { ...drawn, manner: 'bootstrap' };
}

/**
 * Where nearly all of many questions score the same, as right answers of a good model do, only how
 * often the others are drawn must be drawn: first how many of them, which is binomial, then which.
 * Null where there are few questions, or many others.
 */
function ofFewDeviants(scores: readonly number[]): Interval | null {
  const n = scores.length;
  if (n <= FEW) return null;
  const common = mostFrequent(scores);
  const others = scores.filter((score) => score !== common);
  if (others.length > n / 4 || others.length > 200) return null;
  const random = createRandom(1);
  const share = others.length / n;
  const means = new Float64Array(RESAMPLES);
  for (let time = 0; time < RESAMPLES; time++) {
    let above = 0;
    for (let left = binomial(n, share, random.next()); left > 0; left--) {
      above += random.pick(others) - common;
    }
    means[time] = common + above / n;
  }
  const estimate = common + others.reduce((sum, score) => sum + score - common, 0) / n;
  return { estimate, ...percentileBounds(means, LEVEL) };
}

function mostFrequent(scores: readonly number[]): number {
  const counts = new Map<number, number>();
  let common = scores[0] as number;
  for (const score of scores) {
    const count = (counts.get(score) ?? 0) + 1;
    counts.set(score, count);
    if (count > (counts.get(common) ?? 0)) common = score;
  }
  return common;
}

/** The number of hits of n trials at which the distribution passes `uniform`, by adding up from 0. */
function binomial(n: number, share: number, uniform: number): number {
  let chance = (1 - share) ** n;
  let sum = chance;
  let hits = 0;
  while (uniform > sum && hits < n) {
    hits += 1;
    chance *= ((n - hits + 1) / hits) * (share / (1 - share));
    sum += chance;
  }
  return hits;
}
