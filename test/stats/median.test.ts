import { expect, test } from 'vitest';
import { median } from '../../src/stats/median.ts';

test('the median is the middle value, or the mean of the two middle ones', () => {
  expect([median([3]), median([9, 1, 2]), median([4, 1, 3, 2])]).toEqual([3, 2, 2.5]);
});

test('the median of no values is refused', () => {
  expect(() => median([])).toThrow(RangeError);
});
