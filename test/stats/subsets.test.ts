import { describe, expect, it } from 'vitest';
import { passAtK } from '../../src/stats/pass-at-k.ts';
import { subsetsOf } from '../../src/stats/subsets.ts';

describe('subsets of a recording', () => {
  it('are all there where they are few', () => {
    const { exact, subsets } = subsetsOf(4, 2);
    expect(exact).toBe(true);
    expect(subsets).toEqual([
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
      [2, 3],
    ]);
  });

  it('of the whole size are the recording itself', () => {
    expect(subsetsOf(64, 64)).toEqual({
      exact: true,
      subsets: [Array.from({ length: 64 }, (_, place) => place)],
    });
  });

  it('give the unbiased pass@k exactly where they are all there', () => {
    const right = [true, false, false, true, false, false, true, false];
    const { subsets } = subsetsOf(8, 3);
    const passed = subsets.filter((subset) => subset.some((place) => right[place]));
    expect(passed.length / subsets.length).toBeCloseTo(passAtK(8, 3, 3), 12);
  });

  it('are drawn where they are many: as many as asked for, none twice, in the order of places', () => {
    const { exact, subsets } = subsetsOf(32, 8, { most: 500, seed: 3 });
    expect(exact).toBe(false);
    expect(new Set(subsets.map((subset) => subset.join())).size).toBe(500);
    for (const subset of subsets) {
      expect(new Set(subset).size).toBe(8);
      expect([...subset].sort((a, b) => a - b)).toEqual(subset);
      expect(Math.max(...subset)).toBeLessThan(32);
    }
  });

  it('are the same for the same seed, and others for another', () => {
    const of = (seed: number): unknown => subsetsOf(32, 8, { seed }).subsets;
    expect(of(5)).toEqual(of(5));
    expect(of(5)).not.toEqual(of(6));
  });

  it('favour no place', () => {
    const { subsets } = subsetsOf(32, 8, { most: 4000 });
    const seen = Array.from({ length: 32 }, () => 0);
    for (const place of subsets.flat()) seen[place] = (seen[place] ?? 0) + 1;
    // 1,000 expected of each, with a standard deviation of 27: four of them are allowed.
    for (const count of seen) expect(Math.abs(count - 1000)).toBeLessThan(110);
  });

  it('are found even where all but one are wanted', () => {
    expect(subsetsOf(6, 3, { most: 19 }).subsets).toHaveLength(19);
  });

  it.each([
    [4, 5],
    [4, 0],
    [4, 1.5],
  ])('from %d of size %d are refused', (total, size) => {
    expect(() => subsetsOf(total, size)).toThrow(RangeError);
  });
});
