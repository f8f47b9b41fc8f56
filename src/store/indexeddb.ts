/**
 * The store in IndexedDB. Each method is one transaction, and each write resolves after its
 * transaction has completed. Durability is `relaxed`: what is written survives a killed tab and
 * browser, and only a crash of the whole machine may take the last moments with it; a forced flush
 * for every rollout would cost more than the rollout of a small model.
 *
 * Methods throw StoreError; `fallback.ts` answers for it.
 */
import type { IDBPTransaction } from 'idb';
import { evidenceKey, withEvidence } from '../group/evidence.ts';
import type { Evidence } from '../group/evidence.ts';
import type { Group } from '../group/group.ts';
import { rolloutCount } from '../group/recipe.ts';
import type { GroupId, RunId } from '../base/id.ts';
import { without } from '../base/without.ts';
import type { Rollout } from '../rollout/rollout.ts';
import type { FaultBell } from './bell.ts';
import type { Connection } from './connection.ts';
import { parseEvidence, parseGroup, parseRollout, parseRun, parseSynthesis } from './record.ts';
import type { Parsed } from './record.ts';
import { ALL_STORES, partsOf } from './schema.ts';
import type { CatDatabase, CatSchema, EvidenceRecord, GroupRecord } from './schema.ts';
import type { GroupSummary, Removed, RunRecord, Store } from './store.ts';
import { newestFirst, summaryOf } from './summary.ts';

type StoreName = (typeof ALL_STORES)[number];
type Reading = IDBPTransaction<CatSchema, StoreName[], IDBTransactionMode>;
type Writing = IDBPTransaction<CatSchema, StoreName[], 'readwrite'>;

const PARTS: StoreName[] = ['groups', 'rollouts', 'syntheses', 'evidence'];

