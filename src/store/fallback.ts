/**
 * A store that cannot fail: it writes to the first store as long as that keeps what it is given,
 * and goes on in memory from the moment it does not, telling why once.
 *
 * Groups at work are held in memory as well until they are finished, so that at that moment
 * nothing of them is lost to the page, whatever the first store still gives back. After it, memory
 * lies over what can still be read: a full disk still shows its history.
 *
 * Work of many questions does not go on in memory for want of room (docs/decisions/0009): a run
 * watches `kind` and stops. Where room was made, `regain` writes there what lies in memory.
 */
import type { Fault } from '../base/fault.ts';
import type { GroupId } from '../base/id.ts';
import { failed, ok } from '../base/result.ts';
import type { Group } from '../group/group.ts';
import type { Entry } from '../group/plan.ts';
import { isBehind } from './behind.ts';
import type { FaultBell } from './bell.ts';
import { StoreError } from './connection.ts';
import { createFallbackRemove } from './fallback-remove.ts';
import { createFallbackRuns } from './fallback-runs.ts';
import type { FallbackParts } from './fallback-runs.ts';
import { createMemoryStore } from './memory.ts';
import { mergeInMemory } from './merge-memory.ts';
import type { GroupSummary, Removed, RunRecord, Store } from './store.ts';
import { newestFirst } from './summary.ts';

