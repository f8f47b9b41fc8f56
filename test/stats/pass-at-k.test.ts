import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choose } from '../../src/stats/binomial.ts';
import { passAtK } from '../../src/stats/pass-at-k.ts';

describe('pass@k', () => {
  /** Exact fractions in Python, 1 − comb(n − c, k) / comb(n, k). */
  it.each([
    [8, 3, 4, 0.9285714285714286],
    [10, 1, 5, 0.5],
    [200, 3, 100, 0.8768844221105527],
    [64, 20, 8, 0.9599579743944172],
    [1000, 1, 500, 0.5],
    [100000, 10, 50000, 0.9990238768959967],
    [200, 150, 40, 1],
    [5, 5, 2, 1],
    [5, 0, 5, 0],
  ])('of %i rollouts, %i right, at k = %i is the exact value', (n, c, k, value) => {
    expect(passAtK(n, c, k)).toBeCloseTo(value, 12);
  });

  it('at 1 is the share of right rollouts, at n whether any is right', () => {
    expect(passAtK(8, 3, 1)).toBeCloseTo(3 / 8, 14);
    expect([passAtK(8, 1, 8), passAtK(8, 0, 8)]).toEqual([1, 0]);
  });

  it('is the formula wherever the formula can be computed', () => {
    const numbers = fc.integer({ min: 1, max: 40 }).chain((n) =>
      fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n }), fc.integer({ min: 1, max: n })),
    );
    fc.assert(
      fc.property(numbers, ([n, c, k]) => {
        expect(passAtK(n, c, k)).toBeCloseTo(1 - choose(n - c, k) / choose(n, k), 12);
      }),
    );
  });

  it.each([
    [4, 5, 1],
    [4, 2, 5],
    [4, 2, 0],
    [4, 1.5, 2],
  ])('of %d rollouts, %d right, at %d is refused', (n, c, k) => {
    expect(() => passAtK(n, c, k)).toThrow(RangeError);
  });
});
