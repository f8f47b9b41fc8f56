import { describe, expect, test } from 'vitest';
import { LESSON_NAMES, lessonOf } from '../../../bin/lessons/choices.ts';
import type { LessonName } from '../../../bin/lessons/choices.ts';
import type { Line, Scene } from '../../kit/scene.ts';
import { sceneGroup } from '../../kit/scene.ts';
import { openScene } from '../../kit/open-scene.ts';
import type { OpenScene } from '../../kit/open-scene.ts';
import { criterionOf } from '../../../src/question/notes/criteria.ts';
import { shuffledQuestions } from '../../../src/question/notes/note-questions.ts';
import { canonical } from '../../../src/question/notes/point.ts';

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
    ['opening', [solves(42, 30), solves(32, 30), solves(43, 41), solves(42, 41)]],
    ['answers', [...times(5, right), solves(32, 30), solves(43, 41)]],
    ['vote-fails', [...times(3, solves(32, 30)), ...times(2, right), solves(43, 41)]],
  ])('%s where it shows that', async (name, rollouts) => {
    expect(await lesson(rollouts, right)).toBe(name);
  });

  test('all-wrong where the vote is clear, once the page has what it begins with', async () => {
    const of = (...rollouts: Line[]) => sceneGroup({ question: 'How many?', truth: '40', rollouts, synthesis: right });
    const clear = await of(solves(42, 30), solves(32, 30), solves(43, 41));
    expect(lessonOf(clear, LESSON_NAMES)).toBe('opening');
    expect(lessonOf(clear, ['all-wrong'])).toBe('all-wrong');
    expect(lessonOf(await of(solves(42, 30), solves(32, 30), solves(43, 41), solves(42, 41)), ['all-wrong'])).toBeNull();
  });

  test('reconcile where answers contradict a step and leave one out, and those that end alike do not', async () => {
    const short: Line = { text: 'They have 12 + 30 = 42 eggs.\nThe answer is 40.' };
    const of = (...rollouts: Line[]) => sceneGroup({ question: 'How many?', truth: '40', rollouts, synthesis: right });
    const group = await of(right, short, solves(44, 42));
    expect(lessonOf(group, ['reconcile'])).toBe('reconcile');
    expect(lessonOf(group, ['opening', 'all-wrong'])).toBeNull();
    // Two mistakes that cancel.
    expect(lessonOf(await of(right, short, solves(44, 40)), ['reconcile'])).toBeNull();
    expect(lessonOf(await of(right, right, solves(44, 42)), ['reconcile'])).toBeNull();
    expect(lessonOf(await of(right, short, right), ['reconcile'])).toBeNull();
    expect(lessonOf(await of(short, solves(44, 42)), ['reconcile'])).toBeNull();
  });

  describe('rubric where answers meet more and fewer criteria, and the judge is right', () => {
    const { text, points } = shuffledQuestions(1, 'heldout').find((one) => one.points.true.length >= 5)!;
    const lines = points.true.slice(0, 5).map(canonical);
    /** One letter a rollout: `y` where it says the line and is said to, `Y` where it is said to and does not. */
    const judged = async (rows: readonly string[], more: Partial<OpenScene> = {}) => {
      const count = rows[0]!.length;
      const rollouts = Array.from({ length: count }, (_, at) => ({
        text: lines.filter((_line, row) => ['y', 'N'].includes(rows[row]![at]!)).join('\n') || 'Hm.',
      }));
      const verdicts = rows.map((row) => row.toLowerCase());
      const criteria = lines.map(criterionOf);
      return lessonOf(await openScene({ question: text, criteria, rollouts, verdicts, ...more }), LESSON_NAMES);
    };

    test('as the world of notes knows', async () => {
      expect(await judged(['yyyn', 'nyyy', 'yyny', 'yyyn', 'yyyy'])).toBe('rubric');
      expect(await judged(['yyyy', 'yyyy', 'yyyy', 'yyyy', 'yyyy'])).toBeNull();
      expect(await judged(['yyyu', 'nyyy', 'yyny', 'yyyn', 'yyyy'])).toBeNull();
    });

    test('of the best in every verdict, of all in nearly every one', async () => {
      expect(await judged(['yyyn', 'nyyy', 'yyny', 'yyyn', 'yYyy'])).toBeNull();
      expect(await judged(['yyyn', 'nyyy', 'yyny', 'yyyn', 'Yyyy'])).toBe('rubric');
      expect(await judged(['yyyN', 'Nyyy', 'yyny', 'yyyn', 'Yyyy'])).toBeNull();
    });

    test('and of no question that it does not know', async () => {
      expect(await judged(['yyyn', 'nyyy', 'yyny', 'yyyn', 'yyyy'], { question: 'How does a clock work?' })).toBeNull();
    });
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
    expect(lessonOf(group, ['opening', 'all-wrong', 'vote-fails', 'rubric'])).toBeNull();
  });
});
