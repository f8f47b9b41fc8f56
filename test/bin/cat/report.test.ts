import { describe, expect, test } from 'vitest';
import type { ReportedMethod } from '../../../bin/cat/options.ts';
import { askReport, reportOf } from '../../../bin/cat/report.ts';
import type { Reported } from '../../../bin/cat/reported.ts';
import { askTable, experimentTable } from '../../../bin/cat/table.ts';
import { evaluate } from '../../../src/group/evaluate.ts';
import { compare } from '../../../src/reward/maths/compare.ts';
import { selectionOf } from '../../group/texts.ts';
import { doneGroup, type DoneGroup } from '../../kit/group.ts';
import { smaller } from '../../kit/smaller.ts';
import { question as asked } from '../../run/lab-kit.ts';

const done = (group: DoneGroup): Reported => doneGroup(group) as Reported;

const groups = [
  done({ truth: '4', answers: ['4', '4', '5', null], synthesis: '4' }),
  done({ truth: '6', answers: ['7', '7', '6', null], synthesis: '6' }),
  done({ truth: '9', answers: ['1', '1', null, null], synthesis: null }),
];
const [first] = groups as [Reported];

const usual: readonly ReportedMethod[] = ['single', 'majority', 'synthesis', 'oracle'];

const unasked = {
  bestOfN: null,
  perplexity: null,
  mutualPredictability: null,
  judgeScore: null,
};

describe('the JSON of cat', () => {
  test('has the figures over all groups, and the tokens by the wall-clock', () => {
    const report = reportOf(first.recipe, groups, usual, 15);
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
      agreement: { estimate: 1 / 6 },
      seconds: 15,
      tokensPerSecond: 5,
    });
  });

  test('prints how often two rollouts agree, of many questions alone', () => {
    const report = reportOf(first.recipe, groups, usual, 15);
    expect(experimentTable(report)).toContain('two rollouts of a question agree in 16.7 % (95 % 16.7 % to 16.7 %)');
    expect(askReport(report, first)).not.toHaveProperty('agreement');
  });

  test('has what the same rollouts come to at each smaller G', () => {
    const { accuracy, scaling } = reportOf(first.recipe, groups, usual, 15);
    expect(scaling.map(({ group }) => group)).toEqual([1, 2, 4]);
    expect(scaling[0]!.majority!.estimate).toBeCloseTo(accuracy.single!, 12);
    expect(scaling[2]!.oracle!.estimate).toBeCloseTo(accuracy.oracle!, 12);
    const table = experimentTable(reportOf(first.recipe, groups, usual, 15));
    expect(table).toMatch(/G, of the same rollouts +single +majority +oracle\n/);
  });

  test('has the synthesis of smaller groups with how many questions have one', async () => {
    const scaled = { ...first, evidence: [smaller([1], '4'), smaller([0, 2], '9')] };
    const evaluation = await evaluate({ ...scaled, question: asked('How many?', '4') }, compare);
    const some = [{ ...scaled, evaluation }, ...groups.slice(1)];
    const report = reportOf(first.recipe, some, usual, 15);
    expect(report.scaling.map(({ group, synthesised, synthesis }) => [group, synthesised, synthesis?.estimate])).toEqual(
      [[1, 1, 1], [2, 1, 0], [4, 3, 2 / 3]],
    );
    expect(experimentTable(report)).toMatch(
      /G, of the same rollouts +single +majority +synthesis +oracle +questions with a synthesis\n/,
    );
    expect(experimentTable(reportOf(first.recipe, some, ['single'], 15))).not.toContain('with a synthesis');
  });

  test('has McNemar’s test of the synthesis against the majority, and what not to read into figures', () => {
    const report = reportOf(first.recipe, groups, usual, 15);
    expect(report.mcnemar).toMatchObject({ onlyFirst: 0, onlySecond: 1, discordant: 1, exact: 1 });
    expect(report.cautions.interval.single).toMatchObject([{ kind: 'few-questions', questions: 3 }]);
    expect(report.cautions.differences.majority?.map(({ kind }) => kind)).toEqual(
      ['few-questions', 'few-differences', 'undecided'],
    );
    const table = experimentTable(report);
    expect(table).toContain('only the synthesis right on 1, only the majority on 0: McNemar’s exact test p = 1.0000');
    expect(table.match(/^caution, .*fewer than 100/gm)).toHaveLength(1);
    expect(table).toContain('caution, synthesis − majority: only 1 question came out differently');
    const alone = reportOf(first.recipe, groups, ['single', 'oracle'], 15);
    expect(alone.mcnemar).toBeNull();
    expect(alone.cautions.differences).toEqual({});
  });

  test('leaves out figures of methods that were not asked for', () => {
    const report = reportOf(first.recipe, groups, ['single', 'oracle'], 15);
    expect(report.accuracy).toEqual({
      single: 0.25,
      majority: null,
      majorityEqualCompute: null,
      ...unasked,
      synthesis: null,
      oracle: 2 / 3,
    });
    expect(report.reasons).toMatchObject({ synthesis: 'not-asked', bestOfN: 'not-asked' });
    expect(report.cost).toMatchObject({ synthesis: null, single: { tokens: 5 } });
    expect(Object.values(report.differences)).toEqual(Array(9).fill(null));
    expect(report.difference).toEqual({ synthesisMinusMajority: null, low: null, high: null });
    expect(report.disagree).toEqual({ count: null, synthesisRight: null });
    expect(report.allWrong).toEqual({ count: null, synthesisRight: null });
    expect(experimentTable(report)).not.toMatch(/disagree|wrong|majority/);
  });

  test('has the texts, answers, rewards and mean log-probabilities of one question', () => {
    const report = askReport(reportOf(first.recipe, [first], usual, 1), first);
    expect(report.rollouts.map(({ answer }) => answer)).toEqual(['4', '4', '5', null]);
    expect(report.rollouts.map(({ reward }) => reward)).toEqual([1, 1, 0, 0]);
    expect(report.rollouts[0]?.logprob).toBeCloseTo(-0.2);
    expect(report.majority).toBe('4');
    expect(report.synthesis).toEqual({ text: 'The answer is 4.', answer: '4' });
  });

  test('has null for every accuracy without a known answer', () => {
    const unknown = done({ answers: ['4', '5'], synthesis: '4' });
    const { accuracy, reasons } = reportOf(unknown.recipe, [unknown], usual, 1);
    expect(Object.values(accuracy)).toEqual(Array(9).fill(null));
    expect(reasons).toMatchObject({ single: 'no-truth', oracle: 'no-truth' });
  });
});

