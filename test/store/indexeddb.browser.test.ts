import { openDB } from 'idb';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { GroupId, RunId, SetId } from '../../src/base/id.ts';
import { createFaultBell } from '../../src/store/bell.ts';
import { createConnection } from '../../src/store/connection.ts';
import { createIndexedDbStore } from '../../src/store/indexeddb.ts';
import { STEPS } from '../../src/store/migrate.ts';
import type { Step } from '../../src/store/migrate.ts';
import { rowOf } from '../../src/store/entry-row.ts';
import type { CatSchema } from '../../src/store/schema.ts';
import { conformsToStore } from './conformance.ts';
import { entry, item } from './conformance-runs.ts';
import { listenTo, name, open } from './own-store.ts';
import { begun, done, evaluation, recipe, rollout, synthesis } from './samples.ts';

const id = 'group-a' as GroupId;
describe('the store in IndexedDB', () => {
  conformsToStore(() => {
    const store = createIndexedDbStore(createConnection(name, STEPS), createFaultBell());
    onTestFinished(() => store.close());
    return Promise.resolve(store);
  });
});

describe("the page's store", () => {
  conformsToStore(() => open());

  test('a new page finds what the last one wrote', async () => {
    const first = await open();
    await first.putGroup(done('a'));
    first.close();
    const second = await open();
    expect(second.kind).toBe('indexeddb');
    expect(await second.group(id)).toEqual(done('a'));
  });

  test('two pages share it', async () => {
    const [first, second] = [await open(), await open()];
    await first.putGroup(begun('a'));
    await second.putRollout(id, rollout(0));
    expect((await first.group(id))?.rollouts).toHaveLength(1);
  });

  test('a store that was closed opens again when it is used', async () => {
    const store = await open();
    await store.putGroup(done('a'));
    store.close();
    expect(await store.group(id)).toEqual(done('a'));
    expect(store.kind).toBe('indexeddb');
  });
});

describe('a disk that refuses', () => {
  test('a quota that is hit half-way is told, and nothing of the group is lost', async () => {
    const store = await open();
    const heard = listenTo(store);
    await store.putGroup(begun('a'));
    await store.putRollout(id, rollout(0));
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('the quota is used up', 'QuotaExceededError');
    });
    await store.putRollout(id, rollout(1));
    await store.putSynthesis(id, synthesis);
    await store.finishGroup(id, 'done', evaluation, []);

    expect(heard).toEqual([{ kind: 'storage-full', reason: 'the quota is used up' }]);
    expect(store.kind).toBe('memory');
    expect(await store.group(id)).toEqual(done('a'));
  });

  test('a refused write leaves its whole transaction undone', async () => {
    const store = createIndexedDbStore(createConnection(name, STEPS), createFaultBell());
    onTestFinished(() => store.close());
    await store.putGroup(done('a'));
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      value: unknown,
    ) {
      if (this.name === 'syntheses') throw new DOMException('full', 'QuotaExceededError');
      return put.call(this, value);
    });
    await expect(store.putGroup(done('a', { createdAt: 5 }))).rejects.toMatchObject({
      fault: { kind: 'storage-full' },
    });
    expect(await store.group(id)).toEqual(done('a'));
  });

  test('a set is kept as a whole or not at all, and what else is kept goes on as before', async () => {
    const store = await open();
    const heard = listenTo(store);
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      value: unknown,
    ) {
      const { page } = value as { page?: number };
      if (this.name === 'items' && page === 2) throw new DOMException('full', 'QuotaExceededError');
      return put.call(this, value);
    });
    const set = { id: 'set-a' as SetId, name: 'a', createdAt: 1, count: 600, open: 0 };
    const items = Array.from({ length: 600 }, (_, at) => item(at));
    expect(await store.putSet(set, items)).toEqual({ kind: 'storage-full', reason: 'full' });
    expect(await store.sets()).toEqual([]);
    expect(await store.itemsOf(set.id)).toEqual([]);
    expect(heard).toEqual([]);
    expect(store.kind).toBe('indexeddb');
  });

  test('where IndexedDB is denied the work goes on in memory, and says so', async () => {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('not here', 'SecurityError');
    });
    const store = await open();
    expect(store.kind).toBe('memory');
    expect(listenTo(store)).toEqual([
      { kind: 'storage-denied', reason: 'SecurityError: not here' },
    ]);
    await store.putGroup(done('a'));
    expect(await store.group(id)).toEqual(done('a'));
  });

  test('a database of a newer version is left alone, and said', async () => {
    const newer = await openDB(name, STEPS.length + 6);
    newer.close();
    const store = await open();
    expect(listenTo(store)).toEqual([
      { kind: 'storage-newer', found: STEPS.length + 6, supported: STEPS.length },
    ]);
    await store.putGroup(done('a'));
    expect((await store.list(5)).map((line) => line.id)).toEqual([id]);
  });
});

