import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/reward/maths/compare.ts';
import { wholeReading } from '../../../src/reward/maths/read.ts';
import type { Equality } from '../../../src/reward/maths/reading.ts';
import { ALGEBRA } from './forms/algebra.ts';
import { COLLECTIONS } from './forms/collections.ts';
import { NUMBERS } from './forms/numbers.ts';
import { UNITS } from './forms/units.ts';
import { WORDS } from './forms/words.ts';

const FORMS = [...NUMBERS, ...UNITS, ...ALGEBRA, ...COLLECTIONS, ...WORDS];

const verdict = (a: string, b: string): Promise<Equality> =>
  compare(wholeReading(a), wholeReading(b));

describe.each(FORMS)('$form', ({ equal, different }) => {
  it.each(equal)('%s is %s', async (a, b) => {
    expect(await verdict(a, b)).toBe('equal');
  });

  it.each(different)('%s is not %s', async (a, b) => {
    expect(await verdict(a, b)).toBe('different');
  });
});
