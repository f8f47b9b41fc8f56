import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitText } from '../../../src/synthesis/explain/split.ts';

const pieces = (text: string): string[] =>
  splitText(text).map(({ start, end }) => text.slice(start, end));
const statements = (text: string): string[] =>
  splitText(text).flatMap(({ kind, start, end }) => (kind === 'statement' ? [text.slice(start, end)] : []));

describe('a text is split into statements', () => {
  test('at its lines, as nano writes them', () => {
    expect(pieces('They fill 408 / 12 = 34 boxes.\nThe answer is 34.\n')).toEqual([
      'They fill 408 / 12 = 34 boxes.',
      'The answer is 34.',
    ]);
  });

  test('at its sentences, but not inside numbers, abbreviations, names and money', () => {
    const text =
      'All agree, e.g. on 3.5 kg vs. 2 kg. Mr. Smith pays $9. They bring $306 to J. Doe. ' +
      'See no. 5 and Fig. 2. So x = 5. Then? Yes!';
    expect(pieces(text)).toEqual([
      'All agree, e.g. on 3.5 kg vs. 2 kg.',
      'Mr. Smith pays $9.',
      'They bring $306 to J. Doe.',
      'See no. 5 and Fig. 2.',
      'So x = 5.',
      'Then?',
      'Yes!',
    ]);
  });

  test('with the markers of its lists aside, whose numbers say nothing', () => {
    const text = '- First item. Second one.\n2) Add 5.\n**Step 3:** Divide by 2.\n(a) Done.';
    expect(splitText(text).map(({ from, end }) => text.slice(from, end))).toEqual([
      'First item.',
      'Second one.',
      'Add 5.',
      'Divide by 2.',
      'Done.',
    ]);
    expect(pieces(text).slice(2)).toEqual(['2) Add 5.', '**Step 3:** Divide by 2.', '(a) Done.']);
  });

  test('with the numbers of steps that go on within a line aside too, and bold ones', () => {
    const text = '1. Add 5. 2. Divide by 2. 7. Stop.\n**3. Take 4.**\nHow many? 34. So it is.';
    expect(splitText(text).map(({ from, end }) => text.slice(from, end))).toEqual([
      'Add 5.',
      'Divide by 2.',
      '7. Stop.',
      'Take 4.**',
      'How many?',
      '34. So it is.',
    ]);
    expect(pieces(text)[1]).toBe('2. Divide by 2.');
  });

  test('with counters inside a line kept to what they count', () => {
    expect(pieces('Do this: 1. Multiply 3 by 4. Then go on.')).toEqual([
      'Do this: 1. Multiply 3 by 4.',
      'Then go on.',
    ]);
  });

  test('with formulas whole, in a line and over lines', () => {
    const display = '$$\na = 1. B\n$$';
    const aligned = '\\begin{align}\na &= b\\\\\nc &= d\n\\end{align}';
    expect(pieces(`It is \\(\\text{A. B}\\). Done.\n${display}\n${aligned}`)).toEqual([
      'It is \\(\\text{A. B}\\).',
      'Done.',
      display,
      aligned,
    ]);
  });

  test('with a formula that never closes read line by line', () => {
    expect(pieces('\\[ a = 1\nNext line.')).toEqual(['\\[ a = 1', 'Next line.']);
  });

  test('without headings, rules and what leads over', () => {
    const text = '## Summary\nOne thing.\n**Unified response:**\n---\nThe total is:\nTwo things.';
    expect(statements(text)).toEqual(['One thing.', 'Two things.']);
  });

  test('in scripts without spaces between sentences', () => {
    expect(pieces('第一步。第二步！完')).toEqual(['第一步。', '第二步！', '完']);
  });

  test('up to a bound, with the rest in one piece', () => {
    const text = 'It goes on.\n'.repeat(5_000);
    const split = splitText(text);
    expect(split).toHaveLength(401);
    expect(split.at(-1)).toMatchObject({ kind: 'aside', end: text.trimEnd().length });
  });

  test('whatever it is, in order and with nothing left out but white space', () => {
    const parts = ['They fill 408 / 12 = 34.', ' ', '\n', '$$', '\\[', '\\]', '\\begin{', '. A', '#', '**', '1. ', 'é', '。'];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...parts), fc.string())), (list) => {
        const text = list.join('');
        let at = 0;
        for (const { start, end, from } of splitText(text)) {
          expect(text.slice(at, start).trim()).toBe('');
          expect(start).toBeLessThan(end);
          expect(from).toBeGreaterThanOrEqual(start);
          expect(from).toBeLessThan(end);
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });
});
