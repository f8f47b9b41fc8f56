/** The store in memory: what the work is kept in where nothing can be written, lost on reload. */
import type { GroupId, QuestionHash, RecipeHash, RunId } from '../base/id.ts';
import { without } from '../base/without.ts';
import { withEvidence } from '../group/evidence.ts';
import type { Group } from '../group/group.ts';
import { createFaultBell } from './bell.ts';
import type { FaultBell } from './bell.ts';
import type { Removed, RunRecord, Store } from './store.ts';
import { newestFirst, summaryOf } from './summary.ts';

export interface MemoryStore extends Store {
  readonly kind: 'memory';
  has(id: GroupId): boolean;
  /** Lets go of a group that is kept elsewhere. */
  forget(id: GroupId): void;
}

export function createMemoryStore(bell: FaultBell = createFaultBell()): MemoryStore {
  const runs = new Map<RunId, RunRecord>();
  const groups = new Map<GroupId, Group>();

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
    finishGroup: (id, status, evaluation, faults) =>
      change(id, (before) => {
        const group = { ...without(before, 'evaluation'), status, faults };
        return evaluation === null ? group : { ...group, evaluation };
      }),
    group: (id) => Promise.resolve(groups.get(id) ?? null),
    findGroup: (recipe, question, fits = () => true) =>
      Promise.resolve(
        work(recipe, question).find((group) => group.status === 'done' && fits(group)) ?? null,
      ),
    findUnfinished: (recipe, question, fits = () => true) =>
      Promise.resolve(
        work(recipe, question).find((group) => group.status !== 'done' && fits(group)) ?? null,
      ),
    list: (limit) => Promise.resolve(sorted(() => true).slice(0, limit).map(summaryOf)),
    runs: () => Promise.resolve([...runs.values()].sort(newestFirst)),
    groupsOf: (run) => Promise.resolve(sorted((group) => group.runId === run)),
    remove(what) {
      const gone = sorted(
        (group) =>
          what === 'everything' ||
          ('group' in what ? group.id === what.group : group.runId === what.run),
      );
      for (const group of gone) groups.delete(group.id);
      const left = new Set([...groups.values()].map((group) => group.runId));
      const emptied = [...runs.values()].filter((run) => {
        if (what === 'everything') return true;
        if ('run' in what) return run.id === what.run;
        return gone.some((group) => group.runId === run.id) && !left.has(run.id);
      });
      for (const run of emptied) runs.delete(run.id);
      return Promise.resolve<Removed>({ runs: emptied, groups: gone });
    },
    restore(removed) {
      for (const run of removed.runs) runs.set(run.id, run);
      for (const group of removed.groups) groups.set(group.id, group);
      return Promise.resolve();
    },
    close() {},
  };
}
