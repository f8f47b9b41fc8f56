/**
 * The store as a run writes to it: nothing any more once the run was taken over, since another tab works
 * on the same groups; and it is told at once where the disk no longer keeps what is written.
 */
import type { Store } from '../store/store.ts';
import type { GroupStore } from './tools.ts';

export interface RunStore
  extends GroupStore, Pick<Store, 'putPlan' | 'putEntry' | 'putMissed'> {
  /** Whether what is written still goes into the store. */
  mayWrite(): boolean;
}

/** `onWrite` is called after each write. */
export function createRunStore(
  store: Store,
  { mayWrite, onWrite }: Pick<RunStore, 'mayWrite'> & { onWrite(): void },
): RunStore {
  const guarded =
    <A extends unknown[], R>(write: (...all: A) => Promise<R>, skipped: R) =>
    async (...all: A): Promise<R> => {
      if (!mayWrite()) return skipped;
      const result = await write(...all);
      onWrite();
      return result;
    };
  return {
    mayWrite,
    group: (id) => store.group(id),
    findGroup: (recipe, question, fits) => store.findGroup(recipe, question, fits),
    findUnfinished: (recipe, question, fits) => store.findUnfinished(recipe, question, fits),
    putRun: guarded((run) => store.putRun(run), undefined),
    putGroup: guarded((group) => store.putGroup(group), undefined),
    putRollout: guarded((id, rollout) => store.putRollout(id, rollout), undefined),
    putSynthesis: guarded((id, synthesis) => store.putSynthesis(id, synthesis), undefined),
    putEvidence: guarded((id, evidence) => store.putEvidence(id, evidence), undefined),
    finishGroup: guarded(
      (id, status, evaluation, faults) => store.finishGroup(id, status, evaluation, faults),
      [],
    ),
    putPlan: guarded((run, plan) => store.putPlan(run, plan), undefined),
    putEntry: guarded((entry) => store.putEntry(entry), undefined),
    putMissed: guarded((missed) => store.putMissed(missed), undefined),
  };
}
