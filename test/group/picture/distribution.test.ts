import { describe, expect, test } from 'vitest';
import { binsOf, distributionOf } from '../../../src/group/picture/distribution.ts';
import { entriesOf } from '../../kit/entries.ts';

describe('the distribution of rewards', () => {
  test('has two bins where all are 0 or 1', () => {
    const entries = entriesOf({ rewards: [1, 1, 0, 1] }, { rewards: [0, 0, 0, 0] });
    const found = distributionOf('reward', entries, binsOf('reward', entries));
    expect(found.bins.map(({ from, to, count, flat }) => [from, to, count, flat])).toEqual([
      [0, 0, 5, 4],
      [1, 1, 3, 0],
    ]);
    expect(found).toMatchObject({ questions: 2, rollouts: 8, unknown: 0, flat: 1 });
  });

  test('has ten where there are parts, each bound in one bin, and leaves out what nobody judged', () => {
    const entries = entriesOf({ scored: 'rubric', rewards: [0, 0.1, 0.3, 0.95, 1, null] });
    const found = distributionOf('reward', entries, binsOf('reward', entries));
    expect(found.bins.map(({ count }) => count)).toEqual([1, 1, 0, 1, 0, 0, 0, 0, 0, 2]);
    expect(found).toMatchObject({ rollouts: 5, unknown: 1 });
  });
});

describe('the distribution of advantages', () => {
  test('holds every rollout, also those far out', () => {
    const entries = entriesOf({ rewards: [1, ...Array.from({ length: 63 }, () => 0)] });
    const found = distributionOf('advantage', entries, binsOf('advantage', entries));
    expect(found.bins.reduce((sum, { count }) => sum + count, 0)).toBe(64);
    expect(found.bins.at(-1)).toMatchObject({ to: Infinity, count: 1 });
  });

  test('has those of equal rewards in the middle bin, told apart', () => {
    const entries = entriesOf({ rewards: [1, 1, 1, 1] }, { rewards: [1, 1, 0, 0] });
    const { bins, flat } = distributionOf('advantage', entries, binsOf('advantage', entries));
    const filled = bins.filter(({ count }) => count > 0);
    expect(filled.map(({ from, to, count, flat: equal }) => [from, to, count, equal])).toEqual([
      [-1.25, -0.75, 2, 0],
      [-0.25, 0.25, 4, 4],
      [0.75, 1.25, 2, 0],
    ]);
    expect(flat).toBe(1);
  });

  test('of nothing is empty', () => {
    const found = distributionOf('advantage', [], binsOf('advantage', []));
    expect(found).toMatchObject({ questions: 0, rollouts: 0 });
  });
});