describe('other tabs and versions', () => {
  const next: Step<CatSchema> = {
    version: STEPS.length + 1,
    run(database, transaction) {
      void database;
      transaction.objectStore('groups').createIndex('status' as 'runId', 'status');
    },
  };

  test('each missing step runs once, in order, and the records stay', async () => {
    const ran: number[] = [];
    const watched = (steps: readonly Step<CatSchema>[]): Step<CatSchema>[] =>
      steps.map((step) => ({
        version: step.version,
        run: (database, transaction) => {
          ran.push(step.version);
          return step.run(database, transaction);
        },
      }));
    const first = await open(watched(STEPS));
    await first.putGroup(done('a'));
    first.close();
    expect(ran).toEqual(STEPS.map((step) => step.version));
    const second = await open(watched([...STEPS, next]));
    expect(ran).toEqual([...STEPS, next].map((step) => step.version));
    expect(await second.group(id)).toEqual(done('a'));
  });

  test('a database of before there were runs keeps its groups, and takes a run', async () => {
    const older = await open(STEPS.slice(0, 2));
    await older.putGroup(done('0'));
    older.close();
    const newer = await open();
    const runId = 'run-x' as RunId;
    const plan = { runId, set: 's', items: [item(0)], recipes: { verifiable: recipe } };
    await newer.putPlan({ id: runId, name: 'x', createdAt: 1 }, plan);
    await newer.putEntry(entry(0));
    expect(newer.kind).toBe('indexeddb');
    expect(await newer.group('group-0' as GroupId)).toEqual(done('0'));
    expect(await newer.plan(runId)).toEqual(plan);
    expect(await newer.entriesOf(runId)).toEqual([entry(0)]);
  });

  test('pages of rows as lists, of before they were packed, are read, written on and removed from', async () => {
    const runId = 'run-x' as RunId;
    const items = [item(0), item(1), item(2)];
    const older = await open(STEPS.slice(0, 3));
    await older.putPlan({ id: runId, name: 'x', createdAt: 1 }, { runId, set: 's', items, recipes: { verifiable: recipe } });
    for (const at of [0, 1, 2]) await older.putGroup(done(String(at), { runId }));
    older.close();
    const database = await openDB(name);
    const rows = [rowOf(entry(0)), rowOf(entry(1))];
    await database.put('entries', { runId, page: 0, groups: ['group-0', 'group-1'], rows });
    const [plan] = await database.getAll('plans');
    await database.put('plans', { ...plan, done: 2 });
    database.close();

    const newer = await open();
    const heard = listenTo(newer);
    expect(await newer.entriesOf(runId)).toEqual([entry(0), entry(1)]);
    await newer.putEntry(entry(2));
    expect(await newer.entriesOf(runId)).toEqual([entry(0), entry(1), entry(2)]);
    expect(await newer.plans()).toMatchObject([{ done: 3 }]);
    await newer.remove({ group: 'group-0' as GroupId });
    expect(await newer.entriesOf(runId)).toEqual([entry(1), entry(2)]);
    expect(heard).toEqual([]);
  });

  test('a step that fails leaves the database at its old version', async () => {
    const first = await open();
    await first.putGroup(done('a'));
    first.close();
    const bad: Step<CatSchema> = {
      version: next.version,
      run: () => Promise.reject(new Error('no')),
    };
    const broken = await open([...STEPS, bad]);
    expect(broken.kind).toBe('memory');
    const again = await open();
    expect(again.kind).toBe('indexeddb');
    expect(await again.group(id)).toEqual(done('a'));
  });

  test('an open page makes way for an upgrade in another, and then goes on in memory', async () => {
    const older = await open();
    const heard = listenTo(older);
    await older.putGroup(done('a'));
    const newer = await open([...STEPS, next]);
    expect(newer.kind).toBe('indexeddb');
    expect(await newer.group(id)).toEqual(done('a'));

    await older.putGroup(done('b'));
    expect(heard).toEqual([
      { kind: 'storage-newer', found: next.version, supported: STEPS.length },
    ]);
    expect((await older.list(10)).map((line) => line.id)).toEqual(['group-b']);
  });

  test('a page that is kept from upgrading says who is in the way', async () => {
    // A connection that does not close when it is asked to.
    const stubborn = await openDB(name, 1, {
      upgrade: (database) => void database.createObjectStore('runs'),
    });
    const store = await open([...STEPS, next]);
    expect(store.kind).toBe('memory');
    expect(listenTo(store)).toMatchObject([{ kind: 'storage-denied' }]);
    stubborn.close();
  });

  test('a connection that the browser ends is opened again', async () => {
    const connections: IDBDatabase[] = [];
    const transaction = IDBDatabase.prototype.transaction;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      ...args: Parameters<IDBDatabase['transaction']>
    ) {
      if (!connections.includes(this)) connections.push(this);
      return transaction.apply(this, args);
    });
    const store = await open();
    const heard = listenTo(store);
    await store.putGroup(done('a'));
    const [first] = connections;
    first?.close();
    // What the browser does after ending a connection by itself.
    first?.dispatchEvent(new Event('close'));
    expect(await store.group(id)).toEqual(done('a'));
    expect(connections).toHaveLength(2);
    expect(heard).toEqual([]);
  });
});
