import { describe, expect, it } from 'vitest';
import { countUndecided, summarise } from '../../src/group/accuracy.ts';
import { both, entriesOf } from '../kit/entries.ts';
import type { Told } from '../kit/entries.ts';
import type { Texts } from './texts.ts';
import { outcomeOfTexts } from './texts.ts';

const summaryOf = async (...groups: Texts[]) =>
  summarise(await Promise.all(groups.map(outcomeOfTexts)));

const unasked = {
  bestOfN: null,
  perplexity: null,
  mutualPredictability: null,
  judgeScore: null,
};

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

  it('say how often two rollouts of a question agree, of open questions nothing', async () => {
    const half = await outcomeOfTexts({ rollouts: ['1', '1', '1', '2'], synthesis: '1', truth: '1' });
    const none = await outcomeOfTexts({ rollouts: ['1', '2', '3', { text: '', stop: 'length' }], truth: '1' });
    const unknown = await outcomeOfTexts({ rollouts: ['5', '5'], synthesis: '5' });
    const nothingRead = { ...none, clusters: [null, null] };
    const open = { ...nothingRead, scored: 'rubric' as const };
    expect(summarise([half, none, open]).agreement).toMatchObject({ estimate: 0.25, low: 0, high: 0.5 });
    expect(summarise([half, nothingRead, unknown]).agreement?.estimate).toBe(0.5);
    expect(summarise([open]).agreement).toBeNull();
  });

  it('have their costs over the questions that they are of', async () => {
    const known = await outcomeOfTexts({ rollouts: ['1', '1'], synthesis: '1', truth: '1' });
    const unknown = await outcomeOfTexts({ rollouts: ['1', '1'], synthesis: '1' });
    const costly = (outcome: typeof known, tokens: number): typeof known => ({
      ...outcome,
      costs: { ...outcome.costs, synthesis: { tokens, promptTokens: 0, seconds: 0 } },
    });
    const tokens = (...outcomes: (typeof known)[]): number | undefined => summarise(outcomes).cost.synthesis?.tokens;
    expect(tokens(costly(known, 10), costly(unknown, 100))).toBe(10);
    expect(tokens(costly(unknown, 100), costly(unknown, 300))).toBe(200);
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
      ...unasked,
      synthesis: 0,
      oracle: 1,
    });
  });

  it('are unknown where no truth is, except how often the two disagree', async () => {
    expect(
      await summaryOf({ rollouts: ['1'], synthesis: '2' }, { rollouts: ['1'], synthesis: '1' }),
    ).toMatchObject({
      accuracy: {
        single: null,
        majority: null,
        majorityEqualCompute: null,
        ...unasked,
        synthesis: null,
        oracle: null,
      },
      reasons: { single: 'no-truth', synthesis: 'no-truth', bestOfN: 'not-asked' },
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

describe('the figures of a run with questions of both kinds', () => {
  const right = both(0, 1);
  const judged = (single: number): Told => ({ scored: 'rubric', right: [], scores: { single, oracle: 1 } });
  const summary = (...told: Told[]) => summarise(entriesOf(...told).map(({ outcome }) => outcome));

  it('are those of the known answers, and beside them those of the judged ones, each with its number', () => {
    const { accuracy, score, scored, over, others } = summary(right, judged(0.25), right, judged(0.5), right);
    expect({ scored, over, score }).toEqual({ scored: 'truth', over: 3, score: undefined });
    expect(accuracy).toMatchObject({ single: 0, synthesis: 1 });
    expect(others).toMatchObject([
      { scored: 'rubric', over: 2, accuracy: { single: null }, score: { single: 0.375, oracle: 1, synthesis: null } },
    ]);
  });

  it('are those of each kind alone', () => {
    const { accuracy, interval, differences } = summary(right, right);
    expect(summary(right, judged(0.25), right)).toMatchObject({ accuracy, interval, differences });
    const open = summary(judged(0.25), judged(0.5));
    expect(open.others).toBeUndefined();
    expect(summary(judged(0.25), right, judged(0.5)).others?.[0]).toEqual({
      ...{ scored: 'rubric', over: 2, accuracy: open.accuracy, score: open.score, interval: open.interval },
      ...{ cost: open.cost, differences: open.differences, reasons: open.reasons, noChoice: {} },
    });
  });

  it('leave out what waits for its judge, and do not count it', () => {
    const waiting: Told = { scored: 'rubric', right: [] };
    expect(summary(right, waiting).others).toBeUndefined();
    expect(summary(waiting, judged(0.5))).toMatchObject({ scored: 'rubric', over: 1 });
    expect(summary(waiting)).toMatchObject({ scored: 'nothing', over: 0 });
  });
});

describe('the figures of methods', () => {
  const right: Texts = { rollouts: ['1', '2'], synthesis: '2', truth: '2' };

  it('are the share of the chosen rollouts that are right', async () => {
    const { accuracy } = await summaryOf(
      { ...right, choices: { bestOfN: 1, perplexity: 0 } },
      { ...right, choices: { bestOfN: 1, perplexity: 1 } },
    );
    expect(accuracy).toMatchObject({ bestOfN: 1, perplexity: 0.5, judgeScore: null });
    expect(accuracy).not.toHaveProperty('selfConsistency');
  });

  it('count a reply that names none as wrong, with its reason beside it', async () => {
    const { accuracy, noChoice, reasons } = await summaryOf(
      { ...right, choices: { bestOfN: 1 } },
      { ...right, choices: { bestOfN: 'unreadable' } },
      { ...right, choices: { bestOfN: 'nothing-to-choose' } },
      { ...right, choices: { bestOfN: 'unreadable' } },
    );
    expect(accuracy.bestOfN).toBe(0.25);
    expect(noChoice).toEqual({ bestOfN: { unreadable: 2, 'nothing-to-choose': 1 } });
    expect(reasons).not.toHaveProperty('bestOfN');
  });

  it('are over the questions in which the method could be had', async () => {
    const { accuracy, noChoice, interval, differences } = await summaryOf(
      { ...right, choices: { bestOfN: 0 } },
      { ...right, choices: { bestOfN: 'no-room' } },
      { ...right, choices: { bestOfN: 'fault' } },
    );
    expect(accuracy.bestOfN).toBe(0);
    expect(noChoice).toEqual({ bestOfN: { 'no-room': 1, fault: 1 } });
    // Wilson's upper bound of 0 of 1.
    expect(interval.bestOfN?.high).toBeCloseTo(0.7935, 4);
    expect(differences.bestOfN?.estimate).toBe(1);
  });

  it('are null with the most frequent reason where it could be had in none', async () => {
    const { accuracy, reasons, cost, differences, interval } = await summaryOf(
      { ...right, choices: { mutualPredictability: 'no-score', bestOfN: 'fault' } },
      { ...right, choices: { mutualPredictability: 'no-score', bestOfN: 'not-taught' } },
      { ...right, choices: { mutualPredictability: 'no-score', bestOfN: 'not-taught' } },
    );
    for (const figures of [accuracy, cost, differences, interval]) {
      expect(figures).toMatchObject({ mutualPredictability: null, bestOfN: null });
    }
    expect(reasons).toEqual({
      mutualPredictability: 'no-score',
      bestOfN: 'not-taught',
      perplexity: 'not-asked',
      judgeScore: 'not-asked',
      majorityEqualCompute: 'not-asked',
    });
  });

  it('have Wilson’s interval where a question is right or wrong, and the bootstrap’s for single', async () => {
    const groups = Array.from({ length: 10 }, (_, at): Texts => ({
      rollouts: at < 3 ? ['2', '2'] : ['1', '2'],
      synthesis: '2',
      truth: '2',
    }));
    const { interval } = await summaryOf(...groups);
    // statsmodels.stats.proportion.proportion_confint(10, 10, method='wilson')
    expect(interval.synthesis?.low).toBeCloseTo(0.7225, 4);
    expect(interval.synthesis?.high).toBe(1);
    // Three of ten have 1, the others 0.5: half a binomial's 0 to 6 of ten above 0.5.
    expect(interval.single?.low).toBeCloseTo(0.5, 12);
    expect(interval.single?.high).toBeCloseTo(0.8, 12);
  });

  it('stand beside the synthesis with a paired difference each', async () => {
    const group: Texts = { ...right, choices: { perplexity: 0 } };
    const { differences, difference } = await summaryOf(group, group);
    expect(differences).toMatchObject({
      single: { estimate: 0.5, low: 0.5, high: 0.5 },
      majority: { estimate: 1 },
      perplexity: { estimate: 1 },
      oracle: { estimate: 0 },
      synthesis: null,
      bestOfN: null,
    });
    expect(difference.synthesisMinusMajority).toBe(differences.majority?.estimate);
  });

  it('have a row for self-consistency where it was asked for', async () => {
    const { accuracy } = await summaryOf({ ...right, choices: { selfConsistency: 1 } });
    expect(accuracy.selfConsistency).toBe(1);
  });
});

it('undecided truths are counted beside the figures', async () => {
  const all = await Promise.all([
    outcomeOfTexts({ rollouts: ['5 km', '6'], synthesis: '5 km', truth: '5 miles' }),
    outcomeOfTexts({ rollouts: ['1'], synthesis: '1' }),
  ]);
  expect(countUndecided(all)).toBe(2);
});
