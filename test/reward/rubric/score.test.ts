import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advantages } from '../../../src/reward/advantage.ts';
import { countVerdicts, pairOf, scoreRubric } from '../../../src/reward/rubric/score.ts';
import type { Verdict, VerdictValue } from '../../../src/reward/rubric/rubric.ts';
import { criterion, given, rubricOf, verdict } from '../../kit/rubric-records.ts';

const three = rubricOf(criterion('a b'), criterion('c d'), criterion('e f'));

describe('a reward', () => {
  test('is the fraction of the criteria that the rollout meets', () => {
    const verdicts = [
      ...[verdict(0, 0, 'yes'), verdict(1, 0, 'no'), verdict(2, 0, 'yes')],
      ...[verdict(0, 1, 'no'), verdict(1, 1, 'no'), verdict(2, 1, 'no')],
    ];
    expect(scoreRubric(three, verdicts, 2)).toEqual({
      rewards: [2 / 3, 0],
      counts: [
        { yes: 2, no: 1, unreadable: 0, missing: 0 },
        { yes: 0, no: 3, unreadable: 0, missing: 0 },
      ],
      agreement: null,
      ties: 0,
      unreadable: 0,
    });
  });

  test('weighs criteria, and leaves out those that are switched off', () => {
    const rubric = rubricOf(
      criterion('a b', { weight: 3 }),
      criterion('c d', { weight: 1, source: 'written' }),
      criterion('e f', { weight: 9, off: true }),
    );
    const verdicts = [verdict(0, 0, 'yes'), verdict(1, 0, 'no'), verdict(2, 0, 'no')];
    const { rewards, counts } = scoreRubric(rubric, verdicts, 1);
    expect(rewards).toEqual([0.75]);
    expect(counts).toEqual([{ yes: 1, no: 1, unreadable: 0, missing: 0 }]);
  });

  test('counts an unreadable verdict as not met, and counts it apart', () => {
    const verdicts = [verdict(0, 0, 'yes'), verdict(1, 0, 'unreadable'), verdict(2, 0, 'unreadable')];
    const scores = scoreRubric(three, verdicts, 1);
    expect(scores.rewards).toEqual([1 / 3]);
    expect(scores.counts[0]).toEqual({ yes: 1, no: 0, unreadable: 2, missing: 0 });
    expect(scores.unreadable).toBe(2);
  });

  test('is over what was judged; what is missing counts neither way', () => {
    const scores = scoreRubric(three, [verdict(1, 0, 'yes')], 2);
    expect(scores.rewards).toEqual([1, null]);
    expect(scores.counts[0]).toEqual({ yes: 1, no: 0, unreadable: 0, missing: 2 });
    expect(scores.counts[1]?.missing).toBe(3);
  });

  test('of nothing to judge by is none, never a division by zero', () => {
    expect(scoreRubric(rubricOf(), [], 2).rewards).toEqual([null, null]);
    const off = rubricOf(criterion('a b', { off: true }), criterion('c d', { weight: 0 }));
    expect(scoreRubric(off, [verdict(0, 0, 'yes'), verdict(1, 0, 'yes')], 1).rewards).toEqual([null]);
    const odd = rubricOf(criterion('a b', { weight: NaN }), criterion('c d', { weight: -1 }));
    expect(scoreRubric(odd, [verdict(0, 0, 'yes'), verdict(1, 0, 'yes')], 1).rewards).toEqual([null]);
    expect(scoreRubric(three, [], 0).rewards).toEqual([]);
  });

  test('follows the person where one overruled the judge', () => {
    const verdicts = [verdict(0, 0, 'no', { overruled: 'yes' }), verdict(1, 0, 'yes', { overruled: 'no' })];
    expect(scoreRubric(three, verdicts, 1).rewards).toEqual([0.5]);
    expect(scoreRubric(three, [verdict(0, 0, 'unreadable', { overruled: 'yes' })], 1)).toMatchObject({
      rewards: [1],
      unreadable: 0,
    });
  });
});

describe('a pair that was judged several times', () => {
  const pair = (...values: readonly VerdictValue[]): Verdict[] =>
    values.map((value, repeat) => verdict(0, 0, value, { repeat }));

  test('goes with the majority of the readable verdicts', () => {
    expect(pairOf(pair('yes', 'no', 'yes'))).toMatchObject({ value: 'yes', tied: false });
    expect(pairOf(pair('unreadable', 'unreadable', 'yes'))).toMatchObject({ value: 'yes' });
    expect(pairOf(pair('unreadable', 'unreadable'))).toMatchObject({ value: 'unreadable' });
    expect(pairOf([])).toMatchObject({ value: 'missing' });
  });

  test('that is as often yes as no is no, and says that it was a tie', () => {
    expect(pairOf(pair('yes', 'no'))).toEqual({ value: 'no', tied: true, overruled: false });
    expect(scoreRubric(three, pair('yes', 'no'), 1).ties).toBe(1);
  });

  test('goes with the person as a whole, however often the judge said something else', () => {
    const [first, ...others] = pair('yes', 'yes', 'yes');
    expect(pairOf([{ ...first!, overruled: 'no' }, ...others])).toMatchObject({
      value: 'no',
      overruled: true,
    });
  });

  test('agrees where all its readable verdicts are the same', () => {
    const again = (criterion: number, values: readonly VerdictValue[]): Verdict[] =>
      values.map((value, repeat) => verdict(criterion, 0, value, { repeat }));
    const verdicts = [
      ...again(0, ['yes', 'yes', 'unreadable']),
      ...again(1, ['yes', 'no', 'yes']),
      ...again(2, ['no', 'unreadable']),
    ];
    expect(scoreRubric(three, verdicts, 1).agreement).toBe(0.5);
    expect(scoreRubric(three, again(0, ['yes']), 1).agreement).toBeNull();
  });

  test('is held against the judge’s own words, not the person’s', () => {
    const verdicts = pair('yes', 'yes').map((one) => ({ ...one, overruled: 'no' as const }));
    expect(scoreRubric(three, verdicts, 1).agreement).toBe(1);
  });
});

