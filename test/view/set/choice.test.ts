import { describe, expect, test } from 'vitest';
import type { Choice } from '../../../src/view/set/choice.ts';
import {
  chosenOf,
  everything,
  numbersOf,
  selectionOf,
  wholeWithin,
} from '../../../src/view/set/choice.ts';

const choice = (more: Partial<Choice>): Choice => ({ ...everything, ...more });

describe('what is chosen of a set', () => {
  test('is all of it at first', () => {
    expect(selectionOf(everything)).toEqual({});
    expect(chosenOf(everything, 500)).toBe(500);
  });

  test('is what has a ticked label, in each kind of labels where one is ticked', () => {
    const ticked = choice({ levels: new Set(['1', '2']), tags: new Set(['a']) });
    expect(selectionOf(ticked)).toEqual({ levels: ['1', '2'], tags: ['a'] });
  });

  test('is a part at random by its seed, or all where the part is larger', () => {
    const part = choice({ part: ' 30 ', seed: '7' });
    expect(selectionOf(part)).toEqual({ sample: { count: 30, seed: 7 } });
    expect([chosenOf(part, 500), chosenOf(part, 12)]).toEqual([30, 12]);
  });

  test.each(['0', '-1', '1.5', '1e3', 'x', '100001', '9'.repeat(30)])('is no part of %s', (part) => {
    expect(numbersOf(choice({ part })).part).toBe('invalid');
    expect(selectionOf(choice({ part }))).toBeNull();
  });

  test('asks for a seed only where there is something to draw', () => {
    expect(selectionOf(choice({ seed: '' }))).toEqual({});
    expect(selectionOf(choice({ part: '3', seed: '' }))).toBeNull();
    expect(selectionOf(choice({ part: '3', seed: String(2 ** 32) }))).toBeNull();
  });
});

test('whole numbers are read in digits and within their bounds', () => {
  expect(['1', ' 10 ', '11', '', '٣'].map((text) => wholeWithin(text, 1, 10))).toEqual([
    1, 10, null, null, null,
  ]);
});
