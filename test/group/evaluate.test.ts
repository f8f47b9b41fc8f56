import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/group/evaluate.ts';
import { compare } from '../../src/reward/maths/compare.ts';
import { doneGroup } from '../kit/group.ts';
import { criterion, rubricOf, verdict } from '../kit/rubric-records.ts';
import { evaluateTexts } from './texts.ts';

const absent = { kind: 'absent' };

describe('the evaluation of a group', () => {
  it('reads, clusters, votes and rewards from the texts alone', async () => {
    const evaluation = await evaluateTexts({
      rollouts: ['0.5', '3', '1/2', '4'],
      synthesis: '3.0',
      truth: '3',
    });
    expect(evaluation).toMatchObject({
      readings: [{ raw: '0.5' }, { raw: '3' }, { raw: '1/2' }, { raw: '4' }],
      synthesis: { raw: '3.0' },
      clusters: [0, 1, 0, 2],
      rewards: [0, 1, 0, 0],
      majority: { index: 0, votes: 2, voters: 4 },
      majorityEqualCompute: null,
      disagrees: true,
      truth: {
        rollouts: ['different', 'equal', 'different', 'different'],
        majority: 'different',
        majorityEqualCompute: null,
        synthesis: 'equal',
        oracle: true,
      },
    });
    expect(evaluation.advantages[1]).toBeCloseTo(Math.sqrt(3), 9);
  });

  it.each(['length', 'fault', 'aborted'] as const)(
    'reads no answer in a rollout that stopped by %s, whatever it says',
    async (stop) => {
      const cut = { text: 'The answer is 7.', stop };
      const evaluation = await evaluateTexts({
        rollouts: [cut, cut, '8'],
        synthesis: '7',
        truth: '7',
      });
      expect(evaluation.readings.slice(0, 2)).toEqual([absent, absent]);
      expect(evaluation.rewards).toEqual([0, 0, 0]);
      expect(evaluation.majority).toMatchObject({ index: 2, votes: 1, voters: 1 });
      expect(evaluation.truth).toMatchObject({ majority: 'different', oracle: false });
    },
  );

  it('reads no answer in a synthesis that was cut off, and so rewards nobody', async () => {
    const evaluation = await evaluateTexts({
      rollouts: ['7', '7'],
      synthesis: { text: 'The answer is 7.', stop: 'length' },
      truth: '7',
    });
    expect(evaluation).toMatchObject({
      synthesis: absent,
      rewards: [0, 0],
      advantages: [0, 0],
      disagrees: false,
      truth: { majority: 'equal', synthesis: 'different' },
    });
  });

  it('has G readings even where a group was stopped before all were sampled', async () => {
    const evaluation = await evaluateTexts({ rollouts: ['7', null, '7'], group: 4 });
    expect(evaluation.readings.map(({ kind }) => kind)).toEqual([
      'found',
      'absent',
      'found',
      'absent',
    ]);
    expect(evaluation.clusters).toEqual([0, null, 0, null]);
    expect(evaluation.synthesis).toEqual(absent);
  });

  it('finds no agreement among texts without answers', async () => {
    const silent = { text: 'I do not know.', stop: 'end' as const };
    const evaluation = await evaluateTexts({
      rollouts: [silent, silent],
      synthesis: silent,
      truth: '4',
    });
    expect(evaluation).toMatchObject({
      clusters: [null, null],
      rewards: [0, 0],
      majority: null,
      disagrees: false,
      truth: {
        rollouts: ['different', 'different'],
        majority: 'different',
        synthesis: 'different',
      },
    });
  });

  it('votes at equal compute over G + 1, and over G for everything else', async () => {
    const evaluation = await evaluateTexts({
      rollouts: ['1', '2', '2'],
      synthesis: '2',
      truth: '2',
      group: 2,
      equalCompute: true,
    });
    expect(evaluation).toMatchObject({
      readings: [{ raw: '1' }, { raw: '2' }],
      rewards: [0, 1],
      majority: { index: 0, votes: 1, voters: 2 },
      majorityEqualCompute: { index: 1, votes: 2, voters: 3 },
      truth: {
        rollouts: ['different', 'equal'],
        majority: 'different',
        majorityEqualCompute: 'equal',
      },
    });
  });

  it('ignores an extra rollout that the recipe does not ask for', async () => {
    const evaluation = await evaluateTexts({ rollouts: ['1', '2', '2'], group: 2 });
    expect(evaluation.readings).toHaveLength(2);
    expect(evaluation.majorityEqualCompute).toBeNull();
  });

  it('knows no truth where none is known', async () => {
    expect(await evaluateTexts({ rollouts: ['1'], synthesis: '1' })).not.toHaveProperty('truth');
    const open = { ...doneGroup({}), question: { kind: 'open' as const, text: 'Why?' } };
    expect(await evaluate(open, compare)).not.toHaveProperty('truth');
  });

  it('has no reward and no advantage of an open question’s rollout that nobody judged', async () => {
    const rubric = rubricOf(criterion('A b.'));
    const evidence = [rubric, verdict(0, 0, 'yes'), verdict(0, 1, 'no')];
    const answers = ['1', '2', '3'];
    const open = { ...doneGroup({ answers }), question: { kind: 'open' as const, text: 'Why?' } };
    const evaluation = await evaluate({ ...open, evidence }, compare);
    expect(evaluation).toMatchObject({ advantages: [1, -1, null], rubric: { rewards: [1, 0, null] } });
    expect((await evaluate(open, compare)).advantages).toEqual([null, null, null]);
  });

  it.each(['length', 'fault', 'aborted'] as const)(
    'rewards no open rollout that stopped by %s, though an older group has it judged',
    async (stop) => {
      const done = doneGroup({ answers: ['1', '2', '3'] });
      const rollouts = done.rollouts.map((one, index) => (index === 2 ? { ...one, stop } : one));
      const verdicts = [verdict(0, 0, 'yes'), verdict(0, 1, 'no'), verdict(0, 2, 'yes')];
      const evidence = [rubricOf(criterion('A b.')), ...verdicts];
      const open = { ...done, rollouts, evidence, question: { kind: 'open' as const, text: 'Why?' } };
      expect(await evaluate(open, compare)).toMatchObject({
        advantages: [1, -1, null],
        rubric: { rewards: [1, 0, null] },
      });
    },
  );

  it('keeps the name of an undecided truth', async () => {
    const evaluation = await evaluateTexts({
      rollouts: ['5 km'],
      synthesis: '5 km',
      truth: '5 miles',
    });
    expect(evaluation.truth).toMatchObject({
      rollouts: ['undecided'],
      synthesis: 'undecided',
      oracle: false,
    });
  });

  it('has the choices of the methods that were asked for, from the evidence', async () => {
    const texts = { rollouts: ['1', '2'], synthesis: '1', truth: '2' };
    expect(await evaluateTexts(texts)).not.toHaveProperty('choices');
    const choices = { bestOfN: 1, perplexity: 0, mutualPredictability: 'no-score' } as const;
    expect((await evaluateTexts({ ...texts, choices })).choices).toEqual({
      bestOfN: 1,
      perplexity: 0,
      mutualPredictability: null,
    });
  });

  it('has no choice of a method that left no evidence', async () => {
    const group = doneGroup({ truth: '4' });
    const recipe = { ...group.recipe, methods: ['bestOfN'] as const };
    expect((await evaluate({ ...group, recipe }, compare)).choices).toEqual({ bestOfN: null });
  });

  it('says the same again from the same texts', async () => {
    const texts = { rollouts: ['1', '2', 'x+1', '1'], synthesis: '1', truth: '2' };
    expect(await evaluateTexts(texts)).toEqual(await evaluateTexts(texts));
  });
});
