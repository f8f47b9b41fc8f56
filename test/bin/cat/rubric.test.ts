import { describe, expect, test } from 'vitest';
import { askReport, reportOf } from '../../../bin/cat/report.ts';
import type { Reported } from '../../../bin/cat/reported.ts';
import { askRubric, rubricSummary, rubricTable } from '../../../bin/cat/rubric.ts';
import { askTable, experimentTable } from '../../../bin/cat/table.ts';
import { evaluate } from '../../../src/group/evaluate.ts';
import type { Evidence } from '../../../src/group/evidence.ts';
import { compare } from '../../../src/reward/maths/compare.ts';
import { doneGroup } from '../../kit/group.ts';
import { criterion, given, rubricOf, verdict } from '../../kit/rubric-records.ts';

const evidence: readonly Evidence[] = [
  rubricOf(criterion('Names a.', { weight: 3 }), criterion('Names b.'), criterion('Is off.', { off: true }), given('Harms.', 4)),
  ...[verdict(0, 0, 'yes', { reason: 'It does.' }), verdict(1, 0, 'unreadable'), verdict(3, 0, 'yes')],
  ...[verdict(0, 1, 'no'), verdict(0, 1, 'yes', { repeat: 1 }), verdict(3, 'synthesis', 'no')],
];

/** An open question with two rollouts: rewards 3/4 and 0. */
async function openGroup(pieces: readonly Evidence[] = evidence): Promise<Reported> {
  const group = doneGroup({ question: 'How?' });
  const recipe = { ...group.recipe, judging: { repeats: 1, permute: false } };
  const { rollouts, synthesis } = group;
  if (synthesis === undefined) throw new Error('a done group has one');
  const open = { ...group, question: { kind: 'open' as const, text: 'How?' }, recipe, evidence: pieces };
  const evaluation = await evaluate(open, compare);
  return { recipe, rollouts, synthesis, evidence: pieces, evaluation };
}

describe('the report of an open question', () => {
  test('says the regime, the criteria, every verdict and the rewards', async () => {
    const group = await openGroup();
    const report = askReport(reportOf(group.recipe, [group], ['single', 'synthesis'], 1), group);
    expect(report).toMatchObject({ regime: 'open', score: { single: 1, synthesis: 0, oracle: null } });
    expect(report.rubric?.criteria).toHaveLength(4);
    expect(report.verdicts).toHaveLength(6);
    expect(report.verdicts?.[0]).toEqual({
      ...{ criterion: 0, rollout: 0, repeat: 0, answerFirst: false, value: 'yes', reason: 'It does.' },
    });
    expect(report.rollouts.map(({ reward, answer }) => [reward, answer])).toEqual([
      [0.75, null],
      [0, null],
    ]);
  });

  test('has null for the reward of what nobody judged', async () => {
    const group = await openGroup(evidence.slice(0, 4));
    const report = askReport(reportOf(group.recipe, [group], [], 1), group);
    expect(report.rollouts.map(({ reward }) => reward)).toEqual([0.75, null]);
  });

  test('of a question with a final answer has neither rubric nor verdicts', () => {
    const group = doneGroup({});
    const { recipe, rollouts, synthesis, evaluation } = group;
    const reported = { recipe, rollouts, synthesis: synthesis!, evaluation: evaluation! };
    expect(askRubric(reported)).toBeNull();
    const report = askReport(reportOf(recipe, [reported], [], 1), reported);
    expect(report).toMatchObject({ regime: 'verifiable' });
    expect(Object.keys(report)).not.toContain('rubric');
  });

  test('of many counts what cannot be read of a data set’s own rubric too', async () => {
    const pieces = [...evidence, verdict(3, 1, 'unreadable')];
    const group = await openGroup([...pieces.filter((one) => one !== evidence[6]), verdict(3, 'synthesis', 'unreadable')]);
    expect(rubricSummary([group])?.verdicts).toMatchObject({ unreadable: 3, missing: 1 });
  });

  test('of many sums up how the judging went', async () => {
    const group = await openGroup();
    expect(rubricSummary([group, group])).toEqual({
      // Of the pair that was asked twice one verdict is yes and one no: chance would have them agree half the time.
      rubric: { criteria: 4, refused: 0, reward: 0.375, agreement: 0, kappa: -1 },
      judge: { model: 'nano', engine: 'wllama', itself: true },
      verdicts: { yes: 4, no: 4, unreadable: 2, missing: 4 },
    });
    const report = reportOf(group.recipe, [group, group], ['single'], 1);
    expect(report.regime).toBe('open');
    expect(experimentTable(report)).toMatch(/verdicts yes, no\s+4, 4/);
    expect(experimentTable(report)).toMatch(/Fleiss’ kappa\s+-1.00/);
    expect(experimentTable(report)).toMatch(/^nano judged itself$/m);
  });

  test('counts the pairs of thousands of questions', async () => {
    const group = await openGroup();
    const many = Array.from({ length: 50_000 }, () => group);
    expect(rubricSummary(many)?.rubric).toMatchObject({ kappa: rubricSummary([group])?.rubric.kappa });
  });

  test('says nothing of agreement where nothing was asked twice', async () => {
    const group = await openGroup(evidence.slice(0, 5));
    expect(rubricSummary([group])?.rubric).toMatchObject({ agreement: null, kappa: null });
  });

  test('of many names a judge of its own', async () => {
    const group = await openGroup();
    const judge = { ...group.recipe.judge, model: 'strict', revision: 'a'.repeat(64) };
    const other = { ...group, recipe: { ...group.recipe, judge } };
    const report = reportOf(other.recipe, [other], ['single'], 1);
    expect(report.judge).toEqual({ model: 'strict', engine: 'wllama', itself: false });
    expect(experimentTable(report)).toMatch(/^judged by strict$/m);
  });
});

