/** What the synthesis of smaller groups of a run will take: counted before any model is asked. */
import type { GroupId, RunId } from '../base/id.ts';
import type { LoadedModel } from '../engine/model.ts';
import type { Group } from '../group/group.ts';
import type { Entry } from '../group/plan.ts';
import type { Scaling } from '../group/smaller.ts';
import { mean } from '../stats/mean.ts';
import type { Store } from '../store/store.ts';
import { slotsOf, smallerMeans } from './estimate.ts';
import type { ScaleEstimate } from './experiments.ts';
import { missingSubGroups } from './smaller.ts';

/** How many groups are read for their times. */
const READ = 12;

/**
 * By the entries alone, of which there may be thousands, with one synthesis of each size; of a few groups
 * the times. Questions without a known answer have no place on the curve; a group that stands behind two of
 * the questions is asked once.
 */
export async function estimateScale(
  store: Store,
  anchor: LoadedModel | null,
  run: RunId,
  sizes: readonly number[],
): Promise<ScaleEstimate> {
  const known = (await store.entriesOf(run)).filter(({ outcome }) => outcome.scored === 'truth');
  const entries = [...new Map(known.map((entry) => [entry.groupId, entry])).values()];
  const isMissing = ({ outcome: { right, smaller = [] } }: Entry, size: number): boolean =>
    size < right.length && !smaller.some((one) => one.size === size);
  const calls = entries.reduce(
    (sum, entry) => sum + sizes.filter((size) => isMissing(entry, size)).length,
    0,
  );
  const one = smallerMeans(await someOf(store, entries.map(({ groupId }) => groupId)));
  return { calls, seconds: one === null ? null : (calls * one.seconds) / slotsOf(anchor) };
}

/** What those that are still missing take of storage, in bytes. */
export async function bytesToScale(
  store: Store,
  groups: readonly GroupId[],
  scaling: Scaling,
): Promise<number> {
  const some = await someOf(store, groups);
  const missing = mean(some.map((group) => missingSubGroups(group, scaling).length)) ?? 0;
  return groups.length * missing * (smallerMeans(some)?.bytes ?? 0);
}

/** Spread over all of them. */
async function someOf(store: Store, ids: readonly GroupId[]): Promise<Group[]> {
  const count = Math.min(READ, ids.length);
  const some = Array.from({ length: count }, (_, at) => ids[Math.floor((at * ids.length) / count)] as GroupId);
  const groups = await Promise.all(some.map((id) => store.group(id)));
  return groups.filter((group): group is Group => group !== null);
}
