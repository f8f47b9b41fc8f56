/**
 * Taking over pieces of another history: all in one transaction, or nothing. What is there under the
 * same id stays as it is. The pieces are read while the transaction is open, so that a large file never
 * stands in memory; an entry follows the group that is kept here.
 */
import type { RunId } from '../base/id.ts';
import type { Group } from '../group/group.ts';
import { outcomeOf } from '../group/outcome.ts';
import type { Entry } from '../group/plan.ts';
import { soundRows } from './entry-page.ts';
import { assemble, replaceGroup } from './indexeddb-groups.ts';
import { putItems } from './indexeddb-items.ts';
import { putEntry, putMissed, restorePlan } from './indexeddb-runs.ts';
import { HISTORY_STORES, PAGE } from './schema.ts';
import type { Piece, PieceCounts, PieceKind, Pieces } from './store.ts';
import type { Access, Writing } from './transaction.ts';

export const noPieces = (): Record<PieceKind, number> => ({
  run: 0,
  plan: 0,
  set: 0,
  group: 0,
  entry: 0,
  missed: 0,
});

/** Resolves to how many were new. Where the pieces throw, nothing is kept and their error is thrown. */
export async function mergeInIndexedDb(access: Access, pieces: Pieces): Promise<PieceCounts> {
  const broken: unknown[] = [];
  try {
    return await access.write([...HISTORY_STORES, 'sets'], async (transaction) => {
      const added = noPieces();
      const source = pieces()[Symbol.asyncIterator]();
      try {
        for (;;) {
          const coming = source.next();
          coming.catch((error: unknown) => broken.push(error));
          const next = await whileOpen(transaction, coming);
          if (next.done === true) return added;
          if (await add(access, transaction, next.value)) added[next.value.kind] += 1;
        }
      } finally {
        // Not awaited: nothing may be, in an open transaction, but its own requests.
        source.return?.().catch(() => {});
      }
    });
  } catch (error) {
    throw broken.length > 0 ? broken[0] : error;
  }
}

/** A transaction ends by itself as soon as nothing is asked of it: until then it is asked for nothing. */
async function whileOpen<T>(transaction: Writing, coming: Promise<T>): Promise<T> {
  let settled = false;
  const note = (): void => {
    settled = true;
  };
  coming.then(note, note);
  while (!settled) await transaction.objectStore('runs').getKey('');
  return coming;
}

/** Whether it was new. */
async function add(access: Access, transaction: Writing, piece: Piece): Promise<boolean> {
  switch (piece.kind) {
    case 'run': {
      const runs = transaction.objectStore('runs');
      if ((await runs.getKey(piece.run.id)) !== undefined) return false;
      await runs.put(piece.run);
      return true;
    }
    case 'plan': {
      const { plan } = piece;
      if ((await transaction.objectStore('plans').getKey(plan.runId)) !== undefined) return false;
      await restorePlan(transaction, plan);
      return true;
    }
    case 'set': {
      const sets = transaction.objectStore('sets');
      if ((await sets.getKey(piece.set.id)) !== undefined) return false;
      await sets.put(piece.set);
      await putItems(transaction, piece.set.id, piece.items);
      return true;
    }
    case 'group': {
      if ((await transaction.objectStore('groups').getKey(piece.group.id)) !== undefined) return false;
      await replaceGroup(transaction, piece.group);
      return true;
    }
    case 'entry': {
      const { runId, index, groupId } = piece.entry;
      if (await hasEntry(transaction, runId, index)) return false;
      const found = await transaction.objectStore('groups').get(groupId);
      const group = found === undefined ? null : await assemble(access, transaction, found);
      const entry = group === null ? null : followed(piece.entry, group);
      if (entry !== null) await putEntry(transaction, entry);
      return entry !== null;
    }
    case 'missed': {
      const { runId, index } = piece.missed;
      if ((await transaction.objectStore('missed').getKey([runId, index])) !== undefined) return false;
      if (await hasEntry(transaction, runId, index)) return false;
      await putMissed(transaction, piece.missed);
      return true;
    }
    default:
      return piece satisfies never;
  }
}

async function hasEntry(transaction: Writing, run: RunId, index: number): Promise<boolean> {
  const page = await transaction.objectStore('entries').get([run, Math.floor(index / PAGE)]);
  return soundRows(page).some(([place]) => place === index);
}

/** Null where the group that is kept here is not done. */
export function followed(entry: Entry, group: Group): Entry | null {
  const { evaluation } = group;
  return evaluation === undefined ? null : { ...entry, outcome: outcomeOf({ ...group, evaluation }) };
}
