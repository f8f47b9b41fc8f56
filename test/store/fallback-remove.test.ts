import { beforeEach, describe, expect, test } from 'vitest';
import type { GroupId, RunId } from '../../src/base/id.ts';
import { createFaultBell } from '../../src/store/bell.ts';
import { createFallbackStore } from '../../src/store/fallback.ts';
import type { Store } from '../../src/store/store.ts';
import { breakable, WRITES } from './breakable.ts';
import { entry, item } from './conformance-runs.ts';
import { done, evaluation, recipe, selection } from './samples.ts';

describe('what is removed while storage is full', () => {
  const id = 'group-a' as GroupId;
  let failing: Set<string>;
  let store: Store;
  const runId = 'run-x' as RunId;
  const record = { id: runId, name: 'x', createdAt: 1 };
  const plan = { runId, set: 's', items: [item(0), item(1), item(2)], recipes: { verifiable: recipe } };
  const missed = { runId, index: 2, fault: { kind: 'question-empty' } } as const;

  /** All of a run as it is seen. */
  const seen = async (): Promise<unknown> => ({
    runs: await store.runs(),
    plan: await store.plan(runId),
    plans: await store.plans(),
    entries: await store.entriesOf(runId),
    missed: await store.missedOf(runId),
    groups: await store.groupsOf(runId),
    list: await store.list(10),
    single: await store.list(10, 'single'),
  });
  beforeEach(async () => {
    failing = new Set();
    store = createFallbackStore(breakable(failing), createFaultBell());
    await store.putPlan(record, plan);
    for (const name of ['0', '1']) await store.putGroup(done(name, { runId, createdAt: Number(name) }));
    for (const index of [0, 1]) await store.putEntry(entry(index));
    await store.putMissed(missed);
    await store.putRun({ id: 'run-a' as RunId, name: 'a', createdAt: 2 });
    await store.putGroup(done('a'));
    // Memory has nothing but what found no room.
    for (const name of WRITES) failing.add(name);
    await store.putRun({ id: 'run-b' as RunId, name: 'b', createdAt: 3 });
    await store.putGroup(done('b', { createdAt: 3 }));
  });

  test.each([
    ['a run', { run: runId }, []],
    ['a group of a run', { group: 'group-0' as GroupId }, []],
    ['a group by itself', { group: id }, []],
    ['everything', 'everything', []],
    ['a run, which the disk refuses', { run: runId }, ['remove']],
    ['a group of a run, which the disk refuses', { group: 'group-0' as GroupId }, ['remove']],
    ['a group by itself, which the disk refuses', { group: id }, ['remove']],
    ['everything, which the disk refuses', 'everything', ['remove']],
  ] as const)('comes back whole with undo, and onto the disk where room was made: %s', async (_name, what, refused) => {
    for (const name of refused) failing.add(name);
    const before = await seen();
    const removed = await store.remove(what);
    expect(removed.groups.length).toBeGreaterThan(0);
    expect(store.kind).toBe('memory');
    expect(await seen()).not.toEqual(before);
    for (const { id: gone } of removed.groups) expect(await store.group(gone)).toBeNull();
    for (const { id: gone } of removed.runs) {
      expect(await store.groupsOf(gone)).toEqual([]);
      expect(await store.entriesOf(gone)).toEqual([]);
    }
    await store.restore(removed);
    expect(await seen()).toEqual(before);
    failing.clear();
    expect(await store.regain()).toBeNull();
    expect(await seen()).toEqual(before);
  });

  test('comes back with what was changed of it meanwhile', async () => {
    const group = 'group-0' as GroupId;
    await store.putEvidence(group, selection);
    await store.finishGroup(group, 'done', { ...evaluation, rewards: [1, 1] }, []);
    failing.clear();
    await store.restore(await store.remove({ run: runId }));
    expect(await store.group(group)).toMatchObject({ evidence: [selection], evaluation: { rewards: [1, 1] } });
    expect((await store.entriesOf(runId)).map(({ outcome }) => outcome.rewards)).toEqual([[1, 1], [0, 1]]);
  });

  test('comes back onto the disk where removing it made room', async () => {
    const before = await seen();
    failing.clear();
    const removed = await store.remove({ run: runId });
    expect(await store.plans()).toEqual([]);
    await store.restore(removed);
    expect(await seen()).toEqual(before);
  });

  test('leaves to another run what that needs, though the disk refuses', async () => {
    failing.clear();
    await store.regain();
    const other = 'run-y' as RunId;
    await store.putPlan({ ...record, id: other }, { ...plan, runId: other });
    await store.putEntry(entry(0, { runId: other }));
    failing.add('remove');
    const removed = await store.remove({ run: runId });
    expect(removed.groups.map((group) => group.id)).toEqual(['group-1']);
    expect(await store.entriesOf(other)).toEqual([entry(0, { runId: other })]);
    expect(await store.group('group-0' as GroupId)).not.toBeNull();
  });
});
