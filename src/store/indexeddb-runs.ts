/** Plans and entries in IndexedDB. A plan's record counts its entries, so that a list reads none. */
import type { GroupId, RunId } from '../base/id.ts';
import type { Entry, Missed, Plan } from '../group/plan.ts';
import { pageOf, rowsOf, soundRows } from './entry-page.ts';
import { parseRow, rowOf } from './entry-row.ts';
import { putItems, readItems } from './indexeddb-items.ts';
import { pagesOf } from './pages.ts';
import { parseMissed, parsePlan } from './plan-record.ts';
import { PAGE, partsOf, RUN_STORES } from './schema.ts';
import type { PlanSummary, RunRecord, Store } from './store.ts';
import { soundOnes } from './transaction.ts';
import type { Access, Reading, Writing } from './transaction.ts';

type Runs = Pick<
  Store,
  'putPlan' | 'plan' | 'plans' | 'putEntry' | 'putMissed' | 'entriesOf' | 'missedOf' | 'renameRun'
>;

export const createRunParts = (access: Access): Runs => ({
  putPlan: (run, plan) =>
    access.write(RUN_STORES, async (transaction) => {
      await deletePlan(transaction, run.id);
      await writePlan(transaction, run, plan);
    }),
  plan: (run) =>
    access.read(['plans', 'items'], (transaction) => readPlan(access, transaction, run)),
  plans: () =>
    access.read(['plans'], async (transaction) =>
      soundOnes(access, parsePlan, await transaction.objectStore('plans').getAll()),
    ),
  putEntry: (entry) =>
    access.write(['groups', 'plans', 'entries', 'missed'], async (transaction) => {
      if ((await transaction.objectStore('groups').getKey(entry.groupId)) === undefined) return;
      await putEntry(transaction, entry);
    }),
  putMissed: (missed) =>
    access.write(['plans', 'entries', 'missed'], (transaction) => putMissed(transaction, missed)),
  entriesOf: (run) =>
    access.read(['entries'], (transaction) => readEntries(access, transaction, run)),
  missedOf: (run) =>
    access.read(['missed'], (transaction) => readMissed(access, transaction, run)),
  renameRun: (id, name) =>
    access.write(['runs'], async (transaction) => {
      const run = await transaction.objectStore('runs').get(id);
      if (run !== undefined) await transaction.objectStore('runs').put({ ...run, name });
    }),
});

async function writePlan(transaction: Writing, run: RunRecord, plan: Plan): Promise<void> {
  const { runId, set, recipes, items } = plan;
  await transaction.objectStore('runs').put(run);
  const summary: PlanSummary = { runId, set, recipes, planned: items.length, done: 0, missed: 0 };
  await transaction.objectStore('plans').put(summary);
  await putItems(transaction, runId, items);
}

/** Of a plan that was removed, with its run's record there; one that is there stays as it is. */
export async function restorePlan(transaction: Writing, plan: Plan): Promise<void> {
  if ((await transaction.objectStore('plans').getKey(plan.runId)) !== undefined) return;
  const run = await transaction.objectStore('runs').get(plan.runId);
  if (run !== undefined) await writePlan(transaction, run, plan);
}

export async function readPlan(
  access: Access,
  transaction: Reading,
  run: RunId,
): Promise<Plan | null> {
  const found = await transaction.objectStore('plans').get(run);
  const summary = found === undefined ? null : access.sound(parsePlan(found));
  const items = summary === null ? null : await readItems(access, transaction, run);
  // Entries name items by their place: with some of them lost they would name others.
  if (summary === null || items?.length !== summary.planned) return null;
  const { runId, set, recipes } = summary;
  return { runId, set, recipes, items };
}

/** The plan with its items, its entries and what was missed. */
export async function deletePlan(transaction: Writing, run: RunId): Promise<void> {
  await transaction.objectStore('plans').delete(run);
  for (const store of ['items', 'entries', 'missed'] as const) {
    await transaction.objectStore(store).delete(partsOf(run));
  }
}

/** In place of an earlier one of its index, and of what was missed there. */
export async function putEntry(transaction: Writing, entry: Entry): Promise<void> {
  const { runId, index } = entry;
  const plans = transaction.objectStore('plans');
  const plan = await plans.get(runId);
  if (plan === undefined) return;
  const page = Math.floor(index / PAGE);
  const rows = soundRows(await transaction.objectStore('entries').get([runId, page]));
  const others = rows.filter(([place]) => place !== index);
  const all = [...others, rowOf(entry)].sort(([a], [b]) => a - b);
  await transaction.objectStore('entries').put(pageOf(runId, page, all));
  const missed = transaction.objectStore('missed');
  const wasMissed = (await missed.getKey([runId, index])) !== undefined;
  if (wasMissed) await missed.delete([runId, index]);
  const added = others.length === rows.length ? 1 : 0;
  if (added === 0 && !wasMissed) return;
  const { done, missed: count } = plan;
  await plans.put({ ...plan, done: done + added, missed: count - (wasMissed ? 1 : 0) });
}

export async function putMissed(transaction: Writing, missed: Missed): Promise<void> {
  const { runId, index } = missed;
  const plans = transaction.objectStore('plans');
  const plan = await plans.get(runId);
  if (plan === undefined) return;
  const page = await transaction.objectStore('entries').get([runId, Math.floor(index / PAGE)]);
  if (soundRows(page).some(([place]) => place === index)) return;
  const store = transaction.objectStore('missed');
  const isNew = (await store.getKey([runId, index])) === undefined;
  await store.put(missed);
  if (isNew) await plans.put({ ...plan, missed: plan.missed + 1 });
}

export async function readEntries(
  { sound }: Access,
  transaction: Reading,
  run: RunId,
): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const pages of pagesOf(transaction, 'entries', run)) {
    for (const row of pages.flatMap(rowsOf)) {
      const entry = sound(parseRow(run, row));
      if (entry !== null) entries.push(entry);
    }
  }
  return entries;
}

export const readMissed = async (
  access: Access,
  transaction: Reading,
  run: RunId,
): Promise<Missed[]> =>
  soundOnes(access, parseMissed, await transaction.objectStore('missed').getAll(partsOf(run)));

/** The entries of a group, in whatever runs they are. */
export async function entriesOfGroup(
  { sound }: Access,
  transaction: Reading,
  group: GroupId | string,
): Promise<Entry[]> {
  const pages = await transaction.objectStore('entries').index('groups').getAll(group);
  return pages.flatMap((found) =>
    rowsOf(found)
      .map((row) => sound(parseRow(found.runId as RunId, row)))
      .filter((entry) => entry?.groupId === group)
      .filter((entry) => entry !== null),
  );
}

/** Deletes and returns the entries of a group. */
export async function deleteEntries(
  access: Access,
  transaction: Writing,
  group: GroupId | string,
): Promise<Entry[]> {
  const deleted = await entriesOfGroup(access, transaction, group);
  const store = transaction.objectStore('entries');
  for (const found of await store.index('groups').getAll(group)) {
    const rows = soundRows(found);
    const left = rows.filter(([, id]) => id !== group);
    await store.put(pageOf(found.runId, found.page, left));
    const plan = await transaction.objectStore('plans').get(found.runId);
    if (plan === undefined) continue;
    const done = plan.done - (rows.length - left.length);
    await transaction.objectStore('plans').put({ ...plan, done });
  }
  return deleted;
}
