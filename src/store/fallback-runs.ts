/** The fallback store's part for plans, entries and sets; what it keeps to is said in fallback.ts. */
import type { GroupId, RunId } from '../base/id.ts';
import type { Entry, Missed } from '../group/plan.ts';
import { StoreError } from './connection.ts';
import type { MemoryStore } from './memory.ts';
import type { PlanSummary, QuestionSet, Store } from './store.ts';
import { newestFirst } from './summary.ts';

export interface FallbackParts {
  readonly first: Store;
  readonly memory: MemoryStore;
  /** Whether the first store has it; false from the first failure on. */
  keep(write: () => Promise<unknown>): Promise<boolean>;
  readFirst<T>(read: () => Promise<T>, without: T): Promise<T>;
  /** What the first store gives; after a failure memory lies over it. */
  look<T>(read: (store: Store) => Promise<T>, without: T, merge: (below: T, above: T) => T): Promise<T>;
  /** Brings a group that only the first store knows to where it can be changed. */
  lift(id: GroupId): Promise<void>;
  isHidden(id: string): boolean;
  hide(id: string): void;
  hasFailed(): boolean;
  giveUp(error: unknown): void;
}

type Runs = Pick<
  Store,
  | ('putPlan' | 'plan' | 'plans' | 'putEntry' | 'putMissed' | 'entriesOf' | 'missedOf')
  | ('renameRun' | 'putSet' | 'sets' | 'itemsOf' | 'removeSet')
>;

export interface FallbackRuns {
  readonly runs: Runs;
  /** Brings a run that only the first store knows to where it can be changed: its entries stay below. */
  liftRun(id: RunId): Promise<void>;
}

export function createFallbackRuns(parts: FallbackParts): FallbackRuns {
  const { first, memory, keep, readFirst, look, lift, isHidden } = parts;

  const liftRun = async (id: RunId): Promise<void> => {
    if (isHidden(id)) return;
    const own = (await memory.runs()).some((run) => run.id === id);
    const run = own ? undefined : (await readFirst(() => first.runs(), [])).find((one) => one.id === id);
    if (run !== undefined) await memory.putRun(run);
    if (memory.hasPlan(id)) return;
    const plan = await readFirst(() => first.plan(id), null);
    const record = (await memory.runs()).find((one) => one.id === id);
    if (plan !== null && record !== undefined) await memory.putPlan(record, plan);
  };
  const overlay = <T extends Entry | Missed>(below: readonly T[], above: readonly T[]): T[] => {
    const places = new Set(above.map(({ index }) => index));
    const seen = below.filter(
      (one) =>
        !places.has(one.index) &&
        !isHidden(one.runId) &&
        !('groupId' in one && isHidden(one.groupId)),
    );
    return [...seen, ...above].sort((a, b) => a.index - b.index);
  };
  const overlayPlans = (
    below: readonly PlanSummary[],
    above: readonly PlanSummary[],
  ): PlanSummary[] => {
    const over = new Map(above.map((plan) => [plan.runId, plan]));
    const seen = below.filter(({ runId }) => !isHidden(runId));
    const under = new Map(seen.map((plan) => [plan.runId, plan]));
    const rest = above.filter(({ runId }) => !under.has(runId));
    return [
      ...seen.map((plan) => {
        const { done = 0, missed = 0 } = over.get(plan.runId) ?? {};
        return { ...plan, done: plan.done + done, missed: plan.missed + missed };
      }),
      ...rest,
    ];
  };
  const overlaySets = (below: QuestionSet[], above: QuestionSet[]): QuestionSet[] =>
    [...below.filter(({ id }) => !isHidden(id)), ...above].sort(newestFirst);

  const runs: Runs = {
    async putPlan(run, plan) {
      if (!(await keep(() => first.putPlan(run, plan)))) await memory.putPlan(run, plan);
    },
    plan: (run) =>
      look((store) => store.plan(run), null, (below, above) => above ?? (isHidden(run) ? null : below)),
    plans: () => look<PlanSummary[]>((store) => store.plans(), [], overlayPlans),
    async putEntry(entry) {
      if (await keep(() => first.putEntry(entry))) return;
      await liftRun(entry.runId);
      await lift(entry.groupId);
      await memory.putEntry(entry);
    },
    async putMissed(missed) {
      if (await keep(() => first.putMissed(missed))) return;
      await liftRun(missed.runId);
      await memory.putMissed(missed);
    },
    entriesOf: (run) => look<Entry[]>((store) => store.entriesOf(run), [], overlay),
    async missedOf(run) {
      const missed = await look<Missed[]>((store) => store.missedOf(run), [], overlay);
      if (!parts.hasFailed() || missed.length === 0) return missed;
      const done = new Set((await memory.entriesOf(run)).map(({ index }) => index));
      return missed.filter(({ index }) => !done.has(index));
    },
    async renameRun(run, name) {
      if (await keep(() => first.renameRun(run, name))) return;
      await liftRun(run);
      await memory.renameRun(run, name);
    },
    async putSet(set, items) {
      if (parts.hasFailed()) return memory.putSet(set, items);
      try {
        return await first.putSet(set, items);
      } catch (error) {
        // What has no room is one set; what is smaller may have some.
        if (error instanceof StoreError && error.fault.kind === 'storage-full') return error.fault;
        parts.giveUp(error);
        return memory.putSet(set, items);
      }
    },
    sets: () => look<QuestionSet[]>((store) => store.sets(), [], overlaySets),
    itemsOf: (set) =>
      look((store) => store.itemsOf(set), [], (below, above) =>
        above.length > 0 || isHidden(set) ? above : below,
      ),
    async removeSet(set) {
      await memory.removeSet(set);
      if (!(await keep(() => first.removeSet(set)))) parts.hide(set);
    },
  };
  return { runs, liftRun };
}
