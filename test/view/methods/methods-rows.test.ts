import { describe, expect, test } from 'vitest';
import type { Selection } from '../../../src/baseline/selection.ts';
import type { Group } from '../../../src/group/group.ts';
import type { LoadedModel } from '../../../src/engine/model.ts';
import { cannot, extraOf, METHOD_NAMES } from '../../../src/run/methods.ts';
import { replay } from '../../../src/run/replay.ts';
import { methodRows } from '../../../src/view/methods/methods-rows.ts';
import { fold, initialState } from '../../../src/view/state.ts';
import { loadedModel, nanoSpec } from '../../kit/lab.ts';
import { openScene } from '../../kit/open-scene.ts';
import type { Scene } from '../../kit/scene.ts';
import { sceneGroup } from '../../kit/scene.ts';

const said = (answer: string) => ({ text: `The answer is ${answer}.` });
const scene = (more: Partial<Scene> = {}): Promise<Group> =>
  sceneGroup({
    question: 'How many?',
    truth: '4',
    rollouts: ['5', '5', '4'].map(said),
    synthesis: said('4'),
    ...more,
  });
const viewOf = (group: Group) =>
  [...replay(group)].reduce((state, event) => fold(state, event, 0), initialState).group!;
const rowsOf = (group: Group) => new Map(methodRows(viewOf(group)).map((row) => [row.name, row]));

const selection = (method: Selection['method'], more: Partial<Selection> = {}): Selection => ({
  kind: 'selection',
  method,
  index: null,
  scores: [],
  calls: [],
  scoredTokens: 0,
  seconds: 1,
  ...more,
});
const call = { text: '3', tokens: 2, promptTokens: 90, stop: 'end' as const, seconds: 1, order: [2, 0, 1] };

describe('the table of methods', () => {
  test('has what each chose, whether that is right, and what it cost', async () => {
    const methods = ['bestOfN', 'perplexity'] as const;
    const group = await scene({
      recipe: { methods },
      evidence: [selection('bestOfN', { index: 2, calls: [call] }), selection('perplexity', { index: 0 })],
    });
    const rows = rowsOf(group);
    expect(rows.get('single')).toMatchObject({ index: null, score: 1 / 3, reason: null });
    expect(rows.get('majority')).toMatchObject({ index: 0, answer: '5', equality: 'different' });
    expect(rows.get('bestOfN')).toMatchObject({ index: 2, answer: '4', equality: 'equal', reason: null });
    expect(rows.get('perplexity')).toMatchObject({ index: 0, equality: 'different' });
    expect(rows.get('synthesis')).toMatchObject({ answer: '4', equality: 'equal' });
    expect(rows.get('oracle')).toMatchObject({ score: 1 });
    const tokens = group.rollouts.reduce((sum, rollout) => sum + rollout.tokens, 0);
    expect(rows.get('majority')?.cost).toMatchObject({ tokens, promptTokens: 192 });
    expect(rows.get('bestOfN')?.cost).toMatchObject({ tokens: tokens + 2, promptTokens: 192 + 90 });
    expect(rows.get('single')?.cost?.tokens).toBeCloseTo(tokens / 3);
  });

  test('says why there is nothing: not asked, no vote at equal compute, no scores, no words', async () => {
    const methods = ['bestOfN', 'mutualPredictability', 'judgeScore'] as const;
    const rows = rowsOf(
      await scene({
        recipe: { methods },
        evidence: [
          selection('bestOfN', { reason: 'unreadable', calls: [call] }),
          selection('mutualPredictability', { reason: 'no-score' }),
        ],
      }),
    );
    const reasons = [...rows].map(([name, row]) => [name, row.reason]);
    expect(Object.fromEntries(reasons)).toEqual({
      single: null,
      majority: null,
      majorityEqualCompute: 'not-sampled',
      bestOfN: 'unreadable',
      perplexity: 'not-asked',
      mutualPredictability: 'no-score',
      judgeScore: 'unfinished',
      synthesis: null,
      oracle: null,
    });
  });

  test('sets no votes beside open questions, and the reward in place of right and wrong', async () => {
    const group = await openScene({
      criteria: ['A.', 'B.'],
      verdicts: ['yny', 'yyn'],
      recipe: { methods: ['selfConsistency'], judging: { repeats: 1, permute: false } },
      more: [selection('selfConsistency', { index: 1, calls: [call] })],
    });
    const rows = rowsOf({
      ...group,
      evaluation: { ...group.evaluation!, choices: { selfConsistency: 1 } },
    });
    expect([...rows.keys()]).not.toContain('majority');
    expect(rows.get('selfConsistency')).toMatchObject({ index: 1, score: 0.5 });
    expect(rows.get('synthesis')).toMatchObject({ score: null, reason: 'not-judged' });
    expect(rows.get('oracle')).toMatchObject({ index: 0, score: 1 });
  });

  test('is empty before there is anything to set side by side', async () => {
    expect(methodRows(viewOf(await scene({ synthesis: null })))).toEqual([]);
  });
});

describe('what a method asks for', () => {
  test('is told before it is asked', () => {
    expect(METHOD_NAMES.map((name) => extraOf(name, 8))).toEqual([
      { calls: 1, scored: 0 },
      { calls: 0, scored: 0 },
      { calls: 0, scored: 8 },
      { calls: 8, scored: 0 },
      { calls: 1, scored: 0 },
    ]);
    expect(METHOD_NAMES.map((name) => extraOf(name, 1))).toEqual(
      METHOD_NAMES.map(() => ({ calls: 0, scored: 0 })),
    );
  });

  test('cannot be had of an engine without scores, nor of a model that was not taught it', () => {
    const general: LoadedModel = loadedModel({ ...nanoSpec, id: 'big', chat: 'general' });
    expect(METHOD_NAMES.map((name) => cannot(name, general))).toEqual([
      null,
      null,
      'no-score',
      null,
      null,
    ]);
    expect(cannot('bestOfN', loadedModel())).toBe('not-taught');
    expect(cannot('bestOfN', null)).toBeNull();
  });
});
