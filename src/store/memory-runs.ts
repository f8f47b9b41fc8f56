/** Plans, entries and sets of the store in memory. */
import type { GroupId, RunId, SetId } from '../base/id.ts';
import type { Entry, Missed, Plan } from '../group/plan.ts';
import type { SetItem } from '../question/set/item.ts';
import type { PlanSummary, QuestionSet, Removed, RunRecord, Store } from './store.ts';
import { newestFirst } from './summary.ts';

interface Kept {
  readonly plan: Plan;
  readonly entries: Map<number, Entry>;
  readonly missed: Map<number, Missed>;
}

export interface MemoryRuns {
  readonly parts: Pick<
    Store,
    | ('putPlan' | 'plan' | 'plans' | 'putEntry' | 'putMissed' | 'entriesOf' | 'missedOf')
    | ('renameRun' | 'putSet' | 'sets' | 'itemsOf' | 'removeSet')
  >;
  has(run: RunId): boolean;
  /** A plan that is there stays as it is. */
  restore(plan: Plan): void;
  put(entry: Entry): void;
  putMissed(missed: Missed): void;
  entriesOfGroup(group: GroupId): Entry[];
  removeEntries(group: GroupId): Entry[];
  /** Of one run, or of all. */
  remove(run?: RunId): KeptParts;
  all(): KeptParts;
  allSets(): readonly KeptSet[];
  clear(): void;
}

interface KeptSet {
  readonly set: QuestionSet;
  readonly items: readonly SetItem[];
}

type KeptParts = Pick<Removed, 'plans' | 'entries' | 'missed'>;

export function createMemoryRuns(
  runs: Map<RunId, RunRecord>,
  hasGroup: (id: GroupId) => boolean,
): MemoryRuns {
  const plans = new Map<RunId, Kept>();
  const sets = new Map<SetId, KeptSet>();

  const put = (entry: Entry): void => {
    const kept = plans.get(entry.runId);
    kept?.entries.set(entry.index, entry);
    kept?.missed.delete(entry.index);
  };
  const putMissed = (missed: Missed): void => {
    const kept = plans.get(missed.runId);
    if (kept?.entries.has(missed.index) === false) kept.missed.set(missed.index, missed);
  };
  const entriesOfGroup = (group: GroupId): Entry[] =>
    [...plans.values()].flatMap(({ entries }) =>
      [...entries.values()].filter((entry) => entry.groupId === group),
    );
  const begin = (plan: Plan): void => {
    plans.set(plan.runId, { plan, entries: new Map(), missed: new Map() });
  };

  return {
    parts: {
      putPlan(run, plan) {
        runs.set(run.id, run);
        begin(plan);
        return Promise.resolve();
      },
      plan: (run) => Promise.resolve(plans.get(run)?.plan ?? null),
      plans: () => Promise.resolve([...plans.values()].map(summaryOf)),
      putEntry(entry) {
        if (hasGroup(entry.groupId)) put(entry);
        return Promise.resolve();
      },
      putMissed(missed) {
        putMissed(missed);
        return Promise.resolve();
      },
      entriesOf: (run) => Promise.resolve(byIndex(plans.get(run)?.entries)),
      missedOf: (run) => Promise.resolve(byIndex(plans.get(run)?.missed)),
      renameRun(id, name) {
        const run = runs.get(id);
        if (run !== undefined) runs.set(id, { ...run, name });
        return Promise.resolve();
      },
      putSet(set, items) {
        sets.set(set.id, { set, items });
        return Promise.resolve(null);
      },
      sets: () => Promise.resolve([...sets.values()].map(({ set }) => set).sort(newestFirst)),
      itemsOf: (set) => Promise.resolve(sets.get(set)?.items ?? []),
      removeSet(set) {
        sets.delete(set);
        return Promise.resolve();
      },
    },
    has: (run) => plans.has(run),
    restore(plan) {
      if (!plans.has(plan.runId)) begin(plan);
    },
    put,
    putMissed,
    entriesOfGroup,
    removeEntries(group) {
      const gone = entriesOfGroup(group);
      for (const { runId, index } of gone) plans.get(runId)?.entries.delete(index);
      return gone;
    },
    remove(run) {
      const gone = [...plans.values()].filter(({ plan }) => run === undefined || plan.runId === run);
      for (const { plan } of gone) plans.delete(plan.runId);
      return partsOf(gone);
    },
    all: () => partsOf([...plans.values()]),
    allSets: () => [...sets.values()],
    clear() {
      plans.clear();
      sets.clear();
    },
  };
}

const partsOf = (all: readonly Kept[]): KeptParts => ({
  plans: all.map(({ plan }) => plan),
  entries: all.flatMap(({ entries }) => byIndex(entries)),
  missed: all.flatMap(({ missed }) => byIndex(missed)),
});

function summaryOf({ plan, entries, missed }: Kept): PlanSummary {
  const { runId, set, recipes, items } = plan;
  return { runId, set, recipes, planned: items.length, done: entries.size, missed: missed.size };
}

const byIndex = <T extends { readonly index: number }>(all: ReadonlyMap<number, T> | undefined): T[] =>
  [...(all?.values() ?? [])].sort((a, b) => a.index - b.index);
