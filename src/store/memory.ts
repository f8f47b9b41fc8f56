/** The store in memory: what the work is kept in where nothing can be written, lost on reload. */
import type { GroupId, QuestionHash, RecipeHash, RunId } from '../base/id.ts';
import { ok } from '../base/result.ts';
import { without } from '../base/without.ts';
import { withEvidence } from '../group/evidence.ts';
import type { Group } from '../group/group.ts';
import type { SetItem } from '../question/set/item.ts';
import { createFaultBell } from './bell.ts';
import type { FaultBell } from './bell.ts';
import { outcomeOf } from '../group/outcome.ts';
import { createMemoryRuns } from './memory-runs.ts';
import { mergeInMemory } from './merge-memory.ts';
import { NOTHING_REMOVED } from './store.ts';
import type { QuestionSet, Removed, RunRecord, Store } from './store.ts';
import { newestFirst, summaryOf } from './summary.ts';

export interface MemoryStore extends Store {
  readonly kind: 'memory';
  has(id: GroupId): boolean;
  hasPlan(run: RunId): boolean;
  /** All that is here but sets, in the form in which another store takes it. */
  all(): Removed;
  allSets(): readonly { readonly set: QuestionSet; readonly items: readonly SetItem[] }[];
  /** It is all kept elsewhere now: lets go of it but for groups at work. */
  settle(): void;
  /** Lets go of a group that is kept elsewhere. */
  forget(id: GroupId): void;
}

export function createMemoryStore(bell: FaultBell = createFaultBell()): MemoryStore {
  const runs = new Map<RunId, RunRecord>();
  const groups = new Map<GroupId, Group>();

  const kept = createMemoryRuns(runs, (id) => groups.has(id));

  const sorted = (keep: (group: Group) => boolean): Group[] =>
    [...groups.values()].filter(keep).sort(newestFirst);
  const work = (recipe: RecipeHash, question: QuestionHash): Group[] =>
    sorted((group) => group.recipeHash === recipe && group.questionHash === question);
  const change = (id: GroupId, changed: (group: Group) => Group): Promise<void> => {
    const group = groups.get(id);
    if (group !== undefined) groups.set(id, changed(group));
    return Promise.resolve();
  };

  return {
    kind: 'memory',
    onFault: (listener) => bell.listen(listener),
    has: (id) => groups.has(id),
    hasPlan: (run) => kept.has(run),
    all: () => ({
      ...NOTHING_REMOVED,
      ...kept.all(),
      runs: [...runs.values()],
      groups: [...groups.values()],
    }),
    allSets: () => kept.allSets(),
    settle() {
      runs.clear();
      kept.clear();
      for (const { id, status } of groups.values()) if (status !== 'running') groups.delete(id);
    },
    forget: (id) => void groups.delete(id),
    putRun(run) {
      runs.set(run.id, run);
      return Promise.resolve();
    },
    putGroup(group) {
      groups.set(group.id, group);
      return Promise.resolve();
    },
    putRollout: (id, rollout) =>
      change(id, (group) => ({
        ...group,
        rollouts: [...group.rollouts.filter((one) => one.index !== rollout.index), rollout].sort(
          (a, b) => a.index - b.index,
        ),
      })),
    putSynthesis: (id, synthesis) => change(id, (group) => ({ ...group, synthesis })),
    putEvidence: (id, evidence) =>
      change(id, (group) => ({ ...group, evidence: withEvidence(group.evidence, evidence) })),
    finishGroup(id, status, evaluation, faults) {
      const before = groups.get(id);
      if (before === undefined) return Promise.resolve([]);
      const group = { ...without(before, 'evaluation'), status, faults };
      groups.set(id, evaluation === null ? group : { ...group, evaluation });
      if (evaluation === null) return Promise.resolve([]);
      const entries = kept.entriesOfGroup(id).map((entry) => ({
        ...entry,
        outcome: outcomeOf({ ...group, evaluation }),
      }));
      for (const entry of entries) kept.put(entry);
      return Promise.resolve(entries);
    },
    group: (id) => Promise.resolve(groups.get(id) ?? null),
    findGroup: (recipe, question, fits = () => true) =>
      Promise.resolve(
        work(recipe, question).find((group) => group.status === 'done' && fits(group)) ?? null,
      ),
    findUnfinished: (recipe, question, fits = () => true) =>
      Promise.resolve(
        work(recipe, question).find((group) => group.status !== 'done' && fits(group)) ?? null,
      ),
    list(limit, of = 'all') {
      const found = sorted(({ runId }) => of === 'all' || !kept.has(runId));
      return Promise.resolve(found.slice(0, limit).map(summaryOf));
    },
    runs: () => Promise.resolve([...runs.values()].sort(newestFirst)),
    groupsOf: (run) => Promise.resolve(sorted((group) => group.runId === run)),
    remove(what) {
      const plans =
        what === 'everything' ? kept.remove() : 'run' in what ? kept.remove(what.run) : null;
      const handed: Removed['handed'][number][] = [];
      const found = sorted((group) => {
        if (what === 'everything') return true;
        return 'group' in what ? group.id === what.group : group.runId === what.run;
      });
      const gone = found.filter((group) => {
        const [needed] = 'everything' === what || 'group' in what ? [] : kept.entriesOfGroup(group.id);
        if (needed === undefined) return true;
        handed.push({ id: group.id, runId: group.runId });
        groups.set(group.id, { ...group, runId: needed.runId });
        return false;
      });
      const entries = gone.flatMap((group) => kept.removeEntries(group.id));
      for (const group of gone) groups.delete(group.id);
      const left = new Set([...groups.values()].map((group) => group.runId));
      const emptied = [...runs.values()].filter((run) => {
        if (what === 'everything') return true;
        if ('run' in what) return run.id === what.run;
        return gone.some(({ runId }) => runId === run.id) && !left.has(run.id) && !kept.has(run.id);
      });
      for (const run of emptied) runs.delete(run.id);
      const removed = { ...NOTHING_REMOVED, entries, ...plans, runs: emptied, groups: gone, handed };
      return Promise.resolve(removed);
    },
    restore(removed) {
      for (const run of removed.runs) runs.set(run.id, run);
      for (const group of removed.groups) groups.set(group.id, group);
      for (const { id, runId } of removed.handed) {
        const group = groups.get(id);
        if (group !== undefined) groups.set(id, { ...group, runId });
      }
      for (const plan of removed.plans) if (runs.has(plan.runId)) kept.restore(plan);
      for (const entry of removed.entries) kept.put(entry);
      for (const missed of removed.missed) kept.putMissed(missed);
      return Promise.resolve();
    },
    ...kept.parts,
    async merge(pieces) {
      return ok(await mergeInMemory(this, pieces));
    },
    regain: () => Promise.resolve(null),
    close() {},
  };
}
