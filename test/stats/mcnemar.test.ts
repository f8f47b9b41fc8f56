import { describe, expect, it } from 'vitest';
import { choose } from '../../src/stats/binomial.ts';
import { mcnemar } from '../../src/stats/mcnemar.ts';

describe("McNemar's test", () => {
  /**
   * 150 and 86 are the approval ratings in Agresti, Categorical Data Analysis, table 10.1; all
   * p-values from statsmodels 0.15.0, mcnemar(exact=True) and (exact=False, correction=True).
   */
  it.each([
    [150, 86, 3.7159361395713866e-5, 16.81779661016949, 4.114562281345944e-5],
    [121, 59, 4.4344492637551645e-6, 20.67222222222222, 5.450094825427117e-6],
    [6, 3, 0.5078125, 0.4444444444444444, 0.5049850750938457],
    [0, 5, 0.0625, 3.2, 0.07363827012030258],
    [0, 6, 0.03125, 4.166666666666667, 0.041226833337163815],
    [1, 9, 0.021484375, 4.9, 0.02685669550752441],
    [40, 5, 7.878384167270269e-8, 25.68888888888889, 4.0112993295804213e-7],
    [700, 500, 8.535366081034316e-9, 33.00083333333333, 9.21193790528664e-9],
    [3000, 2000, 1.3002310005205326e-45, 199.6002, 2.5531576493095586e-45],
  ])('of %i against %i gives what the reference gives', (first, second, exact, statistic, p) => {
    const test = mcnemar(first, second);
    expect(test.discordant).toBe(first + second);
    expect(test.exact / exact).toBeCloseTo(1, 10);
    expect(test.corrected.statistic).toBeCloseTo(statistic, 10);
    expect(test.corrected.p / p).toBeCloseTo(1, 10);
  });

  it('asks both ways round alike', () => {
    expect(mcnemar(9, 1)).toEqual(mcnemar(1, 9));
  });

  it('finds nothing where both are right alone equally often, or never', () => {
    // As R's mcnemar.test: the correction does not push a difference of 0 past 0.
    for (const count of [0, 10]) {
      expect(mcnemar(count, count)).toMatchObject({ exact: 1, corrected: { statistic: 0, p: 1 } });
    }
  });

  it('rejects equal methods in at most 5 of 100 cases, however few questions differ', () => {
    for (let discordant = 1; discordant <= 60; discordant++) {
      let rejected = 0;
      for (let first = 0; first <= discordant; first++) {
        if (mcnemar(first, discordant - first).exact > 0.05) continue;
        rejected += choose(discordant, first) / 2 ** discordant;
      }
      expect(rejected).toBeLessThanOrEqual(0.05);
    }
  });

  it.each([
    [-1, 2],
    [1, 0.5],
  ])('refuses %d against %d', (first, second) => {
    expect(() => mcnemar(first, second)).toThrow(RangeError);
  });
});
