import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer, wholeReading } from '../../../src/reward/maths/read.ts';

const read = (text: string): string => {
  const reading = readAnswer(text);
  return reading.kind === 'absent' ? 'absent' : `${reading.rule}: ${reading.raw}`;
};

describe('reading the final answer', () => {
  it.each([
    ['the last box', 'First \\boxed{3}, no: \\boxed{4}.', 'boxed: 4'],
    ['a box with braces inside', '$\\boxed{\\frac{1}{\\sqrt{2}}}$', 'boxed: \\frac{1}{\\sqrt{2}}'],
    ['a set in a box', '\\boxed{\\{1,2\\}}', 'boxed: \\{1,2\\}'],
    ['the last box that closes', '\\boxed{7} and so \\boxed{8', 'boxed: 7'],
    ['no empty box', '\\boxed{7}. I end with \\boxed{}', 'boxed: 7'],
    ['a box without braces', 'It is \\boxed 5.', 'boxed: 5.'],
    ['a framed box', '\\fbox{12}', 'boxed: 12'],
    ['a box before any sentence', '\\boxed{4}. The answer is 5.', 'boxed: 4'],
    ['the line behind four hashes', 'so 9 * 2 = 18\n#### 18\n', 'hashes: 18'],
    ['nano’s ending', 'Mia has 4 * 12 = 48 apples.\nThe answer is 48.', 'answer-is: 48'],
    ['the last of several', 'The answer is 4. Wait. The answer is 5.', 'answer-is: 5'],
    ['a decimal without its full stop', 'The answer is 3.50.', 'answer-is: 3.50'],
    ['money', 'So the final answer is $1,234.50. I hope it helps.', 'answer-is: $1,234.50'],
    ['maths between dollars', 'The answer is $\\frac{3}{4}$.', 'answer-is: \\frac{3}{4}'],
    ['a label', '**Answer:** 42', 'answer-is: 42'],
    ['a label with its value below', 'Final Answer:\n\n**42 apples**', 'answer-is: 42 apples'],
    ['an answer with its reason', 'The answer is 12 because 3 * 4 is.', 'answer-is: 12'],
    ['a word', 'The correct answer is Tuesday.', 'answer-is: Tuesday'],
    ['bold where nothing else is', '**Step 1:** add.\nThat gives **17** in all', 'bold: 17'],
    ['the last number as a last resort', 'We get 3 - 4 = -1 in total', 'last-number: -1'],
    ['grouped digits and a percent sign', 'it grew from 5 to 1,250 or 25%', 'last-number: 25%'],
    ['what follows the thinking', '<think>\\boxed{1}</think> The answer is 2.', 'answer-is: 2'],
    ['the thinking where nothing follows', '<think>So \\boxed{1}</think>', 'boxed: 1'],
  ])('finds %s', (_name, text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each(['', '   \n', 'I do not know.', 'x1 and y2', '**Step two:** add'])(
    'finds none in %j',
    (text) => {
      expect(read(text)).toBe('absent');
    },
  );

  it('never throws, and what it finds is never empty', () => {
    const pieces = fc.constantFrom(
      '\\boxed',
      '{',
      '}',
      '\\',
      '#### ',
      '**',
      'The answer is ',
      '4',
      ' ',
      '\n',
      '</think>',
      '.',
      'é',
      '\ud800',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 30 }).map((all) => all.join('')),
        ),
        (text) => {
          const reading = readAnswer(text);
          if (reading.kind === 'found') expect(reading.raw.trim()).not.toBe('');
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a known answer', () => {
  it('is taken whole', () => {
    expect(wholeReading(' 3 apples ')).toEqual({ kind: 'found', raw: '3 apples', rule: 'whole' });
    expect(wholeReading('  ')).toEqual({ kind: 'absent' });
  });

  it('is read like a solution where it is one', () => {
    expect(wholeReading('\\boxed{42}')).toMatchObject({ raw: '42', rule: 'boxed' });
    expect(wholeReading('2 + 2\n#### 4')).toMatchObject({ raw: '4', rule: 'hashes' });
  });
});
