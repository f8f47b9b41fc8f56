/** A group's records in IndexedDB: put together when it is read, taken apart when it is written. */
import type { GroupId, RunId } from '../base/id.ts';
import { without } from '../base/without.ts';
import { evidenceKey } from '../group/evidence.ts';
import type { Evidence } from '../group/evidence.ts';
import type { Group } from '../group/group.ts';
import { rolloutCount } from '../group/recipe.ts';
import type { Rollout } from '../rollout/rollout.ts';
import { parseEvidence, parseGroup, parseRollout, parseRun, parseSynthesis } from './record.ts';
import { partsOf } from './schema.ts';
import type { EvidenceRecord, GroupRecord } from './schema.ts';
import type { RunRecord } from './store.ts';
import { newestFirst } from './summary.ts';
import { soundOnes } from './transaction.ts';
import type { Access, Reading, Writing } from './transaction.ts';

/** The group whose own record was found; null where that is broken. Needs the stores of groups. */
export async function assemble(
  access: Access,
  transaction: Reading,
  found: unknown,
): Promise<Group | null> {
  const record = access.sound(parseGroup(found));
  if (record === null) return null;
  const [rows, row, pieces] = await Promise.all([
    transaction.objectStore('rollouts').getAll(partsOf(record.id)),
    transaction.objectStore('syntheses').get(record.id),
    transaction.objectStore('evidence').getAll(partsOf(record.id)),
  ]);
  const rollouts = soundOnes(access, parseRollout, rows);
  const synthesis = row === undefined ? null : access.sound(parseSynthesis(row));
  const evidence = soundOnes(access, parseEvidence, pieces);
  const parts = { ...record, rollouts, evidence };
  return whole(synthesis === null ? parts : { ...parts, synthesis });
}

/** Newest first. */
export async function assembleAll(
  access: Access,
  transaction: Reading,
  found: readonly unknown[],
): Promise<Group[]> {
  const groups = await Promise.all(found.map((one) => assemble(access, transaction, one)));
  return groups.filter((group) => group !== null).sort(newestFirst);
}

/** A finished group that lost a part to a broken record is finished no more. */
function whole(group: Group): Group {
  const complete =
    group.rollouts.length >= rolloutCount(group.recipe) && group.synthesis !== undefined;
  if (group.status !== 'done' || complete) return group;
  return { ...without(group, 'evaluation'), status: 'stopped' };
}

export async function replaceGroup(transaction: Writing, group: Group): Promise<void> {
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

export const deleteGroup = (transaction: Writing, id: GroupId | string): Promise<unknown> =>
  Promise.all([
    transaction.objectStore('groups').delete(id),
    transaction.objectStore('rollouts').delete(partsOf(id)),
    transaction.objectStore('syntheses').delete(id),
    transaction.objectStore('evidence').delete(partsOf(id)),
  ]);

export const evidenceRecord = (groupId: GroupId, evidence: Evidence): EvidenceRecord => ({
  groupId,
  key: evidenceKey(evidence),
  evidence,
});

/** Deletes and returns those of the runs that have neither a group nor a plan (any more). */
export async function deleteEmptyRuns(
  access: Access,
  transaction: Writing,
  runs: readonly RunId[],
): Promise<RunRecord[]> {
  const deleted: RunRecord[] = [];
  for (const id of new Set(runs)) {
    if ((await transaction.objectStore('plans').getKey(id)) !== undefined) continue;
    if ((await transaction.objectStore('groups').index('runId').count(id)) > 0) continue;
    const found = await transaction.objectStore('runs').get(id);
    await transaction.objectStore('runs').delete(id);
    const run = found === undefined ? null : access.sound(parseRun(found));
    if (run !== null) deleted.push(run);
  }
  return deleted;
}
