import { expect, test } from 'vitest';
import { choose } from '../../src/stats/binomial.ts';

test('choosing k of n is counted exactly as far as numbers are exact', () => {
  expect([choose(8, 3), choose(5, 0), choose(5, 5), choose(52, 5), choose(56, 28)]).toEqual([
    56, 1, 1, 2598960, 7648690600760440,
  ]);
});

test('beyond that it keeps its first digits', () => {
  // Python: math.comb(1000, 500).
  expect(choose(1000, 500) / 2.702882409454366e299).toBeCloseTo(1, 12);
});

test('there is no way to choose more than there are, or fewer than none', () => {
  expect([choose(3, 4), choose(3, -1)]).toEqual([0, 0]);
});