describe('methods that were asked for', () => {
  const asked = {
    ...first,
    recipe: { ...first.recipe, methods: ['bestOfN', 'mutualPredictability'] as const },
    evidence: [
      {
        ...selectionOf('bestOfN', 2),
        calls: [
          { text: '[3]', tokens: 3, promptTokens: 50, stop: 'end', seconds: 0.3, order: [0, 1, 2] },
        ],
        seconds: 0.3,
      },
      selectionOf('mutualPredictability', 'no-score'),
    ] as const,
    evaluation: { ...first.evaluation, choices: { bestOfN: 2, mutualPredictability: null } },
  };
  const methods: readonly ReportedMethod[] = [...usual, 'bestOfN', 'mutualPredictability'];
  const report = askReport(reportOf(asked.recipe, [asked], methods, 1), asked);

  test('have their figure, interval, difference and cost, or the reason for none', () => {
    expect(report).toMatchObject({
      accuracy: { bestOfN: 0, synthesis: 1, mutualPredictability: null },
      interval: { bestOfN: { low: 0 }, mutualPredictability: null },
      differences: { bestOfN: { estimate: 1 }, mutualPredictability: null },
      cost: { bestOfN: { tokens: 23, promptTokens: 130, seconds: 0.5 }, mutualPredictability: null },
      reasons: { mutualPredictability: 'no-score', judgeScore: 'not-asked' },
      noChoice: { mutualPredictability: { 'no-score': 1 } },
    });
    expect(report.interval.bestOfN?.high).toBeCloseTo(0.7935, 4);
  });

  test('of one question name the rollout that each chose, and its answer', () => {
    expect(report.choices).toEqual({
      bestOfN: { rollout: 2, reason: null, answer: '5', scores: [] },
      mutualPredictability: { rollout: null, reason: 'no-score', answer: null, scores: [] },
    });
    expect(askTable(report, false, asked)).toMatch(/bestOfN says +5 \(rollout 3\)/);
    expect(askTable(report, false, asked)).toMatch(/mutualPredictability says +\(no choice: the engine cannot score given texts\)/);
  });

  test('have a row each in the table, and nobody else has', () => {
    const table = experimentTable(reportOf(asked.recipe, [asked], methods, 1));
    expect(table).toMatch(/^best of N +0\.0 % +0\.0 to 79\.3 +\+100\.0 .* 23 +130 +0\.50/m);
    expect(table).toMatch(/^mutual predictability +– .*the engine cannot score given texts$/m);
    expect(table).not.toMatch(/judge score|self-consistency/);
  });

  test('are named below the curve against G where they have no column there', () => {
    const below = /^not against G, .* asked anew: best of N, mutual predictability$/m;
    expect(experimentTable(reportOf(asked.recipe, [asked], methods, 1))).toMatch(below);
    expect(experimentTable(reportOf(first.recipe, groups, usual, 15))).not.toContain('not against G');
  });
});

describe('the tables of cat', () => {
  test('say the difference with its bounds', () => {
    expect(experimentTable(reportOf(first.recipe, groups, usual, 15))).toMatch(
      /synthesis − majority: \+33\.3 points \(95 % [+−]\d+\.\d to [+−]\d+\.\d\)/,
    );
  });

  test('count one question as one', () => {
    expect(experimentTable(reportOf(first.recipe, [first], usual, 1))).toMatch(/^1 question\n/);
    expect(experimentTable(reportOf(first.recipe, groups, usual, 1))).toMatch(/^3 questions\n/);
  });

  test('show accuracies of one question only where the answer is known', () => {
    const report = askReport(reportOf(first.recipe, [first], usual, 1), first);
    expect(askTable(report, true, first)).toContain('oracle');
    expect(askTable(report, false, first)).not.toContain('oracle');
    expect(askTable(report, false, first)).toContain('(no answer)');
  });
});
