import { beforeEach, describe, expect, test } from 'vitest';
import type { Fault } from '../../src/base/fault.ts';
import type { GroupId, RunId, SetId } from '../../src/base/id.ts';
import type { Group } from '../../src/group/group.ts';
import { outcomeOf } from '../../src/group/outcome.ts';
import { createFaultBell } from '../../src/store/bell.ts';
import { createFallbackStore } from '../../src/store/fallback.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import { smaller } from '../kit/smaller.ts';
import { breakable, full, READS, WRITES } from './breakable.ts';
import { conformsToStore } from './conformance.ts';
import { entry, item } from './conformance-runs.ts';
import { begun, done, evaluation, recipe, rollout, selection, synthesis } from './samples.ts';

describe('a store that falls back to memory', () => {
  describe('while nothing fails', () => {
    conformsToStore(() =>
      Promise.resolve(createFallbackStore(breakable(new Set()), createFaultBell())),
    );
  });
  describe('where every write fails from the start', () => {
    conformsToStore(() =>
      Promise.resolve(createFallbackStore(breakable(new Set(WRITES)), createFaultBell())),
    );
  });
  describe('where reads fail as well', () => {
    conformsToStore(async () => {
      const failing = new Set([...WRITES, ...READS, 'remove']);
      const over = createFallbackStore(breakable(failing), createFaultBell());
      // It is known before the first set is kept, as where IndexedDB is denied.
      await over.list(0);
      return over;
    });
  });

  const id = 'group-a' as GroupId;
  let failing: Set<string>;
  let store: Store;
  let heard: Fault[];
  beforeEach(() => {
    failing = new Set();
    store = createFallbackStore(breakable(failing), createFaultBell());
    heard = [];
    store.onFault((fault) => heard.push(fault));
  });

  test('a write that fails half-way through a group loses nothing of it', async () => {
    await store.putGroup(begun('a'));
    await store.putRollout(id, rollout(0));
    for (const name of [...WRITES, 'group']) failing.add(name);
    await store.putRollout(id, rollout(1));
    await store.putSynthesis(id, synthesis);
    await store.finishGroup(id, 'done', evaluation, []);

    expect(await store.group(id)).toEqual(done('a'));
    expect(heard).toEqual([full]);
    expect(store.kind).not.toBe('indexeddb');
  });

  test('a full disk still shows what it has, beside what is new', async () => {
    await store.putGroup(done('a', { createdAt: 1 }));
    await store.finishGroup(id, 'done', evaluation, []);
    for (const name of WRITES) failing.add(name);
    await store.putGroup(done('b', { createdAt: 2 }));

    expect((await store.list(10)).map((line) => line.id)).toEqual(['group-b', 'group-a']);
    expect(await store.group(id)).toEqual(done('a', { createdAt: 1 }));
    const { recipeHash, questionHash } = done('a');
    expect((await store.findGroup(recipeHash, questionHash))?.id).toBe(id);
  });

  test('a group that only the disk has can be changed after the disk is full', async () => {
    await store.putGroup(begun('a'));
    await store.finishGroup(id, 'stopped', null, []);
    for (const name of WRITES) failing.add(name);
    await store.putRollout(id, rollout(0));
    expect((await store.group(id))?.rollouts).toEqual([rollout(0)]);
    expect(await store.list(10)).toHaveLength(1);
  });

  test('what is removed while the disk refuses stays away, and undo brings it back', async () => {
    await store.putGroup(done('a'));
    await store.finishGroup(id, 'done', evaluation, []);
    failing.add('remove');
    const removed = await store.remove({ group: id });
    expect(removed.groups).toEqual([done('a')]);
    expect(await store.group(id)).toBeNull();
    expect(await store.list(10)).toEqual([]);
    await store.restore(removed);
    expect(await store.group(id)).toEqual(done('a'));
    expect(await store.list(10)).toHaveLength(1);
  });

  test('what went on in memory is written where room was made, and a new want of room is told anew', async () => {
    await store.putGroup(done('a'));
    failing.add('putGroup').add('restore');
    await store.putGroup(done('b', { createdAt: 2000 }));
    expect(await store.regain()).toEqual(full);
    expect(store.kind).toBe('memory');
    failing.clear();
    expect(await store.regain()).toBeNull();
    expect(await store.group('group-b' as GroupId)).toEqual(done('b', { createdAt: 2000 }));
    expect((await store.list(10)).map((line) => line.id)).toEqual(['group-b', 'group-a']);
    failing.add('putGroup');
    await store.putGroup(begun('c'));
    expect(heard).toEqual([full, full]);
  });

  describe('a group that another tab has taken over', () => {
    const rollouts = [rollout(0), rollout(1)];
    const cut = rollout(1, { stop: 'aborted' });

    /** What is on the disk, and here, after room was made: `mine` found none, and `theirs` was written since. */
    const afterwards = async (mine: Group, theirs: Group): Promise<[Group | null, Group | null]> => {
      const disk = createMemoryStore();
      const refuses = new Set<string>();
      const here = createFallbackStore(breakable(refuses, disk), createFaultBell());
      await here.putGroup(begun('a'));
      refuses.add('putGroup');
      await here.putGroup(mine);
      await disk.putGroup(theirs);
      refuses.clear();
      expect(await here.regain()).toBeNull();
      return [await disk.group(id), await here.group(id)];
    };

    test.each([
      ['finished, while it was at work here', begun('a'), done('a')],
      ['finished, after it was stopped here', begun('a', { status: 'stopped', rollouts: [rollout(0)] }), done('a')],
      ['finished, after it failed here', begun('a', { status: 'failed', rollouts }), done('a')],
      [
        'come further with than this one',
        begun('a', { status: 'stopped', rollouts: [rollout(0), cut] }),
        begun('a', { rollouts }),
      ],
      [
        'had its synthesis written of',
        begun('a', { status: 'stopped', rollouts, synthesis: { ...synthesis, stop: 'aborted' } }),
        begun('a', { status: 'stopped', rollouts, synthesis }),
      ],
    ])('is not written over where that has %s', async (_name, mine, theirs) => {
      expect(await afterwards(mine, theirs)).toEqual([theirs, theirs]);
    });

    test.each([
      ['done here', done('a'), begun('a', { rollouts })],
      ['changed here after it was done', done('a', { evidence: [selection] }), done('a')],
      ['further here', begun('a', { status: 'stopped', rollouts }), begun('a', { rollouts: [rollout(0), cut] })],
      ['stopped here, and as far there', begun('a', { status: 'stopped', rollouts }), begun('a', { rollouts })],
    ])('is written where it is %s', async (_name, mine, theirs) => {
      expect(await afterwards(mine, theirs)).toEqual([mine, mine]);
    });
  });

  test('entries that lie on the disk follow what was changed of their group while that was full', async () => {
    const disk = createMemoryStore();
    const refuses = new Set<string>();
    const here = createFallbackStore(breakable(refuses, disk), createFaultBell());
    const runId = 'run-x' as RunId;
    const plan = { runId, set: 's', items: [item(0)], recipes: { verifiable: recipe } };
    await here.putPlan({ id: runId, name: 'x', createdAt: 1 }, plan);
    await here.putGroup(done('0', { runId }));
    await here.putEntry(entry(0));
    for (const name of WRITES) refuses.add(name);
    const group = 'group-0' as GroupId;
    await here.putEvidence(group, smaller([0], '1'));
    const smallerReadings = [{ size: 1, members: [0], reading: evaluation.synthesis, truth: 'equal' as const }];
    const later = { ...evaluation, rewards: [1, 1], smaller: smallerReadings };
    await here.finishGroup(group, 'done', later, []);
    expect(await disk.entriesOf(runId)).toEqual([entry(0)]);
    refuses.clear();
    expect(await here.regain()).toBeNull();
    const outcome = outcomeOf({ ...done('0', { runId }), evaluation: later });
    expect(outcome).toMatchObject({ rewards: [1, 1], smaller: [{ size: 1, score: 1 }] });
    expect(await disk.entriesOf(runId)).toEqual([entry(0, { outcome })]);
    expect((await disk.group(group))?.evidence).toEqual([smaller([0], '1')]);
  });

  test('what comes while room is being regained is written too', async () => {
    const disk = createMemoryStore();
    const refuses = new Set(['putGroup']);
    let during = async (): Promise<void> => {};
    const slow = new Proxy<Store>(breakable(refuses, disk), {
      get(under, name, receiver) {
        if (name !== 'restore') return Reflect.get(under, name, receiver) as unknown;
        return async (...all: Parameters<Store['restore']>) => {
          await under.restore(...all);
          const late = during;
          during = async () => {};
          await late();
        };
      },
    });
    const here = createFallbackStore(slow, createFaultBell());
    await here.putGroup(begun('a'));
    refuses.clear();
    during = async () => {
      await here.putRollout(id, rollout(0));
      await here.finishGroup(id, 'done', evaluation, []);
    };
    expect(await here.regain()).toBeNull();
    expect(await disk.group(id)).toMatchObject({ status: 'done', rollouts: [rollout(0)] });
  });

  test('removing something makes room for what lies in memory', async () => {
    await store.putGroup(done('a'));
    failing.add('putGroup');
    await store.putGroup(done('b'));
    await store.remove({ group: id });
    expect(await store.group('group-b' as GroupId)).toEqual(done('b'));
    expect((await store.list(10)).map((line) => line.id)).toEqual(['group-b']);
    failing.clear();
    await store.putGroup(done('c', { createdAt: 2000 }));
    expect(heard).toEqual([full]);
    expect((await store.list(10)).map((line) => line.id)).toEqual(['group-c', 'group-b']);
  });

  test('a set that has no room is told of, kept nowhere, and nothing else goes to memory for it', async () => {
    failing.add('putSet');
    const set = { id: 'set-a' as SetId, name: 'a', createdAt: 1, count: 1, open: 0 };
    expect(await store.putSet(set, [item(0)])).toEqual(full);
    expect(await store.sets()).toEqual([]);
    failing.clear();
    expect(await store.putSet(set, [item(0)])).toBeNull();
    expect(await store.itemsOf(set.id)).toEqual([item(0)]);
    expect(heard).toEqual([]);
  });

  test('an entry that finds no room is there with its run and its group', async () => {
    const runId = 'run-x' as RunId;
    const plan = { runId, set: 's', items: [item(0), item(1)], recipes: { verifiable: recipe } };
    await store.putPlan({ id: runId, name: 'x', createdAt: 1 }, plan);
    await store.putGroup(done('0', { runId }));
    await store.putGroup(done('1', { runId }));
    await store.putEntry(entry(0));
    for (const name of WRITES) failing.add(name);
    await store.putEntry(entry(1));
    await store.renameRun(runId, 'y');
    expect(await store.entriesOf(runId)).toEqual([entry(0), entry(1)]);
    expect(await store.plan(runId)).toEqual(plan);
    expect(await store.plans()).toMatchObject([{ planned: 2, done: 2 }]);
    expect(await store.runs()).toMatchObject([{ id: runId, name: 'y' }]);
    failing.clear();
    expect(await store.regain()).toBeNull();
    expect(await store.plans()).toMatchObject([{ planned: 2, done: 2 }]);
    expect(await store.runs()).toMatchObject([{ id: runId, name: 'y' }]);
  });

  test('a second failure is not told again', async () => {
    failing.add('putGroup');
    await store.putGroup(begun('a'));
    await store.putGroup(begun('b'));
    expect(heard).toEqual([full]);
  });

  test('a bug in the store is thrown, not taken for a full disk', async () => {
    const broken = new Proxy<Store>(createMemoryStore(), {
      get: (first, name) =>
        name === 'putGroup'
          ? () => Promise.reject(new TypeError('bug'))
          : (Reflect.get(first, name) as unknown),
    });
    const over = createFallbackStore(broken, createFaultBell());
    await expect(over.putGroup(begun('a'))).rejects.toThrow('bug');
  });
});
