/** Removing and bringing back in IndexedDB: groups and runs with all that belongs to them. */
import type { GroupId, RunId } from '../base/id.ts';
import type { Entry } from '../group/plan.ts';
import { assembleAll, deleteEmptyRuns, deleteGroup, replaceGroup } from './indexeddb-groups.ts';
import {
  deleteEntries,
  deletePlan,
  putEntry,
  putMissed,
  readEntries,
  readMissed,
  readPlan,
  restorePlan,
} from './indexeddb-runs.ts';
import { parsePlan } from './plan-record.ts';
import { parseRun } from './record.ts';
import { GROUP_STORES, HISTORY_STORES, partsOf } from './schema.ts';
import { NOTHING_REMOVED } from './store.ts';
import type { Removed, Store } from './store.ts';
import { soundOnes } from './transaction.ts';
import type { Access, Writing } from './transaction.ts';

export const createRemoveParts = (access: Access): Pick<Store, 'remove' | 'restore'> => ({
  remove: (what) =>
    access.write(HISTORY_STORES, (transaction) => {
      if (what === 'everything') return removeEverything(access, transaction);
      return 'group' in what
        ? removeGroup(access, transaction, what.group)
        : removeRun(access, transaction, what.run);
    }),
  restore: (removed) =>
    access.write(HISTORY_STORES, async (transaction) => {
      await Promise.all([
        ...removed.runs.map((run) => transaction.objectStore('runs').put(run)),
        ...removed.groups.map((group) => replaceGroup(transaction, group)),
      ]);
      for (const { id, runId } of removed.handed) {
        const found = await transaction.objectStore('groups').get(id);
        if (found !== undefined) await transaction.objectStore('groups').put({ ...found, runId });
      }
      for (const plan of removed.plans) await restorePlan(transaction, plan);
      for (const entry of removed.entries) await putEntry(transaction, entry);
      for (const missed of removed.missed) await putMissed(transaction, missed);
    }),
});

async function removeEverything(access: Access, transaction: Writing): Promise<Removed> {
  const found = await transaction.objectStore('plans').getAll();
  const runs = soundOnes(access, parsePlan, found).map(({ runId }) => runId);
  const plans = await plansOf(access, transaction, runs);
  const removed: Removed = {
    ...NOTHING_REMOVED,
    ...plans,
    groups: await assembleAll(access, transaction, await transaction.objectStore('groups').getAll()),
    runs: soundOnes(access, parseRun, await transaction.objectStore('runs').getAll()),
  };
  // The items of sets stay.
  for (const owner of await transaction.objectStore('plans').getAllKeys()) {
    await transaction.objectStore('items').delete(partsOf(owner));
  }
  for (const store of [...GROUP_STORES, 'runs', 'plans', 'entries', 'missed'] as const) {
    await transaction.objectStore(store).clear();
  }
  return removed;
}

async function removeGroup(
  access: Access,
  transaction: Writing,
  id: GroupId,
): Promise<Removed> {
  const found = await transaction.objectStore('groups').getAll(id);
  const groups = await assembleAll(access, transaction, found);
  const entries = await deleteEntries(access, transaction, id);
  await deleteGroup(transaction, id);
  const runs = await deleteEmptyRuns(
    access,
    transaction,
    groups.map(({ runId }) => runId),
  );
  return { ...NOTHING_REMOVED, groups, entries, runs };
}

async function removeRun(access: Access, transaction: Writing, run: RunId): Promise<Removed> {
  const plans = await plansOf(access, transaction, [run]);
  // First, so that what is still found of a group's entries is of other runs.
  await deletePlan(transaction, run);
  const index = transaction.objectStore('groups').index('runId');
  const found = await index.getAll(run);
  const keys = await index.getAllKeys(run);
  const handed: Removed['handed'][number][] = [];
  for (const [at, id] of keys.entries()) {
    // By the key of a page alone: a run of thousands that shares all its groups is removed at once.
    const page = await transaction.objectStore('entries').index('groups').getKey(id);
    const record = found[at];
    if (page === undefined || record === undefined) continue;
    await transaction.objectStore('groups').put({ ...record, runId: page[0] as RunId });
    handed.push({ id: id as GroupId, runId: run });
  }
  const kept = new Set<string>(handed.map(({ id }) => id));
  const groups = await assembleAll(
    access,
    transaction,
    found.filter(({ id }) => !kept.has(id)),
  );
  for (const id of keys) if (!kept.has(id)) await deleteGroup(transaction, id);
  const runs = await deleteEmptyRuns(access, transaction, [run]);
  return { ...plans, groups, runs, handed };
}

/** With their entries and what was missed. */
async function plansOf(
  access: Access,
  transaction: Writing,
  runs: readonly RunId[],
): Promise<Pick<Removed, 'plans' | 'entries' | 'missed'>> {
  const plans: Removed['plans'][number][] = [];
  const entries: Entry[] = [];
  const missed: Removed['missed'][number][] = [];
  for (const run of runs) {
    const plan = await readPlan(access, transaction, run);
    if (plan === null) continue;
    plans.push(plan);
    for (const entry of await readEntries(access, transaction, run)) entries.push(entry);
    for (const one of await readMissed(access, transaction, run)) missed.push(one);
  }
  return { plans, entries, missed };
}
