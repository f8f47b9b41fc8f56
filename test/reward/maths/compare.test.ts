import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, createCompare } from '../../../src/reward/maths/compare.ts';
import { plainEqual } from '../../../src/reward/maths/plain.ts';
import { wholeReading } from '../../../src/reward/maths/read.ts';
import type { Equality, Reading } from '../../../src/reward/maths/reading.ts';

const verdict = (a: string, b: string): Promise<Equality> =>
  compare(wholeReading(a), wholeReading(b));

const absent: Reading = { kind: 'absent' };

describe('equal are', () => {
  it.each([
    // spelling
    ['18', ' 18 '],
    ['$18', '18'],
    ['18 dollars', '$18.00'],
    ['64 square feet', '64'],
    ['12 cm', '12'],
    ['72^\\circ', '72 degrees'],
    ['1,234,567', '1234567'],
    ['10,\\!000', '10000'],
    ['1{,}000', '1000'],
    ['−5', '-5'],
    ['\\text{Tuesday}', 'tuesday'],
    ['(C)', '\\text{C}'],
    // exact numbers
    ['0.5', '\\frac12'],
    ['.5', '1/2'],
    ['\\dfrac{6}{8}', '\\tfrac34'],
    ['\\frac{-1}{3}', '-\\frac{1}{3}'],
    ['2 1/3', '\\frac{7}{3}'],
    ['2\\frac{1}{3}', '7/3'],
    ['-1\\frac12', '-1.5'],
    ['2^{10}', '1024'],
    ['3.2 million', '3,200,000'],
    ['6.12*10^-2', '0.0612'],
    ['seven', '7'],
    ['Twenty-five', '25'],
    ['15%', '15'],
    ['15\\%', '0.15'],
    ['15 percent', '15 %'],
    // roots and circles
    ['\\sqrt{12}', '2\\sqrt3'],
    ['\\frac{1}{\\sqrt{2}}', '\\frac{\\sqrt{2}}{2}'],
    ['\\sqrt[3]{8}', '2'],
    ['4\\pi', '4π'],
    ['\\frac{\\pi}{2}', '\\pi/2'],
    ['\\sqrt{16}', '4'],
    ['1.41421356', '\\sqrt{2}'],
    ['0.333333', '1/3'],
    // letters
    ['x^2+2x+1', '(x+1)^2'],
    ['2\\cdot x', 'x + x'],
    ['\\sin^2 x+\\cos^2 x', '1'],
    ['x = 5', '5'],
    ['y=2x-5', '2y = 4x - 10'],
    ['x > 3', '3 < x'],
    ['-2x \\le 6', 'x \\ge -3'],
    ['3 + 4i', '4i + 3'],
    // lists, sets, intervals, matrices
    ['1, 2, 3', '3, 1, 2'],
    ['1 and 2', '\\{2, 1\\}'],
    ['(1, \\frac12)', '(1,0.5)'],
    ['[0, \\infty)', '[0,\\infty)'],
    ['(-\\infty,0) \\cup (1,2]', '(1, 2] \\cup (-\\infty, 0)'],
    ['1 \\pm \\sqrt{2}', '1+\\sqrt2, 1-\\sqrt2'],
    [
      '\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}',
      '\\begin{bmatrix}1&2\\\\3&4\\end{bmatrix}',
    ],
  ])('%s and %s', async (a, b) => {
    expect(await verdict(a, b)).toBe('equal');
  });
});

describe('different are', () => {
  it.each([
    ['5', '5.001'],
    ['18', '19'],
    ['1/3', '0.33'],
    ['1.41', '\\sqrt{2}'],
    ['15%', '1.5'],
    ['2 million', '2'],
    ['\\sqrt{2}', '\\sqrt{3}'],
    ['odd', 'oddd'],
    ['Tuesday', '2'],
    ['x+1', 'x+2'],
    ['x', 'y'],
    ['E', 'e'],
    ['y = x', 'y = -x'],
    ['x > 3', 'x < 3'],
    ['x > 3', 'x \\ge 3'],
    ['1, 2', '1, 2, 3'],
    ['(1,2)', '(2,1)'],
    ['[0,1)', '(0,1]'],
    ['1, 2', '7'],
    ['\\infty', '5'],
    ['\\infty', '-\\infty'],
  ])('%s and %s', async (a, b) => {
    expect(await verdict(a, b)).toBe('different');
  });
});

describe('undecided are', () => {
  it.each([
    // Not read by the grammar, and not the same text.
    ['\\int_0^1 x dx', '1/2'],
    ['1011_2', '11'],
    // Whether a whole equation or its right side was asked for is not known here.
    ['y = x^2', 'x^2'],
    // i is read as a letter: agreement would be proof, disagreement is none.
    ['(1+i)^2', '2i'],
    // No real value at the points tried.
    ['(-2)^n', '(-2)^{n+1}'],
    // Words that may mean the number.
    ['five apples', '5'],
    // The same number of another measure.
    ['5 km', '5 miles'],
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

  it('settles text and fractions without loading any algebra', async () => {
    let loads = 0;
    const cheap = createCompare(() => {
      loads++;
      return import('../../../src/reward/maths/algebra.ts');
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
    expect(await lost(wholeReading('x = 1'), wholeReading('2x = 2'))).toBe('undecided');
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
