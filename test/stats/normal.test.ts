import { describe, expect, it } from 'vitest';
import { quantile, twoSided, upperTail } from '../../src/stats/normal.ts';

describe('the normal distribution', () => {
  /** scipy 1.17.1, stats.norm.sf. */
  it.each([
    [-3, 0.9986501019683699],
    [-1, 0.8413447460685429],
    [0, 0.5],
    [0.5, 0.3085375387259869],
    [1, 0.15865525393145707],
    [1.96, 0.024997895148220435],
    [2.5, 0.006209665325776132],
    [3, 0.0013498980316300933],
    [5, 2.866515718791933e-7],
    [8, 6.22096057427174e-16],
    [20, 2.7536241186061556e-89],
  ])('has beyond %d the tail of the table', (z, tail) => {
    expect(upperTail(z) / tail).toBeCloseTo(1, 12);
  });

  /** scipy 1.17.1, stats.norm.ppf. */
  it.each([
    [0.5, 0],
    [0.6, 0.2533471031357997],
    [0.975, 1.959963984540054],
    [0.9995, 3.2905267314919255],
    [0.025, -1.9599639845400545],
    [1e-6, -4.753424308822899],
  ])('has the quantile of the table at %d', (p, z) => {
    expect(quantile(p)).toBeCloseTo(z, 9);
  });

  it('has 1.96 for an interval of 95 %', () => {
    expect(twoSided(0.95)).toBeCloseTo(1.959963984540054, 12);
    expect(twoSided(0.99)).toBeCloseTo(2.5758293035489004, 12);
  });

  it.each([0, 1, -0.1, Number.NaN])('refuses the quantile at %d', (p) => {
    expect(() => quantile(p)).toThrow(RangeError);
  });
});
