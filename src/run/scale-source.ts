/** The groups whose smaller ones are to be written. */
import type { Fault } from '../base/fault.ts';
import type { GroupId, RunId } from '../base/id.ts';
import type { Group } from '../group/group.ts';
import type { Entry } from '../group/plan.ts';
import type { Store } from '../store/store.ts';
import type { Scalables } from './lab.ts';
import type { RunLocks } from './locks.ts';

export interface Found {
  readonly group: Group;
  /** Those of the group, in the run that was asked for or else in its own; null where it is kept elsewhere. */
  readonly entries: readonly Entry[] | null;
}

export interface Source {
  /** One after another, as they are now; without those that are gone, unfinished or locked. */
  groups(): AsyncGenerator<Found, void, undefined>;
  /** Of a given group nothing is stored but here. */
  keep(group: Group): void;
  close(): void;
}

export function openSource(
  what: Scalables,
  ids: readonly GroupId[],
  { store, locks }: { readonly store: Store; readonly locks: RunLocks },
  tell: (fault: Fault) => void,
): Source {
  const given = new Map('given' in what ? what.given.map((group) => [group.id, group]) : []);
  const held = new Map<RunId, (() => void) | null>();
  const isFree = async (run: RunId): Promise<boolean> => {
    if (!held.has(run)) held.set(run, await locks.hold(run));
    if (held.get(run) !== null) return true;
    tell({ kind: 'run-locked', run });
    return false;
  };
  return {
    async *groups() {
      for (const group of [...given.values()]) yield { group, entries: null };
      const known = new Map<RunId, ReadonlyMap<GroupId, readonly Entry[]>>();
      for (const id of new Set(ids)) {
        const run = (await store.group(id))?.runId;
        if (run === undefined || !(await isFree(run))) continue;
        // What was read before the lock may be older than what its holder wrote.
        const group = await store.group(id);
        if (group?.status !== 'done') continue;
        const asked = 'run' in what ? what.run : group.runId;
        const entries = known.get(asked) ?? byGroup(await store.entriesOf(asked));
        known.set(asked, entries);
        yield { group, entries: entries.get(id) ?? [] };
      }
    },
    keep(group) {
      if (given.has(group.id)) given.set(group.id, group);
    },
    close() {
      for (const release of held.values()) release?.();
    },
  };
}

/** Of an experiment those of its entries, which may be of an earlier run; of a single ask its own. */
export async function idsOf(what: Scalables, store: Store): Promise<readonly GroupId[]> {
  if (!('run' in what)) return 'groups' in what ? what.groups : [];
  const entries = await store.entriesOf(what.run);
  if (entries.length > 0) return entries.map(({ groupId }) => groupId);
  return (await store.groupsOf(what.run)).map(({ id }) => id).reverse();
}

function byGroup(entries: readonly Entry[]): ReadonlyMap<GroupId, readonly Entry[]> {
  const found = new Map<GroupId, Entry[]>();
  for (const entry of entries) found.set(entry.groupId, [...(found.get(entry.groupId) ?? []), entry]);
  return found;
}
