import { describe, expect, it } from 'vitest';
import {
  cautionsOfDifference,
  cautionsOfMean,
  ENOUGH_DIFFERENCES,
} from '../../src/stats/caution.ts';
import { mcnemar } from '../../src/stats/mcnemar.ts';

const scores = (count: number, right: number): number[] =>
  Array.from({ length: count }, (_, at) => (at < right ? 1 : 0));
const kinds = (cautions: readonly { readonly kind: string }[]): string[] =>
  cautions.map(({ kind }) => kind);

describe('what an interval must not be read as', () => {
  it('is nothing, of many questions with a clear difference', () => {
    expect(cautionsOfMean(scores(100, 60))).toEqual([]);
    expect(cautionsOfDifference(scores(100, 20), { estimate: 0.2, low: 0.1, high: 0.3 })).toEqual(
      [],
    );
  });

  it('is an interval of full level, of fewer than 100 questions', () => {
    expect(cautionsOfMean(scores(99, 10))).toEqual([
      { kind: 'few-questions', questions: 99, enough: 100 },
    ]);
    expect(kinds(cautionsOfMean(scores(100, 10)))).toEqual([]);
  });

  it('is certainty, where all questions score the same', () => {
    // Hanley and Lippman-Hand 1983: none of 100 leaves 3 % possible.
    expect(cautionsOfMean(scores(100, 100))).toEqual([
      { kind: 'no-spread', questions: 100, share: expect.closeTo(0.0295, 4) },
    ]);
  });

  it('is a comparison, where too few questions differ for any test to tell', () => {
    const interval = { estimate: 0.05, low: 0.01, high: 0.1 };
    expect(cautionsOfDifference(scores(100, 5), interval)).toEqual([
      { kind: 'few-differences', differences: 5, enough: ENOUGH_DIFFERENCES },
    ]);
    expect(mcnemar(ENOUGH_DIFFERENCES - 1, 0).exact).toBeGreaterThan(0.05);
    expect(mcnemar(ENOUGH_DIFFERENCES, 0).exact).toBeLessThan(0.05);
  });

  it('is a winner, where the interval holds 0', () => {
    const interval = { estimate: 0.02, low: -0.01, high: 0.05 };
    expect(kinds(cautionsOfDifference(scores(100, 20), interval))).toEqual(['undecided']);
  });

  it('is anything, of no questions', () => {
    expect(kinds(cautionsOfDifference([], null))).toEqual(['few-questions', 'few-differences']);
  });
});
