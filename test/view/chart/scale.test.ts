import { describe, expect, test } from 'vitest';
import { countAxis, linear, log2, shareAxis } from '../../../src/view/chart/scale.ts';

describe('scales', () => {
  test('map the ends to the ends, and doublings to equal steps', () => {
    const scale = log2(1, 8, 10, 70);
    expect([1, 2, 4, 8].map(scale)).toEqual([10, 30, 50, 70]);
    expect([0, 5, 10].map(linear(0, 10, 100, 0))).toEqual([100, 50, 0]);
  });

  test('put the only number there is in the middle', () => {
    expect(log2(1, 1, 10, 30)(1)).toBe(20);
    expect(linear(3, 3, 10, 30)(3)).toBe(20);
  });
});

describe('an axis of shares', () => {
  test('has round ends around what it holds, and few ticks', () => {
    expect(shareAxis([0.672, 0.913])).toEqual({ from: 0.65, to: 0.95, ticks: [0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95] });
    expect(shareAxis([0, 1]).ticks).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  });

  test('stays within 0 and 1, and is an axis for one share alone or none', () => {
    expect(shareAxis([1])).toEqual({ from: 0.99, to: 1, ticks: [0.99, 1] });
    expect(shareAxis([0])).toEqual({ from: 0, to: 0.01, ticks: [0, 0.01] });
    expect(shareAxis([])).toEqual(shareAxis([0, 1]));
  });
});

test('an axis of rewards goes below 0 where they do', () => {
  expect(shareAxis([-0.31, 0.2]).ticks).toEqual([-0.4, -0.3, -0.2, -0.1, 0, 0.1, 0.2]);
});

describe('an axis of counts', () => {
  test('goes from 0 past the most, in whole round steps', () => {
    expect(countAxis(7).ticks).toEqual([0, 2, 4, 6, 8]);
    expect(countAxis(830)).toEqual({ from: 0, to: 1000, ticks: [0, 500, 1000] });
    expect(countAxis(1).ticks).toEqual([0, 1]);
    expect(countAxis(0).ticks).toEqual([0, 1]);
  });
});
