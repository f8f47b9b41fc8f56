/**
 * nano reads and writes as it was trained. The prompts below are what `choose_content` and
 * `judge_content` of nano/tokens.py make of the same texts, the reference by `careful` of
 * nano/columns.py: one byte off, and a model this small no longer knows the job.
 */
import { expect, test } from 'vitest';
import { bestOfN } from '../../src/baseline/best-of-n.ts';
import { judgeScore } from '../../src/baseline/judge-score.ts';
import { material } from './material.ts';

const QUESTION = 'Mia has 4 bags of 12 apples. She gives away 14. How many are left?';
const RIGHT = 'Mia has 4 * 12 = 48 apples.\nShe gives away 48 - 14 = 34 apples.\nThe answer is 34.';
const WRONG = 'Mia has 4 * 12 = 48 apples.\nShe gives away 48 - 14 = 36 apples.\nThe answer is 36.';
const SYNTHESIS =
  '1. Mia has 4 * 12 = 48 apples.\n' +
  '2. She gives away 48 - 14 = (8 - 4 = 4, 4 - 1 = 3) 34 apples.\n' +
  'The answer is 34.';

const reply = (order: number[], text: string) => ({ order, text, stop: 'end' as const, score: null });

test('nano chooses among numbered rollouts after the question', () => {
  const given = material([RIGHT, WRONG], 'nano', 'choose', { question: QUESTION });
  expect(bestOfN.asks(given).map(({ messages }) => messages)).toEqual([
    [
      {
        role: 'user',
        content:
          'Choose.\nQuestion: Mia has 4 bags of 12 apples. She gives away 14. How many are left?\n' +
          '[1]\n1. Mia has 4 * 12 = 48 apples.\n2. She gives away 48 - 14 = 34 apples.\nThe answer is 34.\n' +
          '[2]\n1. Mia has 4 * 12 = 48 apples.\n2. She gives away 48 - 14 = 36 apples.\nThe answer is 36.',
      },
    ],
  ]);
});

test('nano judges by the synthesis as it wrote it, and reads the rollout without numbers', () => {
  const given = material([`${RIGHT}\n`, WRONG], 'nano', 'judge', { reference: `${SYNTHESIS}\n` });
  expect(judgeScore.asks(given).map(({ messages }) => messages)).toEqual(
    [RIGHT, WRONG].map((rollout) => [
      { role: 'user', content: `Judge.\nReference:\n${SYNTHESIS}\nAnswer:\n${rollout}` },
    ]),
  );
});

test('its choice is the rollout in brackets, whatever answer it names before', () => {
  const given = material([WRONG, null, RIGHT], 'nano', 'choose');
  expect(bestOfN.conclude(given, [reply([0, 2], '1: [2]')])).toEqual({ index: 2, scores: [] });
});

test('its verdict is the word after both answers', () => {
  const given = material([WRONG, RIGHT], 'nano', 'judge');
  const replies = [reply([0], '34, 36: No'), reply([1], '34, 34: Yes')];
  expect(judgeScore.conclude(given, replies)).toEqual({ index: 1, scores: [0, 1] });
});
