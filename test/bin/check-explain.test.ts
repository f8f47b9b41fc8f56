import { describe, expect, test } from 'vitest';
import { figuresOf, measure } from '../../bin/check-explain/measure.ts';
import { retell } from '../../bin/check-explain/retell.ts';
import type { GroupRow } from '../../bin/check-explain/rows.ts';
import { problemsOf, readGroups } from '../../bin/check-explain/rows.ts';
import { lay, truthOf } from '../../bin/check-explain/truth.ts';
import { createRandom } from '../../src/base/random.ts';
import type { Problem } from '../../src/question/world/problem.ts';
import { problems } from '../../src/question/world/problems.ts';
import type { Step } from '../../src/question/world/sum.ts';

const given = (value: number) => ({ kind: 'given', value }) as const;
const result = (step: number) => ({ kind: 'result', step }) as const;
const steps: readonly Step[] = [
  { op: '-', left: given(50), right: given(8), value: 42, before: 'That leaves', after: ' eggs.' },
  { op: '-', left: result(0), right: given(10), value: 32, before: 'That leaves', after: ' eggs.' },
  { op: '/', left: result(1), right: given(4), value: 8, before: 'Tom fills', after: ' boxes.' },
];
const problem: Problem = { question: '', answer: '8', solution: '', level: 'hard', steps, template: '' };

const RIGHT =
  'That leaves 50 - 8 = 42 eggs.\nThat leaves 42 - 10 = 32 eggs.\nTom fills 32 / 4 = 8 boxes.\nThe answer is 8.';

describe('the truth about a line', () => {
  test('follows from the step that it lies at, by words and the given numbers', () => {
    const skipped = 'That leaves 50 - 10 = 40 eggs.\nMia fills 40 / 4 = 10 boxes.\nThe answer is 10.';
    expect(lay(RIGHT, problem).map(({ line, step }) => [line, step])).toEqual([[0, 0], [1, 1], [2, 2]]);
    expect(lay(skipped, problem).map(({ line, step }) => [line, step])).toEqual([[0, 0], [1, 2]]);
  });

  test('is support only where the whole sum is the same', () => {
    const [own] = lay(RIGHT, problem);
    expect(truthOf(own!, own)).toBe('supports');
    expect(truthOf(own!, { ...own!, result: 43 })).toBe('contradicts');
    expect(truthOf(own!, { ...own!, left: 51, result: 43 })).toBe('contradicts');
    expect(truthOf(own!, undefined)).toBe('silent');
  });

  test('leaves out lines of another story', () => {
    expect(lay('The sun shines.\nMia walks 2 * 3 = 6 miles.', problem)).toEqual([]);
  });

  test('reads a step behind its number, with its sum worked out', () => {
    const worked = RIGHT.split('\n').map((line, at) => `${at + 1}. ${line.replace(' = ', ' = (1 + 1 = 2, 3) ')}`);
    expect(lay(worked.join('\n'), problem)).toEqual(lay(RIGHT, problem));
  });
});

test('retelling keeps every number of a line, and says where it stands', () => {
  const numbers = (text: string): string[] => [...new Set(text.match(/\d+/g))].sort();
  for (let seed = 0; seed < 20; seed += 1) {
    const told = retell(RIGHT, createRandom(seed));
    expect(told.text).not.toContain('That leaves 50 - 8 = 42 eggs.');
    RIGHT.split('\n').forEach((line, at) => {
      const { start, end } = told.spans[at]!;
      expect(numbers(told.text.slice(start, end))).toEqual(expect.arrayContaining(numbers(line)));
    });
  }
});

test('retelling tells a numbered step with its sum worked out as it tells the plain one', () => {
  const careful = RIGHT.replace(/^(?=.* = )/gm, '1. ').replaceAll(' = ', ' = (1 + 1 = 2, 3) ');
  for (let seed = 0; seed < 20; seed += 1) {
    expect(retell(careful, createRandom(seed)).text).toBe(retell(RIGHT, createRandom(seed)).text);
  }
});

const found = (raw: string) => ({ kind: 'found', raw, rule: 'answer-is' }) as const;
const rowOf = (question: string, ...texts: string[]): GroupRow => ({
  question,
  rollouts: texts.map((text) => ({ text, stop: 'end' })),
  synthesis: { text: RIGHT, stop: 'end' },
  evaluation: {
    readings: texts.map((text) => found(/(\d+)\.$/.exec(text)![1]!)),
    synthesis: found('8'),
    rewards: texts.map((text) => (text.endsWith(' 8.') ? 1 : 0)),
  },
});

test('marks are counted against the truth, the final answer aside', () => {
  const slipped = RIGHT.replace('= 32 eggs', '= 36 eggs').replace('32 / 4 = 8', '36 / 4 = 9');
  const measured = measure(rowOf('', RIGHT, slipped), problem, 0, false);
  expect(measured.judged).toHaveLength(6);
  const { precision, recall } = figuresOf([measured], 'contradicts');
  expect([precision.hits, precision.of, recall.hits, recall.of]).toEqual([2, 2, 2, 2]);
});

describe('recorded groups', () => {
  test('are read line by line, a broken one being named', () => {
    const line = JSON.stringify(rowOf('How many?', RIGHT));
    expect(readGroups(`${line}\n\n${line}\n`)).toHaveLength(2);
    expect(() => readGroups(`${line}\n{"question": 1}\n`)).toThrow('line 2: question');
    expect(() => readGroups('no JSON')).toThrow('line 1');
  });

  test('find their problems by the question, in any order', () => {
    const source = problems({ seed: 3, level: 'easy', split: 'heldout' });
    const [first, second] = [source.next().value, source.next().value];
    expect(problemsOf([second, first], 3, 'easy').map(({ answer }) => answer)).toEqual([
      second.answer,
      first.answer,
    ]);
    expect(() => problemsOf([{ question: 'How many?' }], 3, 'easy', 5)).toThrow('group 1 asks none');
  });
});