describe('a rubric of the data set', () => {
  const rubric = rubricOf(criterion('own one'), given('a', 7), given('b', 5), given('c', 10), given('d', -6));
  const judged = (rollout: Verdict['rollout'], values: readonly VerdictValue[]): Verdict[] =>
    values.map((value, at) => verdict(at + 1, rollout, value));

  test('gives the points met, negative ones too, over the positive points', () => {
    const verdicts = [
      ...judged(0, ['yes', 'no', 'yes', 'yes']),
      ...judged('synthesis', ['yes', 'yes', 'yes', 'no']),
    ];
    const scores = scoreRubric(rubric, verdicts, 2);
    expect(scores.given).toEqual([0.5, null]);
    expect(scores.givenSynthesis).toBe(1);
    expect(scores.rewards).toEqual([null, null]);
  });

  test('is not clipped: an answer that only does harm is below zero', () => {
    expect(scoreRubric(rubric, judged(0, ['no', 'no', 'no', 'yes']), 1).given).toEqual([-6 / 22]);
  });

  test('without a point to gain has no score', () => {
    const harm = rubricOf(given('d', -6));
    expect(scoreRubric(harm, [verdict(0, 0, 'yes')], 1).given).toEqual([null]);
  });

  test('is absent where the question brought none, and all null where nobody judged', () => {
    expect(scoreRubric(three, [], 1)).not.toHaveProperty('given');
    expect(scoreRubric(rubric, [], 1)).toMatchObject({ given: [null], givenSynthesis: null });
  });

  test('does not touch CaT’s own reward, and unreadable verdicts in it are counted', () => {
    const verdicts = [verdict(0, 0, 'yes'), ...judged(0, ['no', 'unreadable', 'no', 'no'])];
    expect(scoreRubric(rubric, verdicts, 1)).toMatchObject({ rewards: [1], unreadable: 1 });
  });
});

test('whatever is judged, a reward lies between 0 and 1 and every pair is counted once', () => {
  const value = fc.constantFrom<VerdictValue>('yes', 'no', 'unreadable');
  const place = fc.integer({ min: 0, max: 3 });
  const one = fc.record({ criterion: place, rollout: place, repeat: place, value });
  const weight = fc.double({ min: -10, max: 10 });
  fc.assert(
    fc.property(fc.array(one), fc.array(weight, { maxLength: 4 }), (all, weights) => {
      const rubric = rubricOf(...weights.map((each, at) => criterion(`c ${at}`, { weight: each })));
      const verdicts = all.map(({ criterion: at, rollout, value: said, repeat }) =>
        verdict(at, rollout, said, { repeat }),
      );
      const { rewards, counts } = scoreRubric(rubric, verdicts, 3);
      const counted = weights.filter((each) => each > 0).length;
      for (const [index, reward] of rewards.entries()) {
        const { yes, no, unreadable, missing } = counts[index]!;
        expect(yes + no + unreadable + missing).toBe(counted);
        if (reward !== null) expect(reward >= 0 && reward <= 1).toBe(true);
        expect(reward === null).toBe(missing === counted);
      }
    }),
  );
});

test('all that is judged is counted: the data set’s own criteria and the synthesis with them', () => {
  const rubric = rubricOf(criterion('a b'), given('c d', -2), criterion('e f', { off: true }));
  const verdicts = [
    ...[verdict(0, 0, 'yes'), verdict(1, 0, 'unreadable'), verdict(2, 0, 'unreadable')],
    ...[verdict(1, 1, 'no'), verdict(1, 'synthesis', 'unreadable')],
  ];
  expect(countVerdicts(rubric, verdicts, 2)).toEqual({ yes: 1, no: 1, unreadable: 2, missing: 1 });
});

test('weights that add up to the same give the same advantage, whatever the last bits say', () => {
  const rubric = rubricOf(
    criterion('a b', { weight: 0.1 }),
    criterion('c d', { weight: 0.2 }),
    criterion('e f', { weight: 0.3 }),
  );
  const verdicts = [
    ...[verdict(0, 0, 'yes'), verdict(1, 0, 'yes'), verdict(2, 0, 'no')],
    ...[verdict(0, 1, 'no'), verdict(1, 1, 'no'), verdict(2, 1, 'yes')],
  ];
  const { rewards } = scoreRubric(rubric, verdicts, 2);
  expect(rewards[0]).not.toBe(rewards[1]);
  expect(advantages(rewards as number[])).toEqual([0, 0]);
});