describe('the report over questions of both kinds', () => {
  test('has figures for each, and says how many questions are in which and in none', async () => {
    const known = doneGroup({ truth: '4', answers: ['4', '5'], synthesis: '4' }) as Reported;
    const unknown = doneGroup({ answers: ['4', '5'], synthesis: '4' }) as Reported;
    const report = reportOf(known.recipe, [await openGroup(), known, unknown], ['single', 'synthesis'], 1);
    expect(report).toMatchObject({
      ...{ regime: 'mixed', questions: 3, scored: 'truth', over: 1, accuracy: { single: 0.5, oracle: null } },
      others: [{ scored: 'given', over: 1, score: { single: 1, oracle: null }, reasons: { oracle: 'not-asked' } }],
    });
    expect(report.others?.[0]?.cautions.interval).toHaveProperty('single');
    const table = experimentTable(report);
    expect(table).toMatch(/^1 of 3 questions: right or wrong by a known answer\nmethod +right/m);
    expect(table).toMatch(/^1 of 3 questions: open, mean score by the data set’s own rubric\nmethod +score/m);
    expect(table).toMatch(/^1 of 3 questions: without a known answer or a verdict, in none of the figures$/m);
  });
});

describe('the table of an open question', () => {
  test('shows who met which criterion, the rewards, and who judged', async () => {
    const text = rubricTable(await openGroup());
    expect(text.split('\n').map((line) => line.replace(/\s{2,}/g, ' | '))).toEqual([
      'criterion | weight | 1 | 2 | synth.',
      'Names a. | 3 | yes | no (tie) | –',
      'Names b. | 1 | ? | – | –',
      'Is off. | off | – | – | –',
      'Harms. | data set, 4 | yes | – | no',
      'reward | 0.75 | 0.00',
      'score by the data set’s rubric | 1.00 | – | 0.00',
      'nano judged itself; unreadable, and counted as not met: 1; repeats agree in 0 % of the pairs',
    ]);
  });

  test.each([
    ['the anchor’s weights under another name', { model: 'nano 2' }, 'anchor', 'nano 2 judged itself'],
    ['the policy’s weights', { model: 'small', revision: 'a'.repeat(64) }, 'policy', 'small judged itself'],
    ['other weights of the same name', { revision: 'a'.repeat(64) }, null, 'judged by nano'],
  ] as const)('says who judged by the weights alone: %s', async (_name, other, same, said) => {
    const group = await openGroup();
    const judge = { ...group.recipe.judge, ...other };
    const twin = same === null ? {} : { [same]: { ...judge, model: 'another name' } };
    const last = rubricTable({ ...group, recipe: { ...group.recipe, judge, ...twin } }).split('\n').at(-1);
    expect(last).toContain(said);
  });

  test('stands in place of the answers, below the synthesis', async () => {
    const group = await openGroup();
    const report = askReport(reportOf(group.recipe, [group], ['single'], 1), group);
    const text = askTable(report, false, group);
    expect(text).toContain('Names a.');
    expect(text).not.toContain('majority says');
  });

  test('says so where nothing was proposed', async () => {
    expect(rubricTable(await openGroup([]))).toBe('No criterion was proposed.');
  });
});
