import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advantages, knownAdvantages } from '../../src/reward/advantage.ts';

describe('advantages', () => {
  it('are the reward against the group mean, in group standard deviations', () => {
    // Mean 0.25, population deviation √(0.25 · 0.75) = 0.4330127.
    expect(advantages([1, 0, 0, 0])).toEqual([
      expect.closeTo(1.7320508, 6),
      expect.closeTo(-0.5773503, 6),
      expect.closeTo(-0.5773503, 6),
      expect.closeTo(-0.5773503, 6),
    ]);
  });

  it('are all zero where every rollout earned the same', () => {
    expect(advantages([1, 1, 1])).toEqual([0, 0, 0]);
    expect(advantages([0.1, 0.1, 0.1])).toEqual([0, 0, 0]);
    expect(advantages([])).toEqual([]);
  });

  it('are of the known rewards alone, and null of the others', () => {
    expect(knownAdvantages([1, null, 0, null])).toEqual([1, null, -1, null]);
    expect(knownAdvantages([null, 0.5])).toEqual([null, 0]);
    expect(knownAdvantages([null, null])).toEqual([null, null]);
  });

  it('have mean 0 and deviation 1 in any other group', () => {
    const rewards = fc.array(
      fc.integer({ min: 0, max: 12 }).map((x) => x / 12),
      { minLength: 2, maxLength: 32 },
    );
    fc.assert(
      fc.property(rewards, (group) => {
        fc.pre(new Set(group).size > 1);
        const values = advantages(group);
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        const variance = values.reduce((sum, value) => sum + value ** 2, 0) / values.length;
        expect(mean).toBeCloseTo(0, 9);
        expect(variance).toBeCloseTo(1, 9);
      }),
    );
  });
});
