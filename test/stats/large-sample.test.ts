import { describe, expect, it } from 'vitest';
import { bootstrapMean, pairedBootstrap } from '../../src/stats/bootstrap.ts';
import { largeSampleInterval } from '../../src/stats/large-sample.ts';

const scores = (...counts: readonly (readonly [value: number, count: number])[]): number[] =>
  counts.flatMap(([value, count]) => Array.from({ length: count }, () => value));

describe('the bootstrap of many questions', () => {
  /**
   * The resampled sum is multinomial; numpy 2.4.6's exact convolution of all draws has its 2.5 % and
   * 97.5 % points at these places. They are whole numbers of questions: one of them is allowed.
   */
  it.each([
    ['differences', scores([-1, 60], [0, 1340], [1, 100]), 0.01, 0.043333],
    ['right and wrong answers', scores([0, 600], [1, 2400]), 0.785667, 0.814333],
    ['rare right answers', scores([0, 1980], [1, 20]), 0.006, 0.0145],
  ])('of %s needs no resampling to find its exact bounds', (_name, values, low, high) => {
    const interval = largeSampleInterval(values, 0.95);
    const one = 1 / values.length;
    expect(Math.abs((interval?.low ?? 9) - low)).toBeLessThan(one);
    expect(Math.abs((interval?.high ?? 9) - high)).toBeLessThan(one);
    expect(bootstrapMean(values, { resamples: 1 })).toEqual(interval);
  });

  it('with very few right answers is resampled: an expansion would not do', () => {
    // As above: the exact points are 0.0008 and 0.0034.
    const rare = scores([0, 4990], [1, 10]);
    expect(largeSampleInterval(rare, 0.95)).toBeNull();
    const interval = bootstrapMean(rare, { resamples: 4000 });
    expect(Math.abs((interval?.low ?? 9) - 0.0008)).toBeLessThan(0.0002);
    expect(Math.abs((interval?.high ?? 9) - 0.0034)).toBeLessThan(0.0002);
  });

  it('of equal scores has no width', () => {
    const same = scores([1, 2000]);
    expect(pairedBootstrap(same, same)).toEqual({ estimate: 0, low: 0, high: 0 });
  });

  it('is resampled up to 1,000 questions', () => {
    expect(largeSampleInterval(scores([0, 500], [1, 500]), 0.95)).toBeNull();
  });
});
