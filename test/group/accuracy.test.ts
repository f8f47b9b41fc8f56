import { describe, expect, it } from 'vitest';
import { countUndecided, summarise } from '../../src/group/accuracy.ts';
import type { Texts } from './texts.ts';
import { evaluateTexts } from './texts.ts';

const evaluations = (groups: readonly Texts[]) => Promise.all(groups.map(evaluateTexts));

const summaryOf = async (...groups: Texts[]) => summarise(await evaluations(groups));

describe('the figures over many groups', () => {
  it('are the shares that are right', async () => {
    expect(
      await summaryOf(
        // The synthesis is right against the vote.
        { rollouts: ['1', '1', '2', '3'], synthesis: '2', truth: '2' },
        // All agree and are right.
        { rollouts: ['5', '5', '5', '5'], synthesis: '5', truth: '5' },
        // The synthesis is wrong against the vote.
        { rollouts: ['6', '6', '6', '7'], synthesis: '7', truth: '6' },
        // Every rollout is wrong, the synthesis is right.
        { rollouts: ['8', '8', '8', '8'], synthesis: '9', truth: '9' },
      ),
    ).toMatchObject({
      accuracy: {
        single: 0.5,
        majority: 0.5,
        majorityEqualCompute: null,
        synthesis: 0.75,
        oracle: 0.75,
      },
      difference: { synthesisMinusMajority: 0.25 },
      disagree: { count: 3, synthesisRight: 2 },
      allWrong: { count: 1, synthesisRight: 1 },
    });
  });

  it('have the bounds of the paired bootstrap', async () => {
    const right: Texts = { rollouts: ['1'], synthesis: '2', truth: '2' };
    const same: Texts = { rollouts: ['1'], synthesis: '1', truth: '1' };
    // 3 of 10 questions won and none lost: the resampled wins are binomial(10, 0.3), whose 2.5 % and
    // 97.5 % points are 0 and 6 (scipy.stats.binom.ppf).
    const { difference } = await summaryOf(
      right,
      right,
      right,
      same,
      same,
      same,
      same,
      same,
      same,
      same,
    );
    expect(difference.synthesisMinusMajority).toBeCloseTo(0.3, 12);
    expect(difference.low).toBe(0);
    expect(difference.high).toBeCloseTo(0.6, 12);
  });

  it('compare with voting at equal compute where that was sampled', async () => {
    const group: Texts = {
      rollouts: ['1', '2', '2'],
      synthesis: '1',
      truth: '2',
      group: 2,
      equalCompute: true,
    };
    const { accuracy } = await summaryOf(group);
    expect(accuracy).toEqual({
      single: 0.5,
      majority: 0,
      majorityEqualCompute: 1,
      synthesis: 0,
      oracle: 1,
    });
  });

  it('are unknown where no truth is, except how often the two disagree', async () => {
    expect(
      await summaryOf({ rollouts: ['1'], synthesis: '2' }, { rollouts: ['1'], synthesis: '1' }),
    ).toEqual({
      accuracy: {
        single: null,
        majority: null,
        majorityEqualCompute: null,
        synthesis: null,
        oracle: null,
      },
      difference: { synthesisMinusMajority: null, low: null, high: null },
      disagree: { count: 1, synthesisRight: null },
      allWrong: { count: null, synthesisRight: null },
    });
  });

  it('leave groups without a truth out of every share', async () => {
    const summary = await summaryOf(
      { rollouts: ['1'], synthesis: '1', truth: '1' },
      { rollouts: ['1'], synthesis: '2' },
    );
    expect(summary.accuracy).toMatchObject({ single: 1, synthesis: 1 });
    expect(summary.disagree).toEqual({ count: 1, synthesisRight: 0 });
  });

  it('count what is cut off as wrong', async () => {
    const cut = { text: 'The answer is 1.', stop: 'length' as const };
    const { accuracy } = await summaryOf({ rollouts: [cut, '1'], synthesis: cut, truth: '1' });
    expect(accuracy).toMatchObject({ single: 0.5, majority: 1, synthesis: 0 });
  });

  it('of no groups are none', () => {
    expect(summarise([]).accuracy.single).toBeNull();
    expect(summarise([]).disagree.count).toBe(0);
  });
});

it('undecided truths are counted beside the figures', async () => {
  const all = await evaluations([
    { rollouts: ['5 km', '6'], synthesis: '5 km', truth: '5 miles' },
    { rollouts: ['1'], synthesis: '1' },
  ]);
  expect(countUndecided(all)).toBe(2);
});
