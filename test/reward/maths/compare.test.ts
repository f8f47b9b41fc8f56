import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { algebraHere } from '../../../src/reward/maths/algebra-link.ts';
import { compare, createCompare } from '../../../src/reward/maths/compare.ts';
import { plainEqual } from '../../../src/reward/maths/plain.ts';
import { wholeReading } from '../../../src/reward/maths/read.ts';
import type { Equality, Reading } from '../../../src/reward/maths/reading.ts';

const verdict = (a: string, b: string): Promise<Equality> =>
  compare(wholeReading(a), wholeReading(b));

const absent: Reading = { kind: 'absent' };

describe('undecided are', () => {
  it.each([
    // Not read by the grammar, and not the same text.
    ['\\int_0^1 x dx', '1/2'],
    // A tuple whose brackets were lost, or a list in its own order.
    ['(1,2)', '2, 1'],
    // Things of two kinds.
    ['5 apples', '5 oranges'],
    // The same number of another measure.
    ['5 km', '5 miles'],
    ['10 years old', '10 months old'],
    ['5 feet tall', '5 inches tall'],
    ['5 hours later', '5 minutes later'],
    ['12 pages per day', '12 pages per hour'],
    ['5 hours per day', '5 minutes per day'],
    // Words that contradict each other, however many they share.
    ['3 red balls', '3 blue balls'],
    ['3 cups of milk', '3 cups of water'],
    ['2 hours later', '120 minutes earlier'],
    ['5 kg apples', '5 red apples'],
    // Warmer by some degrees, or an angle.
    ['10 degrees warmer', '10°C'],
    // The second loses the solution x = 0.
    ['xy = x', 'y = 1'],
    ['x^2 = x', 'x = 1'],
    // Either a time or a ratio.
    ['10:20', '20:40'],
  ])('%s and %s', async (a, b) => {
    expect(await verdict(a, b)).toBe('undecided');
  });
});

describe('the comparison', () => {
  it('never finds two missing answers equal', async () => {
    expect(await compare(absent, absent)).toBe('different');
    expect(await compare(absent, wholeReading('4'))).toBe('different');
    expect(plainEqual(absent, absent)).toBe(false);
  });

  it('finds no number equal to what is none', async () => {
    expect(await verdict('NaN', 'NaN')).toBe('different');
    expect(await verdict('\\text{NaN}', '4')).toBe('different');
  });

  it('takes = and units as they stand where it is told to', async () => {
    const literal = createCompare(algebraHere, { literal: true });
    const found = (raw: string): Reading => ({ kind: 'found', raw, rule: 'whole' });
    expect(await literal(found('x = 5'), found('5'))).toBe('different');
    expect(await literal(found('y = x'), found('x'))).toBe('different');
    expect(await literal(found('5 cm'), found('5'))).toBe('different');
    expect(await literal(found('2x = 10'), found('x = 5'))).toBe('equal');
  });

  it('settles text and fractions without loading any algebra', async () => {
    let loads = 0;
    const cheap = createCompare(() => {
      loads++;
      return algebraHere();
    });
    expect(await cheap(wholeReading('1,200'), wholeReading('\\$1200'))).toBe('equal');
    expect(await cheap(wholeReading('x^{2} + 1'), wholeReading('x^2+1'))).toBe('equal');
    expect(await cheap(wholeReading('3/4'), wholeReading('0.7'))).toBe('different');
    expect(loads).toBe(0);
    expect(await cheap(wholeReading('\\pi'), wholeReading('3'))).toBe('different');
    expect(loads).toBe(1);
  });

  it('leaves undecided what needs an algebra that cannot be loaded', async () => {
    const lost = createCompare(() => Promise.reject(new Error('offline')));
    expect(await lost(wholeReading('\\pi'), wholeReading('3'))).toBe('undecided');
    expect(await lost(wholeReading('x = y'), wholeReading('2x = 2y'))).toBe('undecided');
  });

  it.each([
    ['a tower of powers', '9^{9^{9^{9}}}', '9^{9^{9^{8}}}'],
    ['a huge power', '2^{100000000}', '2^{100000001}'],
    ['a power of a tiny fraction', '(1/3)^{99999999}', '0'],
    ['a huge angle', '\\sin(10^{3000})', '0'],
    ['an exponential of exponentials', '\\exp(\\exp(\\exp(100)))', '1'],
    ['endless brackets', '('.repeat(300) + '1' + ')'.repeat(300), '1'],
    ['a long number', '1'.repeat(500), '2'.repeat(500)],
    ['a long product', 'x'.repeat(590), 'y'.repeat(590)],
    ['many signs', '-'.repeat(500) + '1', '1'],
    ['a product of powers', `y = ${'e^{x}'.repeat(70)}`, `2y = 2(${'e^{x}'.repeat(70)})+1`],
    ['a curve through powers', `y^2 = ${'y^{x}'.repeat(70)}`, `y^3 = ${'y^{x}'.repeat(70)}`],
    ['many lists', '{'.repeat(200) + '1,2' + '}'.repeat(200), '1,2'],
  ])('comes back soon from %s', async (_name, a, b) => {
    await verdict('\\pi', 'e'); // Loading the algebra is not what is timed.
    const start = performance.now();
    expect(await verdict(a, b)).not.toBe('equal');
    expect(performance.now() - start).toBeLessThan(2000);
  });

  const pieces = fc.constantFrom(
    ...[
      '1',
      '2',
      '0',
      '.5',
      '12',
      '+',
      '-',
      '*',
      '/',
      '^',
      '(',
      ')',
      '{',
      '}',
      '[',
      ']',
      ',',
      ' ',
      '%',
    ],
    ...['x', 'i', 'e', '\\frac', '\\sqrt', '\\pi', 'sin', '|', '=', '<', '\\infty', '\\cup', '±'],
    ...[
      '$',
      ' apples',
      '\\text{',
      '\\begin{pmatrix}',
      '\\end{pmatrix}',
      '&',
      '\\\\',
      '\\',
      'and',
      '!',
    ],
  );
  const answers = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
  );

  it('is symmetric and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(answers, answers, async (a, b) => {
        expect(await verdict(a, b)).toBe(await verdict(b, a));
      }),
      { numRuns: 400 },
    );
  });

  it('finds every answer equal to itself', async () => {
    await fc.assert(
      fc.asyncProperty(answers, async (a) => {
        fc.pre(wholeReading(a).kind === 'found');
        expect(await verdict(a, a)).toBe('equal');
      }),
      { numRuns: 200 },
    );
  });

  it('agrees with exact arithmetic on any two fractions', async () => {
    const fraction = fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: 1, max: 99 }));
    await fc.assert(
      fc.asyncProperty(fraction, fraction, async ([a, b], [c, d]) => {
        const expected = a * d === c * b ? 'equal' : 'different';
        expect(await verdict(`\\frac{${a}}{${b}}`, `${c}/${d}`)).toBe(expected);
      }),
      { numRuns: 200 },
    );
  });
});

it('the paper’s own comparison knows only the same string', () => {
  expect(plainEqual(wholeReading('1/2'), wholeReading(' 1/2'))).toBe(true);
  expect(plainEqual(wholeReading('1/2'), wholeReading('0.5'))).toBe(false);
});
