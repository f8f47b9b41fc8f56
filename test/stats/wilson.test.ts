import { describe, expect, it } from 'vitest';
import { wilson } from '../../src/stats/wilson.ts';

describe('the Wilson interval', () => {
  /**
   * The four examples of Newcombe, Statistics in Medicine 17 (1998), table I, method 3, and one at
   * the other end; decimals beyond the table's four from scipy 1.17.1,
   * binomtest(k, n).proportion_ci(0.95, 'wilson').
   */
  it.each([
    [81, 263, 0.2552885198782742, 0.36620957698280004],
    [15, 148, 0.06238639953073629, 0.16048724172330803],
    [0, 20, 0, 0.16112515805281935],
    [1, 29, 0.006113214292762667, 0.17175521879320282],
    [29, 29, 0.8830302015002592, 1],
  ])('of %i in %i is the one in the textbook', (successes, trials, low, high) => {
    const interval = wilson(successes, trials);
    expect(interval?.estimate).toBe(successes / trials);
    expect(interval?.low).toBeCloseTo(low, 12);
    expect(interval?.high).toBeCloseTo(high, 12);
  });

  it('of no trials is none', () => {
    expect(wilson(0, 0)).toBeNull();
  });

  it('refuses more successes than trials, which only a bug can ask for', () => {
    expect(() => wilson(3, 2)).toThrow(RangeError);
  });
});