export function createFallbackStore(first: Store, bell: FaultBell): Store {
  const memory = createMemoryStore(bell);
  let failure: Fault | null = null;
  /** Removed after the failure, though the first store may still give them back. */
  const hidden = new Set<string>();

  const giveUp = (error: unknown): void => {
    if (!(error instanceof StoreError)) throw error;
    if (failure === null) bell.tell(error.fault);
    failure = error.fault;
  };
  /** Whether the first store has it. */
  const keep = async (write: () => Promise<unknown>): Promise<boolean> => {
    if (failure !== null) return false;
    try {
      await write();
      return true;
    } catch (error) {
      giveUp(error);
      return false;
    }
  };
  const readFirst = async <T>(read: () => Promise<T>, without: T): Promise<T> => {
    try {
      return await read();
    } catch (error) {
      giveUp(error);
      return without;
    }
  };
  /** Brings a group that only the first store knows to where it can be changed. */
  const lift = async (id: GroupId): Promise<void> => {
    if (memory.has(id) || hidden.has(id)) return;
    const group = await readFirst(() => first.group(id), null);
    if (group !== null && !memory.has(id)) await memory.putGroup(group);
  };
  /** A change of a group: in memory where it is at work, and in the first store as long as it can. */
  const change = async (id: GroupId, act: (store: Store) => Promise<unknown>): Promise<boolean> => {
    if (memory.has(id)) await act(memory);
    if (await keep(() => act(first))) return true;
    if (!memory.has(id)) {
      await lift(id);
      await act(memory);
    }
    return false;
  };
  const overlay = <T extends { readonly id: string; readonly createdAt: number }>(
    below: readonly T[],
    above: readonly T[],
  ): T[] => {
    const ids = new Set(above.map((one) => one.id));
    return [...above, ...below.filter((one) => !ids.has(one.id) && !hidden.has(one.id))].sort(
      newestFirst,
    );
  };
  const newest = (below: Group | null, above: Group | null): Group | null => {
    const seen = below !== null && !memory.has(below.id) ? [below] : [];
    return overlay(seen, above === null ? [] : [above])[0] ?? null;
  };
  /** What the first store gives; after a failure memory lies over it. */
  const look = async <T>(
    read: (store: Store) => Promise<T>,
    without: T,
    merge: (below: T, above: T) => T,
  ): Promise<T> => {
    const below = await readFirst(() => read(first), without);
    return failure === null && hidden.size === 0 ? below : merge(below, await read(memory));
  };
  const parts: FallbackParts = {
    ...{ first, memory, keep, readFirst, look, lift, giveUp },
    isHidden: (id) => hidden.has(id),
    hide: (id) => void hidden.add(id),
    hasFailed: () => failure !== null,
  };
  const { runs: runParts, liftRun } = createFallbackRuns(parts);

  /** But for groups with which another tab, which took their run over, has come further since. */
  const writeBack = async (lying: Removed): Promise<void> => {
    const groups: Group[] = [];
    for (const group of lying.groups) {
      const shared = await first.group(group.id);
      if (shared !== null && isBehind(group, shared)) memory.forget(group.id);
      else groups.push(group);
    }
    await first.restore({ ...lying, groups });
    for (const { id, status, evaluation, faults } of groups) {
      if (status === 'running' || evaluation === undefined) continue;
      // Its entries may lie there alone, and are of before it was changed in memory.
      await first.finishGroup(id, status, evaluation, faults);
    }
    for (const { set, items } of memory.allSets()) await first.putSet(set, items);
  };

  const regain = async (): Promise<Fault | null> => {
    if (failure?.kind !== 'storage-full') return failure;
    try {
      // Work goes on meanwhile, in memory alone: until nothing has come that was not written.
      let written: Removed;
      do {
        written = memory.all();
        await writeBack(written);
      } while (!holds(written, memory.all()));
    } catch (error) {
      giveUp(error);
      return failure;
    }
    bell.forget(failure);
    failure = null;
    memory.settle();
    return null;
  };

  const removeParts = createFallbackRemove({
    ...parts,
    unhide: (id) => void hidden.delete(id),
    liftRun,
    regain,
  });

  return {
    get kind() {
      return failure === null ? first.kind : 'memory';
    },
    onFault: (listener) => bell.listen(listener),
    async putRun(run) {
      if (!(await keep(() => first.putRun(run)))) await memory.putRun(run);
    },
    async putGroup(group) {
      hidden.delete(group.id);
      await memory.putGroup(group);
      const kept = await keep(() => first.putGroup(group));
      if (kept && group.status !== 'running') memory.forget(group.id);
    },
    async putRollout(id, rollout) {
      await change(id, (store) => store.putRollout(id, rollout));
    },
    async putSynthesis(id, synthesis) {
      await change(id, (store) => store.putSynthesis(id, synthesis));
    },
    async putEvidence(id, evidence) {
      await change(id, (store) => store.putEvidence(id, evidence));
    },
    async finishGroup(id, status, evaluation, faults) {
      let entries: readonly Entry[] = [];
      const kept = await change(id, async (store) => {
        const renewed = await store.finishGroup(id, status, evaluation, faults);
        if (renewed.length > 0) entries = renewed;
      });
      if (kept) memory.forget(id);
      return entries;
    },
    group: (id) =>
      look((store) => store.group(id), null, (below, above) =>
        above ?? (below === null || hidden.has(below.id) ? null : below),
      ),
    findGroup: (recipe, question, fits) =>
      look((store) => store.findGroup(recipe, question, fits), null, newest),
    findUnfinished: (recipe, question, fits) =>
      look((store) => store.findUnfinished(recipe, question, fits), null, newest),
    async list(limit, of) {
      // Hidden and doubled ones fall out of the list, so that many more are asked for.
      const asked =
        limit === 0 || failure === null ? limit : limit + hidden.size + (await memory.list(limit, of)).length;
      const all = await look<GroupSummary[]>((store) => store.list(asked, of), [], overlay);
      return all.slice(0, limit);
    },
    runs: () => look<RunRecord[]>((store) => store.runs(), [], overlay),
    groupsOf: (run) => look<Group[]>((store) => store.groupsOf(run), [], overlay),
    ...runParts,
    ...removeParts,
    regain,
    async merge(pieces) {
      if (failure !== null) return ok(await mergeInMemory(this, pieces));
      try {
        return await first.merge(pieces);
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        // What has no room is one file; the work that goes on may have some.
        if (error.fault.kind !== 'storage-full') giveUp(error);
        return failed(error.fault);
      }
    },
    close: () => first.close(),
  };
}

/** Whether `some` are among `all`: the very records, since a change makes a new one. */
function holds(all: Removed, some: Removed): boolean {
  const known = new Set<unknown>([...all.runs, ...all.groups, ...all.plans, ...all.entries, ...all.missed]);
  return [...some.runs, ...some.groups, ...some.plans, ...some.entries, ...some.missed].every((one) =>
    known.has(one),
  );
}
