import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/base/random.ts';
import { choose } from '../../src/stats/binomial.ts';
import { bootstrapMean, bootstrapMeans, pairedBootstrap, percentile } from '../../src/stats/bootstrap.ts';

const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);

describe('the paired bootstrap', () => {
  /**
   * 50 questions: synthesis alone right on 6, majority alone on 3, the same on 41. The resampled
   * sum is multinomial; numpy's exact convolution of 50 draws has P(mean ≤ −0.08) = 0.0130,
   * P(≤ −0.06) = 0.0299, P(≤ 0.16) = 0.9669, P(≤ 0.18) = 0.9846, so the 2.5 % and 97.5 % points are
   * −0.06 and 0.18. scipy 1.17.1's bootstrap (percentile, 200,000 resamples) gives the same.
   */
  it('finds the exact percentiles of right and wrong answers', () => {
    const synthesis = [...Array.from({ length: 6 }, () => 1), ...zeros(44)];
    const majority = [...zeros(6), 1, 1, 1, ...zeros(41)];
    const interval = pairedBootstrap(synthesis, majority);
    expect(interval?.estimate).toBeCloseTo(0.06, 12);
    expect(interval?.low).toBeCloseTo(-0.06, 12);
    expect(interval?.high).toBeCloseTo(0.18, 12);
  });

  /**
   * scipy.stats.bootstrap of a − b, percentile, 2,000,000 resamples: 0.01333 to 0.12583. Ours has
   * 10,000, which leaves a standard error of about 0.0008 in each bound: four of them are allowed.
   */
  it('agrees with scipy on scores between 0 and 1', () => {
    const a = [0.12, 0.55, 0.43, 0.91, 0.37, 0.68, 0.24, 0.79, 0.5, 0.33, 0.86, 0.61];
    const b = [0.2, 0.41, 0.4, 0.73, 0.39, 0.52, 0.3, 0.58, 0.47, 0.21, 0.9, 0.44];
    const interval = pairedBootstrap(a, b);
    expect(interval?.estimate).toBeCloseTo(0.07, 12);
    expect(Math.abs((interval?.low ?? 9) - 0.013333)).toBeLessThan(0.0032);
    expect(Math.abs((interval?.high ?? 9) - 0.125833)).toBeLessThan(0.0032);
  });

  /**
   * 600 made-up experiments of 100 questions with a known true difference of 0.05. A true 95 %
   * interval covers 95 % of them with a standard error of 0.9 %; the percentile bootstrap loses
   * about half a percent at this size. Within 2.5 % of 95 % there is no room for an interval that
   * holds 90 %, and none for one that is far too wide.
   */
  it('covers the truth in about 95 of 100 experiments', () => {
    const random = createRandom(7);
    let covered = 0;
    const experiments = 600;
    for (let experiment = 0; experiment < experiments; experiment++) {
      const a: number[] = [];
      const b: number[] = [];
      for (let question = 0; question < 100; question++) {
        const draw = random.next();
        a.push(draw < 0.75 ? 1 : 0);
        // Both right 0.6, a alone 0.15, b alone 0.10, neither 0.15.
        b.push(draw < 0.6 || (draw >= 0.75 && draw < 0.85) ? 1 : 0);
      }
      const interval = pairedBootstrap(a, b, { resamples: 1000, seed: experiment });
      if (interval !== null && interval.low <= 0.05 && interval.high >= 0.05) covered++;
    }
    expect(covered / experiments).toBeGreaterThan(0.925);
    expect(covered / experiments).toBeLessThan(0.975);
  });

  it('uses the pairing: what is hard for both methods leaves no doubt about their difference', () => {
    const majority = Array.from({ length: 40 }, (_, at) => at % 2);
    const synthesis = majority.map((score) => score + 0.1);
    const interval = pairedBootstrap(synthesis, majority);
    expect(interval?.low).toBeCloseTo(0.1, 12);
    expect(interval?.high).toBeCloseTo(0.1, 12);
  });

  it('gives the same interval for the same seed', () => {
    const a = [1, 0, 1, 1, 0, 1];
    const b = [0, 0, 1, 0, 1, 1];
    expect(pairedBootstrap(a, b, { seed: 5 })).toEqual(pairedBootstrap(a, b, { seed: 5 }));
  });

  it('of no questions is none', () => {
    expect(pairedBootstrap([], [])).toBeNull();
  });

  it('refuses lists that are no pairs', () => {
    expect(() => pairedBootstrap([1], [1, 0])).toThrow(RangeError);
  });
});

describe('the bootstrap of several methods', () => {
  it('draws the same questions for all, so that each has the interval that it has alone', () => {
    const [single, majority] = [
      [1, 0, 1, 1, 0, 1, 0.5],
      [0, 0, 1, 0, 1, 1, 1],
    ];
    expect(bootstrapMeans([single, majority], { seed: 3 })).toEqual([
      bootstrapMean(single, { seed: 3 }),
      bootstrapMean(majority, { seed: 3 }),
    ]);
  });

  it('has no intervals of no questions, and none of no methods', () => {
    expect([bootstrapMeans([[], []]), bootstrapMeans([])]).toEqual([[null, null], []]);
  });

  it('refuses methods that did not answer the same questions', () => {
    expect(() => bootstrapMeans([[1], [1, 0]])).toThrow(RangeError);
  });

  /**
   * What caution.ts warns of. Of right and wrong answers the bounds are points of a binomial
   * distribution; scipy 1.17.1 has these coverages, the mean over true shares from 0.0005 to 0.9995.
   * Ours differ by where 10,000 resamples put a bound that lies between two whole numbers.
   */
  it.each([
    [10, 0.7798],
    [30, 0.8791],
    [100, 0.9259],
  ])('of %i right and wrong answers holds less than its level', (questions, mean) => {
    const intervals = Array.from({ length: questions + 1 }, (_, right) =>
      bootstrapMean(Array.from({ length: questions }, (_, at) => (at < right ? 1 : 0))),
    );
    const coverage = (p: number): number =>
      intervals.reduce((sum, interval, right) => {
        const holds = interval !== null && interval.low <= p && p <= interval.high;
        const chance = choose(questions, right) * p ** right * (1 - p) ** (questions - right);
        return holds ? sum + chance : sum;
      }, 0);
    const all = Array.from({ length: 1000 }, (_, at) => coverage((at + 0.5) / 1000));
    expect(Math.abs(all.reduce((sum, one) => sum + one, 0) / 1000 - mean)).toBeLessThan(0.01);
  });
});

describe('percentiles', () => {
  it('lie between neighbours as numpy puts them', () => {
    // numpy 2.4.6: np.percentile([1, 2, 4, 8, 16], [2.5, 10, 50, 97.5]) is 1.1, 1.4, 4, 15.2.
    const of = (fraction: number): number => percentile([1, 2, 4, 8, 16], fraction);
    expect([of(0.025), of(0.1), of(0.5), of(0.975)]).toEqual([
      expect.closeTo(1.1, 12),
      expect.closeTo(1.4, 12),
      4,
      expect.closeTo(15.2, 12),
    ]);
  });
});
