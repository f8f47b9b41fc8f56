import { describe, expect, test } from 'vitest';
import { without } from '../../src/base/without.ts';
import { parseEvidence, parseGroup, parseRollout, parseRun, parseSynthesis } from '../../src/store/record.ts';
import { smaller } from '../kit/smaller.ts';
import { done, evaluation, rollout, rubric, selection, synthesis, verdict } from './samples.ts';

const record = without(done('a'), 'rollouts', 'synthesis', 'evidence');

describe('parsing what the store gives back', () => {
  test('a sound record comes back equal, as a new object without what it does not know', () => {
    const found = { ...record, extra: 1 };
    const parsed = parseGroup(found);
    expect(parsed).toEqual({ ok: true, value: record });
    expect(parsed.ok && parsed.value).not.toBe(found);
    expect(parseRollout({ ...rollout(0), groupId: 'group-a' })).toEqual({
      ok: true,
      value: rollout(0),
    });
    expect(parseSynthesis({ ...synthesis, groupId: 'group-a' })).toEqual({
      ok: true,
      value: synthesis,
    });
  });

  test('the choices of methods, their recipe and how long one waited come back equal', () => {
    const choices = { bestOfN: 1, mutualPredictability: null };
    const found = {
      ...record,
      recipe: {
        ...record.recipe,
        methods: ['bestOfN', 'mutualPredictability'],
        assessPrompts: { choose: '{rollouts}', predict: '{rollouts}' },
      },
      evaluation: { ...evaluation, choices },
    };
    expect(parseGroup(found)).toEqual({ ok: true, value: found });
    const waited = rollout(0, { elapsed: 2.5 });
    expect(parseRollout({ ...waited, groupId: 'group-a' })).toEqual({ ok: true, value: waited });
  });

  test('the advantages of a group in which nobody judged a rollout come back equal, as do older ones', () => {
    for (const advantages of [[0, null], [-1, 1]]) {
      const found = { ...record, evaluation: { ...evaluation, advantages } };
      expect(parseGroup(found)).toEqual({ ok: true, value: found });
    }
  });

  test.each(['not-taught', 'unfinished'] as const)('a method that is %s comes back as such', (reason) => {
    const evidence = { ...selection, index: null, reason };
    expect(parseEvidence({ groupId: 'group-a', key: 'k', evidence })).toEqual({
      ok: true,
      value: evidence,
    });
  });

  test.each([selection, rubric, verdict(3), smaller([0, 2], '4')])('evidence of each kind comes back equal', (evidence) => {
    const found = { groupId: 'group-a', key: 'k', evidence };
    expect(parseEvidence(found)).toEqual({ ok: true, value: evidence });
  });

  test('a verdict of no known value is told with its key and its path', () => {
    const evidence = { ...verdict(0), value: 'perhaps' };
    const parsed = parseEvidence({ groupId: 'group-a', key: 'verdict:0:0:0', evidence });
    expect(!parsed.ok && parsed.fault).toMatchObject({
      store: 'evidence',
      key: 'group-a,verdict:0:0:0',
      path: 'evidence.value',
    });
  });

  test.each([
    ['a number for a text', { ...record, question: { kind: 'open', text: 5 } }, 'question.text'],
    ['an unknown status', { ...record, status: 'asleep' }, 'status'],
    ['a recipe of another version', { ...record, recipe: { ...record.recipe, version: 2 } }, 'recipe.version'],
    [
      'a reward that is no number',
      { ...record, evaluation: { ...evaluation, rewards: [1, 'x'] } },
      'evaluation.rewards.1',
    ],
    [
      'a choice that is no place',
      { ...record, evaluation: { ...evaluation, choices: { bestOfN: -1 } } },
      'evaluation.choices.bestOfN',
    ],
    ...[33, 1001, 1e9].map((group): [string, object, string] => [
      `a group of ${group}`,
      { ...record, recipe: { ...record.recipe, group } },
      'recipe.group',
    ]),
    [
      'a smaller group that no group is larger than',
      { ...record, recipe: { ...record.recipe, smallerGroups: [1, 33] } },
      'recipe.smallerGroups.1',
    ],
    [
      'more sizes of smaller groups than there can be',
      { ...record, recipe: { ...record.recipe, smallerGroups: Array.from({ length: 33 }, () => 1) } },
      'recipe.smallerGroups',
    ],
    [
      'all subsets of a large group',
      { ...record, recipe: { ...record.recipe, smallerGroups: [16], smallerSubsets: 2 ** 40 } },
      'recipe.smallerSubsets',
    ],
    ...[2, Number.MAX_SAFE_INTEGER, 0.5, -1].map((cluster): [string, object, string] => [
      `a cluster ${cluster} of two rollouts`,
      { ...record, evaluation: { ...evaluation, clusters: [null, cluster] } },
      'evaluation.clusters.1',
    ]),
    ['a fault of no known kind', { ...record, faults: [{ kind: 'bad-luck' }] }, 'faults.0.kind'],
    ['a missing part', { ...record, faults: undefined }, 'faults'],
  ])('%s is told with its path', (_name, found, path) => {
    const parsed = parseGroup(found);
    expect(parsed.ok).toBe(false);
    expect(!parsed.ok && parsed.fault).toMatchObject({
      kind: 'record-invalid',
      store: 'groups',
      key: 'group-a',
      path,
    });
  });

  test('a recipe at its bounds comes back equal', () => {
    const found = {
      ...record,
      recipe: { ...record.recipe, group: 32, smallerGroups: [1, 32], smallerSubsets: 32 },
    };
    expect(parseGroup(found)).toEqual({ ok: true, value: found });
  });

  test('a broken rollout is named by its group and index', () => {
    const parsed = parseRollout({ ...rollout(3), groupId: 'group-a', logprobs: [-1, Number.NaN] });
    expect(!parsed.ok && parsed.fault).toMatchObject({ key: 'group-a,3', path: 'logprobs.1' });
  });

  test.each([null, undefined, 5, 'text', []])('%j is no record at all', (found) => {
    for (const parse of [parseGroup, parseRollout, parseSynthesis, parseRun]) {
      expect(parse(found).ok).toBe(false);
    }
  });
});
