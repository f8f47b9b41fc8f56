/** The list of earlier groups in IndexedDB: their own records alone, newest first. */
import type { GroupRecord } from './schema.ts';
import { parseGroup } from './record.ts';
import type { GroupSummary } from './store.ts';
import { newestFirst, summaryOf } from './summary.ts';
import { soundOnes } from './transaction.ts';
import type { Access, Reading } from './transaction.ts';

export async function listAll(
  access: Access,
  transaction: Reading,
  limit: number,
): Promise<GroupSummary[]> {
  const summaries: GroupSummary[] = [];
  const index = transaction.objectStore('groups').index('createdAt');
  let cursor = limit > 0 ? await index.openCursor(null, 'prev') : null;
  while (cursor !== null && summaries.length < limit) {
    const record = access.sound(parseGroup(cursor.value));
    if (record !== null) summaries.push(summaryOf(record));
    cursor = await cursor.continue();
  }
  return summaries;
}

/**
 * By their runs, of which an experiment is one: its thousands of groups are passed over in one step. A run
 * of a single question is as old as its group.
 */
export async function listSingle(
  access: Access,
  transaction: Reading,
  limit: number,
): Promise<GroupSummary[]> {
  const planned = new Set(await transaction.objectStore('plans').getAllKeys());
  const groups = transaction.objectStore('groups').index('runId');
  const found: GroupRecord[] = [];
  const runs = transaction.objectStore('runs').index('createdAt');
  let cursor = limit > 0 ? await runs.openKeyCursor(null, 'prev') : null;
  while (cursor !== null && found.length < limit) {
    const run = cursor.primaryKey;
    if (!planned.has(run)) found.push(...soundOnes(access, parseGroup, await groups.getAll(run)));
    cursor = await cursor.continue();
  }
  return found.sort(newestFirst).slice(0, limit).map(summaryOf);
}
