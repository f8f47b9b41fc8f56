import { expect, test } from 'vitest';
import { quadrantOf, quadrants } from '../../src/stats/quadrants.ts';

test('questions fall into four kinds, by agreement and by being right', () => {
  const outcome = (disagrees: boolean, synthesisRight: boolean, allWrong = false) => ({
    disagrees,
    synthesisRight,
    allWrong,
  });
  expect(
    quadrants([
      outcome(false, true),
      outcome(false, true),
      outcome(false, false, true),
      outcome(true, true),
      outcome(true, true, true),
      outcome(true, false),
    ]),
  ).toEqual({
    counts: { 'agree-right': 2, 'agree-wrong': 1, 'disagree-right': 2, 'disagree-wrong': 1 },
    allWrong: 2,
    rescued: 1,
  });
});

test('one question has one kind, by which a list can be filtered', () => {
  expect(quadrantOf({ disagrees: true, synthesisRight: false })).toBe('disagree-wrong');
});

test('no questions fall into no kind', () => {
  expect(Object.values(quadrants([]).counts)).toEqual([0, 0, 0, 0]);
});
