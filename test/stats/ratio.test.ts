import { describe, expect, test } from 'vitest';
import { pairedBootstrap } from '../../src/stats/bootstrap.ts';
import { clusteredShare } from '../../src/stats/ratio.ts';

describe('a share over clusters', () => {
  const parts = [3, 8, 5, 0, 8, 7, 2, 6].map((hits) => ({ hits, of: 8 }));

  test('of one size is the mean of their shares, with the same bounds as its bootstrap', () => {
    const shares = parts.map(({ hits, of }) => hits / of);
    const mean = pairedBootstrap(shares, shares.map(() => 0));
    const found = clusteredShare(parts);
    expect(found?.estimate).toBeCloseTo(39 / 64, 12);
    expect(found?.low).toBeCloseTo(mean!.low, 12);
    expect(found?.high).toBeCloseTo(mean!.high, 12);
  });

  test('counts what is in them, not the clusters', () => {
    const found = clusteredShare([{ hits: 0, of: 1 }, { hits: 9, of: 9 }]);
    expect(found?.estimate).toBe(0.9);
  });

  test('is less sure than the same counts in more clusters', () => {
    const torn = parts.flatMap(({ hits, of }) =>
      Array.from({ length: of }, (_, at) => ({ hits: at < hits ? 1 : 0, of: 1 })),
    );
    const width = (of: typeof parts): number => clusteredShare(of)!.high - clusteredShare(of)!.low;
    expect(width(torn)).toBeLessThan(width(parts));
  });

  test('is null of nothing', () => {
    expect(clusteredShare([])).toBeNull();
    expect(clusteredShare([{ hits: 0, of: 0 }])).toBeNull();
  });
});
