import { expect, it } from 'vitest';
import { mean } from '../../src/stats/mean.ts';

it('the mean of no numbers is no number', () => {
  expect(mean([])).toBeNull();
  expect(mean([1, 2, 6])).toBe(3);
});
