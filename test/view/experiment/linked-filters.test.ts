import { describe, expect, test } from 'vitest';
import type { Filters } from '../../../src/view/experiment/linked-filters.ts';
import { linkFilters, NO_FILTERS } from '../../../src/view/experiment/linked-filters.ts';
import { entriesOf } from '../../kit/entries.ts';

const entries = entriesOf(
  { scores: { synthesis: 1, oracle: 1 }, rewards: [1, 1] },
  { scores: { synthesis: 1, oracle: 1 }, rewards: [1, 0], disagrees: true },
  { scores: { synthesis: 1, oracle: 0 }, rewards: [0, 0], disagrees: true },
  { scores: { synthesis: 0, oracle: 0 }, rewards: [1, 1] },
  { scored: 'rubric', rewards: [0.25, null, 0.5] },
);

const link = (filters: Partial<Filters>) => {
  const { listed, seenBy } = linkFilters(entries, { ...NO_FILTERS, ...filters });
  const places = (some: typeof entries): number[] => some.map(({ index }) => index);
  return {
    listed: places([...listed]),
    quadrant: places([...seenBy.quadrant]),
    allWrong: places([...seenBy.allWrong]),
    reward: places([...seenBy.reward]),
    advantage: places([...seenBy.advantage]),
  };
};

const ALL = [0, 1, 2, 3, 4];
const zero = { from: 0, to: 0, closed: true };

describe('linked filters', () => {
  test('set to nothing let everything pass', () => {
    expect(link({})).toEqual({
      listed: ALL,
      quadrant: ALL,
      allWrong: ALL,
      reward: ALL,
      advantage: ALL,
    });
  });

  test('narrow the list and every other chart, but not the one that was set', () => {
    expect(link({ quadrant: 'disagree-right' })).toEqual({
      listed: [1, 2],
      quadrant: ALL,
      allWrong: [1, 2],
      reward: [1, 2],
      advantage: [1, 2],
    });
  });

  test('together show each chart what passes all but its own', () => {
    expect(link({ quadrant: 'disagree-right', reward: zero })).toEqual({
      listed: [1, 2],
      quadrant: [1, 2],
      allWrong: [1, 2],
      reward: [1, 2],
      advantage: [1, 2],
    });
    expect(link({ quadrant: 'agree-right', reward: zero })).toEqual({
      listed: [],
      quadrant: [1, 2],
      allWrong: [],
      reward: [0],
      advantage: [],
    });
  });

  test('take a question by any of its rollouts, and one without a known answer for none right', () => {
    expect(link({ reward: { from: 0.5, to: 0.6, closed: false } }).listed).toEqual([4]);
    expect(link({ reward: { from: 0.4, to: 0.5, closed: false } }).listed).toEqual([]);
    expect(link({ advantage: { from: 0.75, to: 1.25, closed: false } }).listed).toEqual([1, 4]);
    expect(link({ allWrong: true }).listed).toEqual([2, 3]);
  });
});
