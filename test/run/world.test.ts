import { expect, test } from 'vitest';
import { shuffledQuestions } from '../../src/question/notes/note-questions.ts';
import { createOpenQuestions, createProblems, isInWorld, isNoteQuestion } from '../../src/run/world.ts';

test('every held-out open question comes once before one comes again, in the order of the seed', async () => {
  const next = createOpenQuestions(3);
  const all = shuffledQuestions(3, 'heldout');
  const given: (string | undefined)[] = [];
  for (let at = 0; at <= all.length; at++) given.push((await next())?.text);
  expect(given.slice(0, -1)).toEqual(all.map(({ text }) => text));
  expect(given.at(-1)).toBe(given[0]);
  expect((await createOpenQuestions(4)())?.text).not.toBe(given[0]);
});

test('what is given is inside the world of its kind, and not of the other', async () => {
  const problem = createProblems(1)('easy').text;
  const advice = (await createOpenQuestions(1)())!.text;
  expect([isInWorld(problem), isInWorld(advice)]).toEqual([true, false]);
  expect([await isNoteQuestion(problem), await isNoteQuestion(advice)]).toEqual([false, true]);
});
