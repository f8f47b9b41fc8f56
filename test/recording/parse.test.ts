import { beforeAll, describe, expect, test } from 'vitest';
import { LARGEST_RECORDING, parseRecording, readRecording } from '../../src/recording/parse.ts';
import { recordingText } from '../../src/recording/recording.ts';
import { madeGroup, recordingOf } from './material.ts';

type Json = Record<string, unknown>;

let text = '';
beforeAll(async () => {
  text = recordingText(recordingOf(await madeGroup()));
});

/** The recording's own text with one member, by its path, made otherwise. */
function changed(path: string, change: (found: unknown) => unknown): string {
  const row = JSON.parse(text) as Json;
  const names = path.split('.');
  const last = names.pop() ?? '';
  const parent = names.reduce<Json>((at, name) => at[name] as Json, row);
  const value = change(parent[last]);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return JSON.stringify(row);
}

const gone = (): undefined => undefined;
const first = (list: unknown): unknown[] => (list as unknown[]).slice(0, 1);

describe('a text that is no recording', () => {
  test.each([
    ['no JSON', () => 'hello', '', /JSON/],
    ['a list', () => '[]', '', /object/],
    ['an object without a mark', () => '{"group":{}}', '', /mark/],
    ['another file of CaT Lab', () => '{"cat-lab":"store","version":1}', '', /“store”/],
    ['a newer version', () => changed('version', () => 2), '', /newer/],
    ['a broken version', () => changed('version', () => 'one'), '', /version/],
    ['too long', () => ' '.repeat(LARGEST_RECORDING + 1), '', /larger/],
    ['a name that no row may have', () => text.replace('"kind"', '"__proto__"'), 'group.question.__proto__', /name/],
    ['without its group', () => changed('group', gone), 'group', /object/],
    ['a group without its recipe', () => changed('group.recipe', gone), 'group.recipe', /recipe/],
    ['rollouts that are no list', () => changed('group.rollouts', () => ({})), 'group.rollouts', /list/],
    ['a text that is a number', () => changed('group.rollouts.1.text', () => 7), 'group.rollouts.1.text', /string/],
    ['evidence of no kind', () => changed('group.evidence', () => [{ kind: 'x' }]), 'group.evidence.0.kind', /variant|type/i],
    ['a synthesis without a plan', () => changed('group.synthesis.plan', gone), 'group.synthesis.plan', /plan/],
    ['a running group', () => changed('group.status', () => 'running'), 'group', /ended/],
    ['a group that lacks a rollout', () => changed('group.rollouts', first), 'group', /lacks/],
    ['a rollout twice', () => changed('group.rollouts.1.index', () => 0), 'group', /order/],
    ['a rollout beyond its recipe', () => changed('group.rollouts.2.index', () => 9), 'group', /beyond/],
    ['more places than a page has', () => changed('group.recipe.group', () => 1e9), 'group.recipe.group', /32/],
    ['an evaluation of fewer', () => changed('group.evaluation.rewards', first), 'group', /evaluation/],
    ['times of fewer rollouts', () => changed('timing.rollouts', first), 'timing', /rollouts/],
    ['pieces that are not the text', () => changed('timing.rollouts.0.lengths.0', () => 99), 'timing', /pieces/],
    ['a piece without a time', () => changed('timing.rollouts.0.gaps', first), 'timing', /time/],
    ['a time before the start', () => changed('timing.rollouts.0.gaps.0', () => -1), 'timing.rollouts.0.gaps.0', /0/],
    ['a time that is endless', () => changed('timing.end', () => 1e12), 'timing.end', /86400000/],
    ['times without those of the synthesis', () => changed('timing.synthesis', gone), 'timing', /synthesis/],
    ['times of evidence that is not there', () => changed('timing.evidence', () => [1]), 'timing', /evidence/],
  ])('is told apart by its path: %s', async (_name, made, path, reason) => {
    const result = await parseRecording(made());
    expect(result).toMatchObject({ ok: false, fault: { kind: 'import-invalid', line: 0, path } });
    expect(result.ok ? '' : result.fault.reason).toMatch(reason);
  });
});

test('what a recording has beyond its form is left behind', async () => {
  const result = await parseRecording(changed('group.rollouts.0.onclick', () => 'alert(1)'));
  expect(result.ok).toBe(true);
  expect(JSON.stringify(result)).not.toContain('onclick');
});

test('its hashes are worked out anew, so that it cannot stand for other work', async () => {
  const group = await madeGroup();
  const forged = await parseRecording(changed('group.recipeHash', () => 'of another recipe'));
  expect(forged.ok && forged.value.group.recipeHash).toBe(group.recipeHash);
});

test('a recording inside another file is read by itself', async () => {
  const inside = JSON.parse(text) as Json;
  expect(await readRecording(inside)).toEqual(await parseRecording(text));
  expect(await readRecording([inside])).toMatchObject({ ok: false });
});
