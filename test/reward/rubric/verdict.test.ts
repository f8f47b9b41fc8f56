import { describe, expect, test } from 'vitest';
import { readVerdict, readWalkedVerdict } from '../../../src/reward/rubric/verdict.ts';

describe('a verdict is read', () => {
  test.each([
    ['{"verdict": "yes", "reason": "It names 5 mg."}', 'yes', 'It names 5 mg.'],
    ['{"reason": "It does not.", "verdict": "no"}', 'no', 'It does not.'],
    ['  {"verdict":" No ","reason":"none"}\n', 'no', 'none'],
    ['{"verdict": "YES"}', 'yes', ''],
    ['```json\n{"verdict": "yes", "reason": "a"}\n```', 'yes', 'a'],
    ['Yes. It names the dose.', 'yes', 'It names the dose.'],
    ['No: nothing of it.', 'no', 'nothing of it.'],
    ['no', 'no', ''],
    ['Yes\nIt does.', 'yes', 'It does.'],
    ['<think>\nNo. Or yes?\n</think>\n\n{"verdict": "yes", "reason": "a"}', 'yes', 'a'],
    ['Does it name it?\n</think>\n\nNo.', 'no', ''],
  ])('from %j', (text, value, reason) => {
    expect(readVerdict(text)).toEqual({ value, reason });
  });

  test.each([
    ['{"verdict":"yes","reason":"It says that', 'yes', 'It says that'],
    ['{"verdict":"no","reason":"a \\"quote\\', 'no', 'a \\"quote'],
    ['{"verdict":"no",', 'no', ''],
    ['{"verdict":"no"', 'no', ''],
  ])('from an object that was cut off after it: %j', (text, value, reason) => {
    expect(readVerdict(text)).toEqual({ value, reason });
  });
});

describe('of a walk through the answer', () => {
  test.each([
    ['Water it.\nRest.\nNo\nWater it.\nYes. It says "Water it."', 'yes', 'It says "Water it."'],
    ['Water it.\nYes. Full marks.\nNo. It does not say to water it.\n', 'no', 'It does not say to water it.'],
  ])('the last line alone is the verdict: %j', (text, value, reason) => {
    expect(readWalkedVerdict(text)).toEqual({ value, reason });
  });

  test.each(['', 'Yes. It says so.\nWater it.', 'Water it.\nYes and no'])('%j has none', (text) => {
    expect(readWalkedVerdict(text)).toEqual({ value: 'unreadable', reason: '' });
  });
});

describe('a verdict is unreadable', () => {
  test.each([
    '',
    'The answer meets the criterion.',
    'Yes, but not quite.',
    'Yes and no',
    'No problem, it is met.',
    'Nothing of the kind.',
    'I would say: yes.',
    'Yes.No',
    '{"verdict": "maybe", "reason": ""}',
    '{"verdict": true}',
    '{"answer": "yes"}',
    '{"verdict": "yes"} because {"verdict": "no"}',
    'Sure! {"verdict": "yes"}',
    '{"verdict": "ye',
    '{"reason": "it says {\\"verdict\\": \\"yes\\"}", "ver',
    '{"verdict":"yes","reason":"a"} and more',
    '[{"verdict":"yes"}]',
    '<think>\nYes',
    '<think>Yes.</think>',
    'yes'.repeat(1000),
  ])('in %j', (text) => {
    expect(readVerdict(text)).toEqual({ value: 'unreadable', reason: '' });
  });
});
