import { describe, expect, it } from 'vitest';
import type { Selection } from '../../src/baseline/selection.ts';
import { costsOf } from '../../src/group/cost.ts';
import type { Group } from '../../src/group/group.ts';
import { doneGroup } from '../kit/group.ts';
import { selectionOf } from './texts.ts';

/** Two rollouts and an extra one, with a synthesis: each of 5 tokens after 20 of prompt. */
const group = (evidence: readonly Selection[] = []): Group => {
  const base = doneGroup({ answers: ['4', '5', '5'] });
  return {
    ...base,
    recipe: { ...base.recipe, group: 2, equalCompute: true },
    rollouts: base.rollouts.map((rollout, at) => ({ ...rollout, elapsed: 1 + at })),
    evidence,
  };
};

const call = { text: '[1]', tokens: 3, promptTokens: 40, stop: 'end', seconds: 0.5, order: [0, 1] } as const;

describe('what an answer costs', () => {
  it('is a rollout, the vote’s G or G + 1 of them, or those and the anchor’s call', () => {
    expect(costsOf(group())).toMatchObject({
      single: { tokens: 5, promptTokens: 20, seconds: 0.2 },
      majority: { tokens: 10, promptTokens: 40, seconds: 2 },
      majorityEqualCompute: { tokens: 15, promptTokens: 60, seconds: 3 },
      synthesis: { tokens: 15, promptTokens: 60, seconds: 2.2 },
      oracle: { tokens: 10, promptTokens: 40, seconds: 2 },
      bestOfN: null,
    });
  });

  it('of a method is that of the rollouts and of its own calls', () => {
    const chosen = { ...selectionOf('bestOfN', 0), calls: [call], seconds: 0.5 };
    const likeliest = { ...selectionOf('perplexity', 0), seconds: 0 };
    const costs = costsOf(group([chosen, likeliest]));
    expect(costs.bestOfN).toEqual({ tokens: 13, promptTokens: 80, seconds: 2.5 });
    expect(costs.perplexity).toEqual({ tokens: 10, promptTokens: 40, seconds: 2 });
  });

  it('of judging has the synthesis in it, which is the reference', () => {
    const judged = { ...selectionOf('judgeScore', 0), calls: [call, call], seconds: 1 };
    expect(costsOf(group([judged])).judgeScore).toEqual({
      tokens: 21,
      promptTokens: 140,
      seconds: 3.2,
    });
  });

  it('of scored texts is what was read, prompt and text', () => {
    const scored = {
      ...selectionOf('mutualPredictability', 1),
      calls: [{ ...call, tokens: 0 }, { ...call, tokens: 0 }],
      scoredTokens: 80,
      seconds: 1,
    };
    expect(costsOf(group([scored])).mutualPredictability).toEqual({
      tokens: 10,
      promptTokens: 120,
      seconds: 3,
    });
  });

  it('counts a reply that names none, and nothing that could not be had', () => {
    const asked = { ...selectionOf('bestOfN', 'unreadable'), calls: [call], seconds: 0.5 };
    expect(costsOf(group([asked])).bestOfN).toMatchObject({ tokens: 13 });
    expect(costsOf(group([selectionOf('judgeScore', 'not-taught')])).judgeScore).toBeNull();
  });

  it('is unknown without the rollouts, and without the synthesis for what needs it', () => {
    const whole = group([selectionOf('judgeScore', 0), selectionOf('perplexity', 0)]);
    expect(Object.values(costsOf({ ...whole, rollouts: whole.rollouts.slice(1) }))).toEqual(
      Array(10).fill(null),
    );
    const { synthesis: _synthesis, ...blind } = whole;
    const costs = costsOf(blind);
    expect(costs).toMatchObject({ synthesis: null, judgeScore: null });
    expect(costs.perplexity).not.toBeNull();
  });

  it('in seconds is that of the calls where an older group does not say how long one waited', () => {
    const older = group();
    const rollouts = older.rollouts.map(({ elapsed: _elapsed, ...rollout }) => rollout);
    expect(costsOf({ ...older, rollouts }).majority?.seconds).toBe(0.2);
  });
});
