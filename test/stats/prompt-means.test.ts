import { describe, expect, it } from 'vitest';
import { bootstrapMean } from '../../src/stats/bootstrap.ts';
import { promptMean, promptMeans } from '../../src/stats/prompt-means.ts';

const scores = (...counts: readonly (readonly [value: number, count: number])[]): number[] =>
  counts.flatMap(([value, count]) => Array.from({ length: count }, () => value));

describe('a mean for a picture', () => {
  it('of few questions is the bootstrap’s, to the digit where there are 40 or fewer', () => {
    const values = scores([0, 12], [0.5, 3], [1, 25]);
    expect(promptMean(values)).toEqual({ ...bootstrapMean(values), manner: 'bootstrap' });
  });

  /** The bootstrap has steps of a question; half of one is allowed beyond its own. */
  it.each([
    ['right and wrong answers', scores([0, 61], [1, 140])],
    ['differences', scores([-1, 20], [0, 160], [1, 40])],
    ['parts', scores([0, 50], [0.25, 60], [0.75, 70], [1, 120])],
  ])('of 201 questions and more needs no resampling: %s', (_name, values) => {
    const found = promptMean(values)!;
    const slow = bootstrapMean(values, { resamples: 10_000 })!;
    expect(found.manner).toBe('large-sample');
    expect(found.estimate).toBeCloseTo(slow.estimate, 12);
    expect(Math.abs(found.low - slow.low)).toBeLessThan(1.5 / values.length);
    expect(Math.abs(found.high - slow.high)).toBeLessThan(1.5 / values.length);
  });

  it.each([
    ['few wrong', scores([0, 4], [1, 12_496])],
    ['few better, none worse', scores([0, 2994], [0.5, 1], [1, 5])],
  ])('of thousands that a few decide is resampled from these few: %s', (_name, values) => {
    const found = promptMean(values)!;
    const slow = bootstrapMean(values, { resamples: 2000, seed: 9 })!;
    expect(found.manner).toBe('bootstrap');
    expect(found.estimate).toBeCloseTo(slow.estimate, 12);
    expect(Math.abs(found.low - slow.low)).toBeLessThan(1.5 / values.length);
    expect(Math.abs(found.high - slow.high)).toBeLessThan(1.5 / values.length);
  });

  it('is the same beside others, as many or more', () => {
    const lists = [scores([0, 9], [1, 11]), scores([1, 300], [0, 40]), [], scores([0, 15], [1, 5]), [1, 0]];
    expect(promptMeans(lists)).toEqual(lists.map(promptMean));
  });

  it('is the same each time, has no width where all score the same, and is none of none', () => {
    const values = scores([0, 30], [1, 30]);
    expect(promptMean(values)).toEqual(promptMean(values));
    expect(promptMean(scores([1, 500]))).toMatchObject({ estimate: 1, low: 1, high: 1 });
    expect(promptMean([])).toBeNull();
  });
});
