/** The runs that are kept here and what came of them: read from the store alone, before there is a lab. */
import type { RunId } from '../base/id.ts';
import type { Store } from '../store/store.ts';
import type { ExperimentSummary, RunEntries } from './experiments.ts';
import type { RunLocks } from './locks.ts';

/** Newest first. `here` is the run that this page works on. */
export async function listRuns(
  store: Pick<Store, 'plans' | 'runs'>,
  locks: Pick<RunLocks, 'held' | 'own'>,
  here: RunId | null,
): Promise<ExperimentSummary[]> {
  const [plans, runs, held] = await Promise.all([store.plans(), store.runs(), locks.held()]);
  const own = locks.own();
  return runs.flatMap((run): ExperimentSummary[] => {
    const plan = plans.find(({ runId }) => runId === run.id);
    if (plan === undefined) return [];
    const { set, recipes, planned, done, missed } = plan;
    const ended = done + missed >= planned ? 'done' : 'paused';
    const isElsewhere = held.has(run.id) && !own.has(run.id);
    const state = here === run.id ? 'here' : isElsewhere ? 'elsewhere' : ended;
    return [{ run, set, recipes, planned, done, missed, state }];
  });
}

/** Null where there is no such run. */
export async function readRun(
  store: Pick<Store, 'plan' | 'entriesOf' | 'missedOf'>,
  run: RunId,
): Promise<RunEntries | null> {
  const [plan, entries, missed] = await Promise.all([
    store.plan(run),
    store.entriesOf(run),
    store.missedOf(run),
  ]);
  return plan === null ? null : { plan, entries, missed };
}
