import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/group/evaluate.ts';
import { evidenceKey, withEvidence } from '../../src/group/evidence.ts';
import { outcomeOf } from '../../src/group/outcome.ts';
import { hashRecipe } from '../../src/group/recipe.ts';
import { subGroupSeed, subGroupsOf } from '../../src/group/smaller.ts';
import type { SmallerSynthesis } from '../../src/group/smaller.ts';
import { compare } from '../../src/reward/maths/compare.ts';
import { doneGroup } from '../kit/group.ts';
import { smaller } from '../kit/smaller.ts';

describe('the smaller groups out of one recording', () => {
  test('are one of each size, drawn at random, and none at G itself', () => {
    const drawn = subGroupsOf(8, { smallerGroups: [1, 2, 4, 8] }, 7);
    expect(drawn.map(({ size, members }) => [size, members.length])).toEqual([[1, 1], [2, 2], [4, 4]]);
    for (const { members } of drawn) {
      expect(new Set(members).size).toBe(members.length);
      expect([...members].sort((a, b) => a - b)).toEqual(members);
      expect(members.every((index) => index >= 0 && index < 8)).toBe(true);
    }
  });

  test('are the same ones whenever they are asked for, and others for another question', () => {
    const of = (seed: number) => subGroupsOf(32, { smallerGroups: [2, 16] }, seed);
    expect(of(7)).toEqual(of(7));
    expect(of(7)).not.toEqual(of(8));
  });

  test('take no rollout more often than another', () => {
    const counts = Array<number>(8).fill(0);
    for (let seed = 0; seed < 4000; seed++) {
      for (const { members } of subGroupsOf(8, { smallerGroups: [2] }, seed)) {
        for (const index of members) counts[index]! += 1;
      }
    }
    // 1,000 expected of each; 27 is one standard deviation.
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(135);
  });

  test('keep those of before where more of a size are asked for, up to all there are', () => {
    const of = (smallerSubsets: number) =>
      subGroupsOf(8, { smallerGroups: [2], smallerSubsets }, 7).map(({ members }) => members);
    expect(of(3).slice(0, 1)).toEqual(of(1));
    expect(of(5).slice(0, 3)).toEqual(of(3));
    expect(of(28)).toHaveLength(28);
    expect(of(28)).toEqual(expect.arrayContaining(of(5)));
    expect(of(32)).toEqual(of(28));
  });

  test('have each a seed of its own', () => {
    const all = subGroupsOf(8, { smallerGroups: [1, 2, 3], smallerSubsets: 8 }, 7);
    expect(new Set(all.map((one) => subGroupSeed(7, one))).size).toBe(all.length);
  });

  test('are no part of the hash of a recipe', async () => {
    const { recipe } = doneGroup({});
    expect(await hashRecipe({ ...recipe, smallerGroups: [1], smallerSubsets: 1 })).toBe(
      await hashRecipe(recipe),
    );
  });
});

describe('the synthesis of a smaller group', () => {
  const evaluated = async (evidence: readonly SmallerSynthesis[], truth?: string) => {
    const group = { ...doneGroup({ answers: ['4', '5', '4', '5'] }), evidence };
    const question = { ...group.question, ...(truth === undefined ? {} : { truth }) };
    const evaluation = await evaluate({ ...group, question }, compare);
    return { evaluation, outcome: outcomeOf({ ...group, evaluation }) };
  };

  test('is a piece of evidence of its own for each set of members', () => {
    const list = [smaller([0], '4'), smaller([1], '4'), smaller([0, 1], '4')];
    expect(new Set(list.map(evidenceKey)).size).toBe(3);
    const again = smaller([0, 1], '5');
    expect(withEvidence(list, again)).toEqual([list[0], list[1], again]);
  });

  test('is held against the truth, and scored by the size', async () => {
    const pieces = [smaller([1, 2], '4'), smaller([0], '5'), smaller([0, 1], '5'), smaller([3], '4')];
    const { evaluation, outcome } = await evaluated(pieces, '4');
    expect(evaluation.smaller?.map(({ size, members, truth }) => [size, members, truth])).toEqual([
      [1, [0], 'different'],
      [1, [3], 'equal'],
      [2, [0, 1], 'different'],
      [2, [1, 2], 'equal'],
    ]);
    expect(outcome.smaller).toEqual([
      { size: 1, score: 0.5, subsets: 2 },
      { size: 2, score: 0.5, subsets: 2 },
    ]);
  });

  test('counts as wrong where it was cut off', async () => {
    const { outcome } = await evaluated([smaller([0], '4', 'length')], '4');
    expect(outcome.smaller).toEqual([{ size: 1, score: 0, subsets: 1 }]);
  });

  test('has an answer but no score where the truth is not known', async () => {
    const { evaluation, outcome } = await evaluated([smaller([0], '4')]);
    expect(evaluation.smaller).toMatchObject([{ members: [0], reading: { raw: '4' } }]);
    expect(evaluation.smaller?.[0]).not.toHaveProperty('truth');
    expect(outcome).not.toHaveProperty('smaller');
  });

  test('changes nothing else of what the group comes to', async () => {
    const { smaller: _smaller, ...outcome } = (await evaluated([smaller([0], '9')], '4')).outcome;
    expect(outcome).toEqual((await evaluated([], '4')).outcome);
  });
});
