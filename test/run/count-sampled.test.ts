import { expect, test } from 'vitest';
import type { GroupId } from '../../src/base/id.ts';
import { countSampled } from '../../src/run/count-sampled.ts';
import type { RunEvent } from '../../src/run/event.ts';
import { doneGroup } from '../kit/group.ts';

const groupId = 'group' as GroupId;
const { rollouts, synthesis } = doneGroup({});
const rollout = { ...rollouts[0]!, tokens: 30 };
const told = (...events: RunEvent[]): number => {
  const count = countSampled();
  for (const event of events) count.take(event);
  return count.tokens;
};
const token: RunEvent = { kind: 'rollout-token', groupId, index: rollout.index, text: 'ten tokens at once', logprob: null };
const done: RunEvent = { kind: 'rollout-done', groupId, rollout };

test('tokens are those of a text, in however few pieces a server sends it', () => {
  expect(told(token, token, done)).toBe(30);
  expect(told({ kind: 'synthesis-token', groupId, text: 'all of it' }, { kind: 'synthesis-done', groupId, synthesis: { ...synthesis!, tokens: 12 } })).toBe(12);
});

test('a text that comes from the store, or comes again, is none that was sampled now', () => {
  expect(told(done)).toBe(0);
  expect(told(token, done, done)).toBe(30);
});
