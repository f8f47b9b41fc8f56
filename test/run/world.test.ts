import { expect, test } from 'vitest';
import { shuffledQuestions } from '../../src/question/notes/note-questions.ts';
import { createOpenQuestions, createProblems, isInWorld } from '../../src/run/world.ts';

test('every held-out open question comes once before one comes again, in the order of the seed', () => {
  const next = createOpenQuestions(3);
  const all = shuffledQuestions(3, 'heldout');
  const given = Array.from({ length: all.length + 1 }, next);
  expect(given.slice(0, -1).map(({ text }) => text)).toEqual(all.map(({ text }) => text));
  expect(given.at(-1)).toEqual(given[0]);
  expect(createOpenQuestions(4)()).not.toEqual(given[0]);
});

test('what is given is inside the world of its kind, and not of the other', () => {
  const given = [createProblems(1)('easy'), createOpenQuestions(1)()];
  expect(given.map(isInWorld)).toEqual([true, true]);
  const swapped = given.map(({ kind, text }) => ({ text, kind: kind === 'open' ? 'verifiable' : 'open' }) as const);
  expect(swapped.map(isInWorld)).toEqual([false, false]);
});
