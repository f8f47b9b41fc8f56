/** What the synthesis of smaller groups of a run will take: counted before any model is asked. */
import type { RunId } from '../base/id.ts';
import type { LoadedModel } from '../engine/model.ts';
import type { Group } from '../group/group.ts';
import type { Entry } from '../group/plan.ts';
import type { Store } from '../store/store.ts';
import { slotsOf, smallerMeans } from './estimate.ts';
import type { ScaleEstimate } from './experiments.ts';

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
  const step = Math.max(1, Math.floor(entries.length / READ));
  const some = entries.filter((_, at) => at % step === 0).slice(0, READ);
  const groups = await Promise.all(some.map(({ groupId }) => store.group(groupId)));
  const one = smallerMeans(groups.filter((group): group is Group => group !== null));
  return { calls, seconds: one === null ? null : (calls * one.seconds) / slotsOf(anchor) };
}
