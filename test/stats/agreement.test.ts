import { expect, test } from 'vitest';
import { pairAgreement } from '../../src/stats/agreement.ts';

test('rollouts agree in the share of pairs with the same answer', () => {
  expect(pairAgreement([0, 0, 0, 0])).toBe(1);
  expect(pairAgreement([0, 1, 2, 3])).toBe(0);
  // Three pairs of the first answer and one of the second, of ten.
  expect(pairAgreement([0, 0, 0, 1, 1])).toBeCloseTo(0.4, 14);
});

test('a rollout without an answer agrees with none, not even with its like', () => {
  expect(pairAgreement([null, null])).toBe(0);
  expect(pairAgreement([0, 0, null])).toBeCloseTo(1 / 3, 14);
});

test('one rollout alone can neither agree nor disagree', () => {
  expect([pairAgreement([0]), pairAgreement([])]).toEqual([null, null]);
});