export function createIndexedDbStore(connection: Connection, bell: FaultBell): Store {
  /** The parsed record, or null, having told what is wrong with it. */
  const sound = <T>(parsed: Parsed<T>): T | null => {
    if (parsed.ok) return parsed.value;
    bell.tell(parsed.fault);
    return null;
  };

  const write = (stores: StoreName[], work: (transaction: Writing) => Promise<unknown>) =>
    connection.use(async (database) => {
      const transaction = database.transaction(stores, 'readwrite', { durability: 'relaxed' });
      await commit(transaction, () => work(transaction));
    });
  const read = <T>(stores: StoreName[], work: (transaction: Reading) => Promise<T>): Promise<T> =>
    connection.use((database: CatDatabase) => work(database.transaction(stores, 'readonly')));

  const assemble = async (transaction: Reading, found: unknown): Promise<Group | null> => {
    const record = sound(parseGroup(found));
    if (record === null) return null;
    const [rows, row, pieces] = await Promise.all([
      transaction.objectStore('rollouts').getAll(partsOf(record.id)),
      transaction.objectStore('syntheses').get(record.id),
      transaction.objectStore('evidence').getAll(partsOf(record.id)),
    ]);
    const rollouts = rows
      .map((rollout) => sound(parseRollout(rollout)))
      .filter((rollout) => rollout !== null);
    const synthesis = row === undefined ? null : sound(parseSynthesis(row));
    const evidence = pieces.map((piece) => sound(parseEvidence(piece))).filter((one) => one !== null);
    const parts = { ...record, rollouts, evidence };
    return whole(synthesis === null ? parts : { ...parts, synthesis });
  };
  const assembleAll = async (transaction: Reading, found: readonly unknown[]): Promise<Group[]> => {
    const groups = await Promise.all(found.map((record) => assemble(transaction, record)));
    return groups.filter((group) => group !== null).sort(newestFirst);
  };
  const find = (recipe: string, question: string, fits: (group: Group) => boolean) =>
    read(PARTS, async (transaction) => {
      const index = transaction.objectStore('groups').index('work');
      const groups = await assembleAll(transaction, await index.getAll([recipe, question]));
      return groups.find(fits) ?? null;
    });

  return {
    kind: 'indexeddb',
    onFault: (listener) => bell.listen(listener),
    putRun: (run) => write(['runs'], (transaction) => transaction.objectStore('runs').put(run)),
    putGroup: (group) => write(PARTS, (transaction) => replaceGroup(transaction, group)),
    putRollout: (id, rollout) =>
      write(['groups', 'rollouts'], async (transaction) => {
        if ((await transaction.objectStore('groups').getKey(id)) === undefined) return;
        await transaction.objectStore('rollouts').put({ ...rollout, groupId: id });
      }),
    putSynthesis: (id, synthesis) =>
      write(['groups', 'syntheses'], async (transaction) => {
        if ((await transaction.objectStore('groups').getKey(id)) === undefined) return;
        await transaction.objectStore('syntheses').put({ ...synthesis, groupId: id });
      }),
    putEvidence: (id, evidence) =>
      write(['groups', 'evidence'], async (transaction) => {
        if ((await transaction.objectStore('groups').getKey(id)) === undefined) return;
        const pieces = transaction.objectStore('evidence');
        const put = (piece: Evidence): Promise<unknown> => pieces.put(evidenceRecord(id, piece));
        if (evidence.kind !== 'rubric') {
          await put(evidence);
          return;
        }
        const found = await pieces.getAll(partsOf(id));
        const before = found.map((piece) => sound(parseEvidence(piece))).filter((one) => one !== null);
        const after = withEvidence(before, evidence);
        const gone = before.filter((piece) => !after.includes(piece));
        await Promise.all(gone.map((piece) => pieces.delete([id, evidenceKey(piece)])));
        await Promise.all(after.filter((piece) => !before.includes(piece)).map(put));
      }),
    finishGroup: (id, status, evaluation, faults) =>
      write(['groups'], async (transaction) => {
        const groups = transaction.objectStore('groups');
        const found = await groups.get(id);
        if (found === undefined) return;
        const record = without(found, 'evaluation');
        await groups.put(
          evaluation === null ? { ...record, status, faults } : { ...record, status, evaluation, faults },
        );
      }),
    group: (id) =>
      read(PARTS, async (transaction) => {
        const found = await transaction.objectStore('groups').get(id);
        return found === undefined ? null : await assemble(transaction, found);
      }),
    findGroup: (recipe, question, fits = () => true) =>
      find(recipe, question, (group) => group.status === 'done' && fits(group)),
    findUnfinished: (recipe, question, fits = () => true) =>
      find(recipe, question, (group) => group.status !== 'done' && fits(group)),
    list: (limit) =>
      read(['groups'], async (transaction) => {
        const summaries: GroupSummary[] = [];
        const index = transaction.objectStore('groups').index('createdAt');
        let cursor = limit > 0 ? await index.openCursor(null, 'prev') : null;
        while (cursor !== null && summaries.length < limit) {
          const record = sound(parseGroup(cursor.value));
          if (record !== null) summaries.push(summaryOf(record));
          cursor = await cursor.continue();
        }
        return summaries;
      }),
    runs: () =>
      read(['runs'], async (transaction) => {
        const found = await transaction.objectStore('runs').getAll();
        return found
          .map((run) => sound(parseRun(run)))
          .filter((run) => run !== null)
          .sort(newestFirst);
      }),
    groupsOf: (run) =>
      read(PARTS, async (transaction) => {
        const index = transaction.objectStore('groups').index('runId');
        return assembleAll(transaction, await index.getAll(run));
      }),
    remove: (what) =>
      connection.use(async (database) => {
        const transaction = database.transaction([...ALL_STORES], 'readwrite');
        return commit(transaction, async () => {
          const groups = transaction.objectStore('groups');
          if (what === 'everything') {
            const removed: Removed = {
              groups: await assembleAll(transaction, await groups.getAll()),
              runs: await everyRun(transaction, sound),
            };
            await Promise.all(ALL_STORES.map((store) => transaction.objectStore(store).clear()));
            return removed;
          }
          const found =
            'group' in what
              ? await groups.getAll(what.group)
              : await groups.index('runId').getAll(what.run);
          const keys =
            'group' in what ? [what.group] : await groups.index('runId').getAllKeys(what.run);
          const removed = await assembleAll(transaction, found);
          await Promise.all(keys.map((key) => deleteGroup(transaction, key)));
          const runs = 'run' in what ? [what.run] : removed.map((group) => group.runId);
          return { groups: removed, runs: await deleteEmptyRuns(transaction, runs, sound) };
        });
      }),
    restore: (removed) =>
      write([...ALL_STORES], async (transaction) => {
        await Promise.all([
          ...removed.runs.map((run) => transaction.objectStore('runs').put(run)),
          ...removed.groups.map((group) => replaceGroup(transaction, group)),
        ]);
      }),
    close: () => connection.close(),
  };
}

