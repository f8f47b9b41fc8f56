import { describe, expect, test } from 'vitest';
import { methodNames } from '../../../bin/cat/options.ts';
import { askReport, reportOf, type Reported } from '../../../bin/cat/report.ts';
import { askTable, experimentTable } from '../../../bin/cat/table.ts';
import { doneGroup, type DoneGroup } from '../../kit/group.ts';

const done = (group: DoneGroup): Reported => doneGroup(group) as Reported;

const groups = [
  done({ truth: '4', answers: ['4', '4', '5', null], synthesis: '4' }),
  done({ truth: '6', answers: ['7', '7', '6', null], synthesis: '6' }),
  done({ truth: '9', answers: ['1', '1', null, null], synthesis: null }),
];
const [first] = groups as [Reported];

describe('the JSON of cat', () => {
  test('has the figures over all groups, and the tokens by the wall-clock', () => {
    const report = reportOf(first.recipe, groups, methodNames, 15);
    expect(report).toMatchObject({
      model: 'nano',
      engine: 'wllama',
      group: 4,
      questions: 3,
      accuracy: {
        single: 0.25,
        majority: 1 / 3,
        majorityEqualCompute: null,
        synthesis: 2 / 3,
        oracle: 2 / 3,
      },
      difference: { synthesisMinusMajority: 1 / 3 },
      disagree: { count: 1, synthesisRight: 1 },
      allWrong: { count: 1, synthesisRight: 0 },
      seconds: 15,
      tokensPerSecond: 5,
    });
  });

  test('leaves out figures of methods that were not asked for', () => {
    const report = reportOf(first.recipe, groups, ['single', 'oracle'], 15);
    expect(report.accuracy).toEqual({
      single: 0.25,
      majority: null,
      majorityEqualCompute: null,
      synthesis: null,
      oracle: 2 / 3,
    });
    expect(report.difference).toEqual({ synthesisMinusMajority: null, low: null, high: null });
    expect(report.disagree).toEqual({ count: null, synthesisRight: null });
    expect(report.allWrong).toEqual({ count: null, synthesisRight: null });
    expect(experimentTable(report)).not.toMatch(/disagree|wrong/);
  });

  test('has the texts, answers, rewards and mean log-probabilities of one question', () => {
    const report = askReport(reportOf(first.recipe, [first], methodNames, 1), first);
    expect(report.rollouts.map(({ answer }) => answer)).toEqual(['4', '4', '5', null]);
    expect(report.rollouts.map(({ reward }) => reward)).toEqual([1, 1, 0, 0]);
    expect(report.rollouts[0]?.logprob).toBeCloseTo(-0.2);
    expect(report.majority).toBe('4');
    expect(report.synthesis).toEqual({ text: 'The answer is 4.', answer: '4' });
  });

  test('has null for every accuracy without a known answer', () => {
    const unknown = done({ answers: ['4', '5'], synthesis: '4' });
    const { accuracy } = reportOf(unknown.recipe, [unknown], methodNames, 1);
    expect(Object.values(accuracy)).toEqual([null, null, null, null, null]);
  });
});

describe('the tables of cat', () => {
  test('say the difference with its bounds', () => {
    expect(experimentTable(reportOf(first.recipe, groups, methodNames, 15))).toMatch(
      /synthesis − majority: \+33\.3 points \(95 % [+−]\d+\.\d to [+−]\d+\.\d\)/,
    );
  });

  test('count one question as one', () => {
    expect(experimentTable(reportOf(first.recipe, [first], methodNames, 1))).toMatch(/^1 question\n/);
    expect(experimentTable(reportOf(first.recipe, groups, methodNames, 1))).toMatch(/^3 questions\n/);
  });

  test('show accuracies of one question only where the answer is known', () => {
    const report = askReport(reportOf(first.recipe, [first], methodNames, 1), first);
    expect(askTable(report, true)).toContain('oracle');
    expect(askTable(report, false)).not.toContain('oracle');
    expect(askTable(report, false)).toContain('(no answer)');
  });
});
