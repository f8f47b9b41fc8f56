import { describe, expect, test } from 'vitest';
import { newestVersion, STEPS } from '../../src/store/migrate.ts';

describe('the numbering of migrations', () => {
  test('the steps that ship have no gap', () => {
    expect(newestVersion(STEPS)).toBe(STEPS.length);
  });

  test.each([
    ['a gap', [1, 3]],
    ['a start above one', [2]],
    ['a number twice', [1, 1]],
  ])('%s is refused', (_name, versions) => {
    expect(() => newestVersion(versions.map((version) => ({ version })))).toThrow(RangeError);
  });
});