/** All or nothing: where the work throws, the transaction is aborted and its own error thrown. */
async function commit<T>(transaction: Writing, work: () => Promise<T>): Promise<T> {
  // Handled at once, or a transaction that fails while the work runs counts as unhandled.
  transaction.done.catch(() => {});
  try {
    const result = await work();
    await transaction.done;
    return result;
  } catch (error) {
    const reason = transaction.error ?? error;
    try {
      transaction.abort();
    } catch {
      // It has ended by itself: the error of the request aborted it.
    }
    throw reason;
  }
}

/** A finished group that lost a part to a broken record is finished no more. */
function whole(group: Group): Group {
  const complete =
    group.rollouts.length >= rolloutCount(group.recipe) && group.synthesis !== undefined;
  if (group.status !== 'done' || complete) return group;
  return { ...without(group, 'evaluation'), status: 'stopped' };
}

async function replaceGroup(transaction: Writing, group: Group): Promise<void> {
  const { rollouts, synthesis, evidence, ...record }: Group = group;
  const kept: GroupRecord = record;
  await transaction.objectStore('rollouts').delete(partsOf(group.id));
  await transaction.objectStore('evidence').delete(partsOf(group.id));
  await transaction.objectStore('groups').put(kept);
  await Promise.all(
    evidence.map((piece) =>
      transaction.objectStore('evidence').put(evidenceRecord(group.id, piece)),
    ),
  );
  await Promise.all(
    rollouts.map((rollout: Rollout) =>
      transaction.objectStore('rollouts').put({ ...rollout, groupId: group.id }),
    ),
  );
  const syntheses = transaction.objectStore('syntheses');
  if (synthesis === undefined) await syntheses.delete(group.id);
  else await syntheses.put({ ...synthesis, groupId: group.id });
}

const deleteGroup = (transaction: Writing, id: GroupId | string): Promise<unknown> =>
  Promise.all([
    transaction.objectStore('groups').delete(id),
    transaction.objectStore('rollouts').delete(partsOf(id)),
    transaction.objectStore('syntheses').delete(id),
    transaction.objectStore('evidence').delete(partsOf(id)),
  ]);

const evidenceRecord = (groupId: GroupId, evidence: Evidence): EvidenceRecord => ({
  groupId,
  key: evidenceKey(evidence),
  evidence,
});

async function everyRun(
  transaction: Reading,
  sound: <T>(parsed: Parsed<T>) => T | null,
): Promise<RunRecord[]> {
  const found = await transaction.objectStore('runs').getAll();
  return found.map((run) => sound(parseRun(run))).filter((run) => run !== null);
}

/** Deletes and returns those of the runs that have no group (any more). */
async function deleteEmptyRuns(
  transaction: Writing,
  runs: readonly RunId[],
  sound: <T>(parsed: Parsed<T>) => T | null,
): Promise<RunRecord[]> {
  const deleted: RunRecord[] = [];
  for (const id of new Set(runs)) {
    if ((await transaction.objectStore('groups').index('runId').count(id)) > 0) continue;
    const found = await transaction.objectStore('runs').get(id);
    await transaction.objectStore('runs').delete(id);
    const run = found === undefined ? null : sound(parseRun(found));
    if (run !== null) deleted.push(run);
  }
  return deleted;
}
