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
    ['boxes of one list', 'So \\boxed{1} and \\boxed{2}.', 'boxed: 1, 2'],
    ['the option', 'The correct option is C.', 'answer-is: C'],
    ['a value behind its name', 'Final answer: The area is 12 cm^2', 'answer-is: 12 cm^2'],
    ['what is set against another', 'The answer is 12, not 13.', 'answer-is: 12'],
    ['an answer between tags', '<answer>42</answer>', 'answer-is: 42'],
    ['a value below its heading', 'So 3 * 4.\n\n## Answer\n12', 'answer-is: 12'],
    ['a text that is a formula', '$3+2x$', 'whole: $3+2x$'],
    ['a text that is a list', '1, 2, 3', 'whole: 1, 2, 3'],
    ['a letter to choose', '(C)', 'whole: (C)'],
    ['the last formula', 'Thus $x = 2 + 3 = 5$.', 'last-number: x = 2 + 3 = 5'],
    ['a number behind the last formula', 'With $x$ we get 48 apples.', 'last-number: 48'],
    ['money that only looks like a formula', 'I pay $5 and then $6 more', 'last-number: $6'],
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

  it.each(['\\boxed{', '$', '{', 'the answer is ', '**', '-', ' ', '1,', '\\(', '####', '\n'])(
    'comes soon out of many %j',
    (piece) => {
      const start = performance.now();
      readAnswer(piece.repeat(100_000 / piece.length));
      expect(performance.now() - start).toBeLessThan(2000);
    },
  );

  it('is read like a solution where it is one', () => {
    expect(wholeReading('\\boxed{42}')).toMatchObject({ raw: '42', rule: 'boxed' });
    expect(wholeReading('2 + 2\n#### 4')).toMatchObject({ raw: '4', rule: 'hashes' });
  });
});
