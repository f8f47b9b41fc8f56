/**
 * The store in IndexedDB. Each method is one transaction, and each write resolves after its
 * transaction has completed. Durability is `relaxed`: what is written survives a killed tab and
 * browser, and only a crash of the whole machine may take the last moments with it; a forced flush
 * for every rollout would cost more than the rollout of a small model.
 *
 * Methods throw StoreError; `fallback.ts` answers for it.
 */
import { evidenceKey, withEvidence } from '../group/evidence.ts';
import type { Evidence } from '../group/evidence.ts';
import type { Group } from '../group/group.ts';
import { outcomeOf } from '../group/outcome.ts';
import type { Entry } from '../group/plan.ts';
import { ok } from '../base/result.ts';
import { without } from '../base/without.ts';
import type { FaultBell } from './bell.ts';
import type { Connection } from './connection.ts';
import { assemble, assembleAll, evidenceRecord, replaceGroup } from './indexeddb-groups.ts';
import { createSetParts } from './indexeddb-items.ts';
import { listAll, listSingle } from './indexeddb-list.ts';
import { createRemoveParts } from './indexeddb-remove.ts';
import { createRunParts, entriesOfGroup, putEntry } from './indexeddb-runs.ts';
import { mergeInIndexedDb } from './merge.ts';
import { parseEvidence, parseRun } from './record.ts';
import { GROUP_STORES, partsOf } from './schema.ts';
import type { Store } from './store.ts';
import { newestFirst } from './summary.ts';
import { createAccess, soundOnes } from './transaction.ts';

export function createIndexedDbStore(connection: Connection, bell: FaultBell): Store {
  const access = createAccess(connection, bell);
  const { read, write } = access;

  const find = (recipe: string, question: string, fits: (group: Group) => boolean) =>
    read(GROUP_STORES, async (transaction) => {
      const index = transaction.objectStore('groups').index('work');
      const found = await index.getAll([recipe, question]);
      const groups = await assembleAll(access, transaction, found);
      return groups.find(fits) ?? null;
    });

  return {
    kind: 'indexeddb',
    onFault: (listener) => bell.listen(listener),
    putRun: (run) =>
      write(['runs'], async (transaction) => void (await transaction.objectStore('runs').put(run))),
    putGroup: (group) => write(GROUP_STORES, (transaction) => replaceGroup(transaction, group)),
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
        const before = soundOnes(access, parseEvidence, await pieces.getAll(partsOf(id)));
        const after = withEvidence(before, evidence);
        const gone = before.filter((piece) => !after.includes(piece));
        await Promise.all(gone.map((piece) => pieces.delete([id, evidenceKey(piece)])));
        await Promise.all(after.filter((piece) => !before.includes(piece)).map(put));
      }),
    finishGroup: (id, status, evaluation, faults) =>
      write([...GROUP_STORES, 'plans', 'entries', 'missed'], async (transaction) => {
        const groups = transaction.objectStore('groups');
        const found = await groups.get(id);
        if (found === undefined) return [];
        const record = { ...without(found, 'evaluation'), status, faults };
        await groups.put(evaluation === null ? record : { ...record, evaluation });
        if (evaluation === null) return [];
        const entries = await entriesOfGroup(access, transaction, id);
        const group =
          entries.length === 0 ? null : await assemble(access, transaction, await groups.get(id));
        if (group === null) return [];
        const outcome = outcomeOf({ ...group, evaluation });
        const renewed = entries.map((entry): Entry => ({ ...entry, outcome }));
        for (const entry of renewed) await putEntry(transaction, entry);
        return renewed;
      }),
    group: (id) =>
      read(GROUP_STORES, async (transaction) => {
        const found = await transaction.objectStore('groups').get(id);
        return found === undefined ? null : await assemble(access, transaction, found);
      }),
    findGroup: (recipe, question, fits = () => true) =>
      find(recipe, question, (group) => group.status === 'done' && fits(group)),
    findUnfinished: (recipe, question, fits = () => true) =>
      find(recipe, question, (group) => group.status !== 'done' && fits(group)),
    list: (limit, of = 'all') =>
      of === 'all'
        ? read(['groups'], (transaction) => listAll(access, transaction, limit))
        : read(['groups', 'runs', 'plans'], (transaction) => listSingle(access, transaction, limit)),
    runs: () =>
      read(['runs'], async (transaction) => {
        const found = await transaction.objectStore('runs').getAll();
        return soundOnes(access, parseRun, found).sort(newestFirst);
      }),
    groupsOf: (run) =>
      read(GROUP_STORES, async (transaction) => {
        const index = transaction.objectStore('groups').index('runId');
        return assembleAll(access, transaction, await index.getAll(run));
      }),
    ...createRunParts(access),
    ...createSetParts(access),
    ...createRemoveParts(access),
    merge: async (pieces) => ok(await mergeInIndexedDb(access, pieces)),
    regain: () => Promise.resolve(null),
    close: () => connection.close(),
  };
}
