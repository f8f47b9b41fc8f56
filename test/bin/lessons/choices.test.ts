import { describe, expect, test } from 'vitest';
import { LESSON_NAMES, lessonOf } from '../../../bin/lessons/choices.ts';
import type { LessonName } from '../../../bin/lessons/choices.ts';
import type { Line, Scene } from '../../kit/scene.ts';
import { sceneGroup } from '../../kit/scene.ts';
import { openScene } from '../../kit/open-scene.ts';

/** Two sums, of which the second takes up the first. */
const solves = (first: number, second: number): Line => ({
  text: `They have 12 + 30 = ${first} eggs.\nThat leaves ${first} - 2 = ${second} eggs.\nThe answer is ${second}.`,
});
const right = solves(42, 40);

const lesson = async (rollouts: readonly Line[], synthesis: Line, more: Partial<Scene> = {}) =>
  lessonOf(await sceneGroup({ question: 'How many?', truth: '40', rollouts, synthesis, ...more }), LESSON_NAMES);

const times = (count: number, line: Line): Line[] => Array.from({ length: count }, () => line);

describe('a group is taken for', () => {
  test.each<[LessonName, readonly Line[]]>([
    ['all-wrong', [solves(42, 30), solves(32, 30), solves(43, 41), solves(42, 44)]],
    ['answers', [...times(5, right), solves(32, 30), solves(43, 41)]],
    ['vote-fails', [...times(3, solves(32, 30)), ...times(2, right), solves(43, 41)]],
  ])('%s where it shows that', async (name, rollouts) => {
    expect(await lesson(rollouts, right)).toBe(name);
  });

  test('reconcile where each answer has one step wrong, and the steps are right in different ones', async () => {
    const [first, second] = [solves(42, 41), solves(44, 40)];
    const group = await sceneGroup({
      question: 'How many?',
      truth: '40',
      rollouts: [first, first, { text: 'Then 42 - 2 = 40 eggs are left.\nThe answer is 40.' }, second],
      synthesis: right,
    });
    expect(lessonOf(group, ['reconcile'])).toBe('reconcile');
    expect(lessonOf(group, ['answers', 'all-wrong'])).toBeNull();
  });

  test('rubric where answers meet more and fewer criteria', async () => {
    const some = await openScene({ verdicts: ['yyyn', 'nyyy', 'yyny', 'yyyy', 'yyyy'] });
    expect(lessonOf(some, LESSON_NAMES)).toBe('rubric');
    const all = await openScene({ verdicts: Array.from({ length: 5 }, () => 'yyyy') });
    expect(lessonOf(all, LESSON_NAMES)).toBeNull();
    const unreadable = await openScene({ verdicts: ['yyyu', 'nyyy', 'yyny', 'yyyy', 'yyyy'] });
    expect(lessonOf(unreadable, LESSON_NAMES)).toBeNull();
  });
});

describe('a group is taken for none', () => {
  test.each<[string, readonly Line[], Line]>([
    ['whose answers are all the same', times(8, right), right],
    ['whose synthesis is wrong', [...times(5, right), solves(32, 30), solves(43, 41)], solves(32, 30)],
    ['whose vote is tied', [...times(3, solves(32, 30)), ...times(3, right), solves(43, 41)], right],
    ['of which a rollout was cut off', [solves(42, 30), { text: 'They have 12 +', stop: 'length' }], right],
  ])('%s', async (_name, rollouts, synthesis) => {
    expect(await lesson(rollouts, synthesis)).toBeNull();
  });

  test('that was stopped', async () => {
    const group = await sceneGroup({ question: 'How many?', truth: '40', rollouts: [right], synthesis: null });
    expect(lessonOf(group, LESSON_NAMES)).toBeNull();
  });

  test('where the lesson that it shows has one already', async () => {
    const group = await sceneGroup({
      question: 'How many?',
      truth: '40',
      rollouts: [...times(5, right), solves(32, 30), solves(43, 41)],
      synthesis: right,
    });
    expect(lessonOf(group, ['all-wrong', 'vote-fails', 'rubric'])).toBeNull();
  });
});
