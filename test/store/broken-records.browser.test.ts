import { openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/base/fault.ts';
import type { GroupId, RunId } from '../../src/base/id.ts';
import { rowOf } from '../../src/store/entry-row.ts';
import type { StoreName } from '../../src/store/schema.ts';
import type { Store } from '../../src/store/store.ts';
import { entry, item } from './conformance-runs.ts';
import { listenTo, name, open } from './own-store.ts';
import { begun, done, recipe, rollout } from './samples.ts';

const id = 'group-a' as GroupId;
describe('records that are broken', () => {
  async function put(into: StoreName, record: unknown) {
    const database = await openDB(name);
    await database.put(into, record);
    database.close();
  }

  test('a broken group is left out of the list and told, and the others stand', async () => {
    const store = await open();
    const heard = listenTo(store);
    await store.putGroup(done('a'));
    await put('groups', { id: 'garbage', createdAt: 5, recipe: 'none' });

    expect((await store.list(10)).map((line) => line.id)).toEqual([id]);
    expect(await store.group('garbage' as GroupId)).toBeNull();
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({ kind: 'record-invalid', store: 'groups', key: 'garbage' });
    expect(store.kind).toBe('indexeddb');
  });

  test('what an older version took over beyond the bounds is left out and told, and the others stand', async () => {
    const store = await open();
    const heard = listenTo(store);
    await store.putGroup(done('a'));
    const { id: wide, runId, createdAt } = begun('wide');
    const { rollouts: _rollouts, evidence: _evidence, ...record } = begun('wide');
    await put('groups', { ...record, recipe: { ...recipe, group: 1e9 } });
    await put('runs', { id: runId, name: 'wide', createdAt });
    await put('plans', { runId, set: 's', recipes: { verifiable: { ...recipe, group: 1e9 } }, planned: 1, done: 1, missed: 0 });
    const { outcome } = entry(0);
    const far = entry(0, { runId, groupId: wide, outcome: { ...outcome, clusters: [0, Number.MAX_SAFE_INTEGER] } });
    await put('entries', { runId, page: 0, groups: [wide], rows: [rowOf(far)] });

    expect((await store.list(10)).map((line) => line.id)).toEqual([id]);
    expect(await store.group(wide)).toBeNull();
    expect(await store.groupsOf(runId)).toEqual([]);
    expect(await store.plans()).toEqual([]);
    expect(await store.entriesOf(runId)).toEqual([]);
    expect(heard.map((fault) => fault.kind === 'record-invalid' && fault.path)).toEqual([
      ...['recipe.group', 'recipes.verifiable.group', 'clusters'],
    ]);
  });

  test('a finished group with a broken rollout is unfinished, and keeps the other', async () => {
    const store = await open();
    const heard = listenTo(store);
    await store.putGroup(done('a'));
    await put('rollouts', { ...rollout(1), tokens: 'many', groupId: id });

    const { recipeHash, questionHash } = done('a');
    expect(await store.findGroup(recipeHash, questionHash)).toBeNull();
    const left = await store.findUnfinished(recipeHash, questionHash);
    expect(left).toMatchObject({ status: 'stopped', rollouts: [rollout(0)] });
    expect(left).not.toHaveProperty('evaluation');
    expect(heard).toMatchObject([{ store: 'rollouts', key: 'group-a,1', path: 'tokens' }]);
  });

  test('a finished group with a broken synthesis is unfinished', async () => {
    const store = await open();
    await store.putGroup(done('a'));
    await put('syntheses', { groupId: id });
    expect(await store.group(id)).toMatchObject({ status: 'stopped' });
  });

  test('a broken run is left out', async () => {
    const store = await open();
    await store.putRun({ id: 'run-a' as RunId, name: 'one', createdAt: 1 });
    await put('runs', { id: 'run-b' });
    expect((await store.runs()).map((run) => run.id)).toEqual(['run-a']);
  });

  describe('of an experiment', () => {
    const runId = 'run-x' as RunId;
    const plan = { runId, set: 's', items: [item(0), item(1)], recipes: { verifiable: recipe } };

    async function begunRun(): Promise<{ store: Store; heard: Fault[] }> {
      const store = await open();
      await store.putPlan({ id: runId, name: 'x', createdAt: 1 }, plan);
      await store.putGroup(done('0', { runId }));
      await store.putGroup(done('1', { runId }));
      await store.putEntry(entry(0));
      return { store, heard: listenTo(store) };
    }

    test('a broken entry is left out and told, and can be written again', async () => {
      const { store, heard } = await begunRun();
      const rows = [rowOf(entry(0)), [1, 'group-1', 'luck']];
      await put('entries', { runId, page: 0, groups: ['group-0', 'group-1'], rows });
      expect(await store.entriesOf(runId)).toEqual([entry(0)]);
      expect(heard).toMatchObject([{ store: 'entries', key: 'run-x,1,group-1', path: 'scored' }]);
      await store.putEntry(entry(1));
      expect(await store.entriesOf(runId)).toEqual([entry(0), entry(1)]);
    });

    test('a page that holds no rows is told, and what is written there stands', async () => {
      const { store, heard } = await begunRun();
      await put('entries', { runId, page: 0, groups: [], rows: 'none' });
      expect(await store.entriesOf(runId)).toEqual([]);
      expect(heard).toMatchObject([{ kind: 'record-invalid', store: 'entries' }]);
      await store.putEntry(entry(1));
      expect(await store.entriesOf(runId)).toEqual([entry(1)]);
    });

    test('a plan that lost an item is none, since its entries go by place', async () => {
      const { store, heard } = await begunRun();
      await put('items', { owner: runId, page: 0, items: [item(0)] });
      expect(await store.plan(runId)).toBeNull();
      await put('items', { owner: runId, page: 0, items: [item(0), { tags: [] }] });
      expect(await store.plan(runId)).toBeNull();
      expect(heard).toMatchObject([{ store: 'items', key: 'run-x,0', path: 'items.1.question' }]);
    });

    test('a broken plan, set or missed question is left out and told', async () => {
      const { store, heard } = await begunRun();
      await put('plans', { runId: 'run-y', set: 5 });
      await put('sets', { id: 'set-y', name: 5 });
      await put('missed', { runId, index: 1, fault: { kind: 'bad-luck' } });
      expect((await store.plans()).map((one) => one.runId)).toEqual([runId]);
      expect(await store.sets()).toEqual([]);
      expect(await store.missedOf(runId)).toEqual([]);
      expect(heard.map((fault) => fault.kind === 'record-invalid' && fault.key)).toEqual([
        ...['run-y', 'set-y', 'run-x,1'],
      ]);
    });
  });

  test('everything can be removed although some of it is broken', async () => {
    const store = await open();
    await store.putGroup(done('a'));
    await put('groups', { id: 'garbage', createdAt: 5 });
    expect((await store.remove('everything')).groups).toEqual([done('a')]);
    const database = await openDB(name);
    expect(await database.count('groups')).toBe(0);
    database.close();
  });
});
