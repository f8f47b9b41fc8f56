import { describe, expect, test } from 'vitest';
import { answeredOf, majorityAndSynthesis, pairRuns } from '../../src/run/compare-runs.ts';
import { keptRun } from '../kit/experiments.ts';

describe('questions of two runs', () => {
  test('are the same whatever white space stands around them', () => {
    const first = keptRun('a', [{}, {}]);
    const second = keptRun('b', [{}, {}]);
    const told = (tell: (text: string) => string) => ({
      ...second,
      plan: {
        ...second.plan,
        items: second.plan.items.map(({ question, ...item }) => ({
          ...item,
          question: { ...question, text: tell(question.text) },
        })),
      },
    });
    const { pairs } = pairRuns(answeredOf(first), answeredOf(told((text) => `  ${text}\n`)));
    expect(pairs.map(({ first: one, second: other }) => [one.entry.index, other.entry.index])).toEqual([[0, 0], [1, 1]]);
    const shouted = answeredOf(told((text) => text.toUpperCase()));
    expect(pairRuns(answeredOf(first), shouted).pairs).toEqual([]);
  });

  test('are two where one has a final answer and the other is open', () => {
    const first = keptRun('a', [{}]);
    const open = { ...first.plan, items: [{ question: { kind: 'open' as const, text: 'Question 1 of the set?' }, tags: [] }] };
    expect(pairRuns(answeredOf(first), answeredOf({ ...first, plan: open })).pairs).toEqual([]);
  });

  test('of an entry outside its plan are none', () => {
    const run = keptRun('a', [{}]);
    expect(answeredOf({ ...run, plan: { ...run.plan, items: [] } })).toEqual([]);
  });
});

test('majority and synthesis are paired where the answer is known and both have one', () => {
  const { entries } = keptRun('a', [
    { scores: { majority: 1, synthesis: 0 } },
    { scores: { majority: 0, synthesis: 1 } },
    { scores: { synthesis: 1 } },
    { scored: 'rubric', scores: { majority: 1, synthesis: 1 } },
  ]);
  const { questions, first, second, mcnemar } = majorityAndSynthesis(entries.map(({ outcome }) => outcome));
  expect([questions, first, second]).toEqual([2, 0.5, 0.5]);
  expect(mcnemar).toMatchObject({ onlyFirst: 1, onlySecond: 1, exact: 1 });
});
