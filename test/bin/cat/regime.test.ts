import { expect, test } from 'vitest';
import { inRegime } from '../../../bin/cat/regime.ts';
import type { Question } from '../../../src/question/question.ts';

const closed: Question = { kind: 'verifiable', text: 'How many?', truth: '4' };
const open: Question = { kind: 'open', text: 'How?', rubric: [{ criterion: 'Says how.', points: 5 }] };

test('a question is what its row says, unless the command says otherwise', () => {
  expect([closed, open].map((question) => inRegime(question, 'auto'))).toEqual([closed, open]);
});

test('a question that is made open loses its answer, and one that is open keeps its rubric', () => {
  expect(inRegime(closed, 'open')).toEqual({ kind: 'open', text: 'How many?' });
  expect(inRegime(open, 'open')).toBe(open);
});

test('an open question that is made verifiable has no known answer', () => {
  expect(inRegime(open, 'verifiable')).toEqual({ kind: 'verifiable', text: 'How?' });
  expect(inRegime(closed, 'verifiable')).toBe(closed);
});
