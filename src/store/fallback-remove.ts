/** The fallback store's part that removes and brings back; what it keeps to is said in fallback.ts. */
import type { Fault } from '../base/fault.ts';
import type { GroupId, RunId } from '../base/id.ts';
import type { Group } from '../group/group.ts';
import type { Entry } from '../group/plan.ts';
import { isBehind } from './behind.ts';
import type { FallbackParts } from './fallback-runs.ts';
import { followed } from './merge.ts';
import { NOTHING_REMOVED } from './store.ts';
import type { Removed, RunRecord, Store } from './store.ts';
import { newestFirst } from './summary.ts';

export interface RemoveParts
  extends Pick<FallbackParts, 'first' | 'memory' | 'keep' | 'readFirst' | 'lift' | 'hide'> {
  unhide(id: string): void;
  /** Brings a run that only the first store knows to where its entries can be kept. */
  liftRun(id: RunId): Promise<void>;
  regain(): Promise<Fault | null>;
}

type What = Parameters<Store['remove']>[0];

/** Of what the first store would not let go of, and still has. */
interface Refused {
  readonly hidden: ReadonlySet<string>;
  /** What lay in memory, which alone is to be written again. */
  readonly above: Removed;
}

export function createFallbackRemove(parts: RemoveParts): Pick<Store, 'remove' | 'restore'> {
  const { first, memory, keep, readFirst, lift, liftRun } = parts;
  const refused = new WeakMap<Removed, Refused>();

  return {
    async remove(what) {
      const taken = await readFirst<Removed | null>(() => first.remove(what), null);
      const below = taken ?? (await readFirst(() => standing(first, what), NOTHING_REMOVED));
      const above = await memory.remove(what);
      const removed = joined(below, above);
      if (taken === null) {
        const hidden = new Set<string>([...removed.groups, ...removed.runs].map(({ id }) => id));
        if (what !== 'everything') hidden.add('group' in what ? what.group : what.run);
        for (const id of hidden) parts.hide(id);
        refused.set(removed, { hidden, above });
      } else if (taken.groups.length > 0) {
        // There may be room again.
        await parts.regain();
      }
      return removed;
    },
    async restore(removed) {
      const { hidden, above } = refused.get(removed) ?? { hidden: [], above: removed };
      for (const id of hidden) parts.unhide(id);
      for (const { id } of [...removed.groups, ...removed.runs]) parts.unhide(id);
      if (await keep(() => first.restore(above))) return;
      for (const { id } of above.handed) await lift(id);
      // Where only a group was removed its run's plan is in the first store, and entries are kept beside it.
      const runs = new Set([...above.groups, ...above.entries].map(({ runId }) => runId));
      for (const run of runs) await liftRun(run);
      await memory.restore(above);
    },
  };
}

/** What memory has of it is the newer, unless another tab has gone on with it; and entries follow it. */
function joined(below: Removed, above: Removed): Removed {
  const shared = new Map(below.groups.map((group) => [group.id, group]));
  const own = above.groups.filter((group) => {
    const other = shared.get(group.id);
    return other === undefined || !isBehind(group, other);
  });
  const newer = new Map(own.map((group) => [group.id, group]));
  const follow = (entry: Entry): Entry => {
    const group = newer.get(entry.groupId);
    return (group === undefined ? null : followed(entry, group)) ?? entry;
  };
  return {
    runs: over(below.runs, above.runs),
    groups: over(below.groups, own),
    plans: [...below.plans, ...above.plans],
    entries: [...below.entries.map(follow), ...above.entries],
    missed: [...below.missed, ...above.missed],
    handed: [...below.handed, ...above.handed],
  };
}

const over = <T extends RunRecord | Group>(below: readonly T[], above: readonly T[]): T[] => {
  const ids = new Set<string>(above.map(({ id }) => id));
  return [...above, ...below.filter(({ id }) => !ids.has(id))].sort(newestFirst);
};

/** The groups and runs that `remove` would take. Their plans and entries go out of sight with them. */
async function standing(first: Store, what: What): Promise<Removed> {
  const runs = await first.runs();
  if (what === 'everything') {
    const listed = await first.list(Infinity);
    const groups = await Promise.all(listed.map(({ id }) => first.group(id)));
    return { ...NOTHING_REMOVED, runs, groups: groups.filter((group) => group !== null) };
  }
  const planned = new Set((await first.plans()).map(({ runId }) => runId));
  if ('group' in what) {
    const group = await first.group(what.group);
    if (group === null) return NOTHING_REMOVED;
    const isAlone = !planned.has(group.runId) && (await first.groupsOf(group.runId)).length === 1;
    const emptied = runs.filter(({ id }) => isAlone && id === group.runId);
    return { ...NOTHING_REMOVED, groups: [group], runs: emptied };
  }
  planned.delete(what.run);
  const needed = new Set<GroupId>();
  for (const run of planned) for (const { groupId } of await first.entriesOf(run)) needed.add(groupId);
  const groups = (await first.groupsOf(what.run)).filter(({ id }) => !needed.has(id));
  return { ...NOTHING_REMOVED, groups, runs: runs.filter(({ id }) => id === what.run) };
}
