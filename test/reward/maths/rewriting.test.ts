import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/reward/maths/compare.ts';
import { wholeReading } from '../../../src/reward/maths/read.ts';
import type { Equality } from '../../../src/reward/maths/reading.ts';

const verdict = (a: string, b: string): Promise<Equality> =>
  compare(wholeReading(a), wholeReading(b));

/** A small formula as text, with one letter and no division by what may be zero. */
const formula: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.integer({ min: 1, max: 20 }).map(String),
    fc.constantFrom('x', '\\pi', '\\sqrt{2}', '\\frac{1}{3}'),
    fc.tuple(tie('node'), tie('node')).map(([a, b]) => `(${a}) + (${b})`),
    fc.tuple(tie('node'), tie('node')).map(([a, b]) => `(${a})(${b})`),
    fc.tuple(tie('node'), fc.integer({ min: 1, max: 3 })).map(([a, n]) => `(${a})^{${n}}`),
    fc.tuple(tie('node'), fc.integer({ min: 2, max: 9 })).map(([a, n]) => `\\frac{${a}}{${n}}`),
  ),
})).node;

/** Ways to write the same thing otherwise. */
const REWRITINGS: readonly ((text: string) => string)[] = [
  (text) => `  ${text} `,
  (text) => `\\left(${text}\\right)`,
  (text) => `$${text}$`,
  (text) => text.replaceAll('\\frac', '\\dfrac'),
  (text) => `1 \\cdot (${text})`,
  (text) => `(${text}) + 0`,
  (text) => `-(-(${text}))`,
  (text) => `\\frac{2(${text})}{2}`,
  (text) => `(${text}) - 7 + 7`,
];

describe('a formula', () => {
  it('stays equal however it is written', async () => {
    await fc.assert(
      fc.asyncProperty(formula, fc.constantFrom(...REWRITINGS), async (text, rewrite) => {
        fc.pre(text.length < 120);
        expect(await verdict(text, rewrite(text))).toBe('equal');
      }),
      { numRuns: 120 },
    );
  });

  it('is never equal to itself and something more', async () => {
    const more = fc.constantFrom('1', '\\frac{1}{1000}', '10^{-12}', '\\pi');
    await fc.assert(
      fc.asyncProperty(formula, more, async (text, extra) => {
        fc.pre(text.length < 120);
        expect(await verdict(text, `${text} + ${extra}`)).toBe('different');
      }),
      { numRuns: 120 },
    );
  });
});

describe('a number', () => {
  const digits = fc.bigInt({ min: 0n, max: 10n ** 30n }).map(String);

  it('is never equal to one with another digit', async () => {
    await fc.assert(
      fc.asyncProperty(
        digits,
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        async (text, place, by) => {
          const at = place % text.length;
          const other = (Number(text.charAt(at)) + by) % 10;
          const changed = text.slice(0, at) + String(other) + text.slice(at + 1);
          expect(await verdict(text, changed)).toBe('different');
          expect(await verdict(`0.${text}1`, `0.${changed}1`)).toBe('different');
          expect(await verdict(`\\frac{${text}}{7}`, `\\frac{${changed}}{7}`)).toBe('different');
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is equal to itself with separators, signs of money, or in a fraction', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1e9 }), async (value) => {
        const text = String(value);
        const grouped = value.toLocaleString('en-US');
        for (const form of [
          grouped,
          `\\$${grouped}`,
          `${text}.0`,
          `\\frac{${text}}{1}`,
          `+${text}`,
        ]) {
          expect(await verdict(text, form)).toBe('equal');
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is its decimals from the ninth digit on, and never before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 4, max: 12 }),
        async (of, places) => {
          fc.pre(!Number.isInteger(Math.sqrt(of)));
          const text = Math.sqrt(of).toFixed(places);
          const significant = text.replace('.', '').replace(/^0+/, '').length;
          expect(await verdict(`\\sqrt{${of}}`, text)).toBe(
            significant >= 9 ? 'equal' : 'different',
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a list', () => {
  const numbers = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 6 });

  it('is equal to itself in any order, a tuple only in its own', async () => {
    await fc.assert(
      fc.asyncProperty(numbers, async (items) => {
        const turned = [...items].reverse();
        expect(await verdict(items.join(', '), turned.join(', '))).toBe('equal');
        const same = items.join() === turned.join() ? 'equal' : 'different';
        expect(await verdict(`(${items.join(', ')})`, `(${turned.join(', ')})`)).toBe(same);
      }),
      { numRuns: 60 },
    );
  });
});
