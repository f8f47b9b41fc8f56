import { describe, expect, it } from 'vitest';
import { choose } from '../../src/stats/binomial.ts';
import { wilson } from '../../src/stats/wilson.ts';

/** The chance that the interval of n trials holds the true share p, over all outcomes. */
const coverage = (n: number, p: number): number =>
  Array.from({ length: n + 1 }, (_, k) => {
    const interval = wilson(k, n);
    const holds = interval !== null && interval.low <= p && p <= interval.high;
    return holds ? choose(n, k) * p ** k * (1 - p) ** (n - k) : 0;
  }).reduce((sum, chance) => sum + chance, 0);

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

  /** scipy as above, with 0.9 and 0.99. */
  it.each([
    [81, 263, 0.9, 0.26331361718848145, 0.3565663496084882],
    [81, 263, 0.99, 0.24013690268760768, 0.3852825023182298],
    [7, 10, 0.99, 0.32002467920110256, 0.9204336834769342],
  ])('of %i in %i widens with the level %d', (successes, trials, level, low, high) => {
    const interval = wilson(successes, trials, level);
    expect(interval?.low).toBeCloseTo(low, 12);
    expect(interval?.high).toBeCloseTo(high, 12);
  });

  /**
   * Over 1,000 true shares from 0.0005 to 0.9995, exactly: mean 0.9539, 0.9524, 0.9515 and 0.9509 by
   * scipy 1.17.1's binomial distribution; the lowest, near the ends, is 0.84.
   */
  it.each([
    [10, 0.95392750522767],
    [30, 0.9524392584278074],
    [50, 0.951525072882601],
    [100, 0.9508961670749563],
  ])('of %i trials holds the true share in 95 of 100 cases on average', (trials, mean) => {
    const all = Array.from({ length: 1000 }, (_, at) => coverage(trials, (at + 0.5) / 1000));
    expect(all.reduce((sum, one) => sum + one, 0) / 1000).toBeCloseTo(mean, 9);
    expect(Math.min(...all)).toBeGreaterThan(0.83);
  });

  it('of no trials is none', () => {
    expect(wilson(0, 0)).toBeNull();
  });

  it.each([
    [3, 2],
    [-1, 2],
    [0.5, 2],
    [0, Number.NaN],
  ])('refuses %d of %d, which only a bug can ask for', (successes, trials) => {
    expect(() => wilson(successes, trials)).toThrow(RangeError);
  });
});
