import { describe, expect, it } from 'vitest';
import { createRandom, deriveSeed } from '../../src/base/random.ts';
import { bootstrapMean } from '../../src/stats/bootstrap.ts';
import { clusteredMean } from '../../src/stats/clustered-mean.ts';
import { wilson } from '../../src/stats/wilson.ts';

describe('a mean over rollouts', () => {
  /**
   * numpy 2.4.6, 2,000,000 resamples of the ten questions: 0.31429 to 0.78378 (scipy 1.17.1's paired
   * percentile bootstrap of the ratio, 200,000: 0.31579 to 0.78378). The resampled ratios lie close
   * together there, so 10,000 of them may miss by a few thousandths.
   */
  it('draws questions with all their rollouts, however many each has', () => {
    const interval = clusteredMean([
      [1, 1, 0, 1],
      [0, 0],
      [1, 1, 1, 1, 1, 1],
      [0, 1, 0],
      [1],
      [0, 0, 0, 1, 0],
      [1, 1],
      [0, 1, 1, 1],
      [0, 0, 0],
      [1, 0, 1, 0],
    ]);
    expect(interval?.estimate).toBeCloseTo(19 / 34, 12);
    expect(Math.abs((interval?.low ?? 9) - 0.314286)).toBeLessThan(0.01);
    expect(Math.abs((interval?.high ?? 9) - 0.783784)).toBeLessThan(0.01);
  });

  it('with as many rollouts in each question is the mean of the questions', () => {
    const questions = [
      [1, 1],
      [0, 1],
      [0, 0],
    ];
    expect(clusteredMean(questions)).toEqual(bootstrapMean([1, 0.5, 0]));
  });

  /**
   * 300 made-up experiments of 50 questions with 8 rollouts each; a question is solved with the same
   * chance by all its rollouts, drawn evenly from 0 to 1, so the truth is 0.5. The standard error of
   * a coverage of 95 % over 300 is 1.3 %.
   */
  it('holds the truth in about 95 of 100 experiments, where independent trials would not', () => {
    let [clustered, independent] = [0, 0];
    const experiments = 300;
    for (let experiment = 0; experiment < experiments; experiment++) {
      const random = createRandom(deriveSeed(11, experiment));
      const questions = Array.from({ length: 50 }, () => {
        const chance = random.next();
        return Array.from({ length: 8 }, () => (random.next() < chance ? 1 : 0));
      });
      const interval = clusteredMean(questions, { resamples: 1000, seed: experiment });
      if (interval !== null && interval.low <= 0.5 && interval.high >= 0.5) clustered += 1;
      const right = questions.flat().filter((score) => score === 1).length;
      const naive = wilson(right, 400);
      if (naive !== null && naive.low <= 0.5 && naive.high >= 0.5) independent += 1;
    }
    expect(clustered / experiments).toBeGreaterThan(0.91);
    expect(clustered / experiments).toBeLessThan(0.98);
    expect(independent / experiments).toBeLessThan(0.8);
  });

  it('leaves out questions without rollouts, and is none of none', () => {
    expect(clusteredMean([[1], [], [0]])?.estimate).toBe(0.5);
    expect([clusteredMean([]), clusteredMean([[]])]).toEqual([null, null]);
  });
});
