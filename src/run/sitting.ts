/**
 * One sitting of a run: the questions of its plan that have no entry yet, from taking it up to its end, a
 * pause, or what ends it. Each question that is done has its entry written as its group ends.
 */
import { isEngineDown } from '../base/engine-down.ts';
import type { Fault } from '../base/fault.ts';
import { hashRecipe } from '../group/recipe.ts';
import type { Group } from '../group/group.ts';
import { outcomeOf } from '../group/outcome.ts';
import type { Outcome } from '../group/outcome.ts';
import type { Entry, Plan } from '../group/plan.ts';
import type { Recipe } from '../group/recipe.ts';
import type { Question } from '../question/question.ts';
import { countSampled } from './count-sampled.ts';
import type { Crew, Crews } from './crew.ts';
import type { RunEvent } from './event.ts';
import { runExperiment } from './experiment.ts';
import type { ExperimentEvent, ExperimentPlan } from './experiment.ts';
import { isBroken } from './group.ts';
import type { ExperimentOptions } from './lab.ts';
import type { RunHolds } from './locks.ts';
import type { Models } from './models.ts';
import { prepare } from './prepare.ts';
import { makeReport } from './report.ts';
import type { Report } from './report.ts';
import type { Room } from './room.ts';
import type { RunStore } from './run-store.ts';
import { shareLocks } from './shared-locks.ts';

export interface Sitting {
  readonly plan: Plan;
  readonly runName: string;
  /** Of earlier sittings. */
  readonly entries: readonly Entry[];
  readonly crew: Crew;
  readonly store: RunStore;
  readonly room: Room;
  /** Whether the disk has had no room for what this sitting wrote. */
  isDiskFull(): boolean;
  readonly fresh: boolean;
  readonly onGroup?: ExperimentOptions['onGroup'];
}

export interface SittingParts {
  readonly models: Models;
  readonly crews: Crews;
  readonly locks: RunHolds;
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number;
  emit(event: RunEvent): void;
}

/** Resolves to the report over all entries, of this sitting and of those before. */
export async function sit(
  sitting: Sitting,
  { models, crews, locks, clock, emit }: SittingParts,
  signal: AbortSignal,
): Promise<Report> {
  const { plan, crew, store, room } = sitting;
  const { runId, items } = plan;
  const outcomes = new Map<number, Outcome>(
    sitting.entries.map(({ index, outcome }) => [index, outcome]),
  );
  const todo = items.flatMap((_, index) => (outcomes.has(index) ? [] : [index]));
  const total = items.length;
  let missed = 0;
  /** Questions that have not ended: those that an earlier sitting has missed are tried again. */
  const left = (): number => total - outcomes.size - missed;
  const started = clock();
  const sampling = countSampled();
  let sampled = 0;
  const progress = (): void => {
    const each = (clock() - started) / 1000 / sampled;
    const secondsLeft = sampled === 0 ? {} : { secondsLeft: each * left() };
    emit({ kind: 'run-progress', runId, done: outcomes.size, missed, total, ...secondsLeft });
  };
  const { runName, fresh } = sitting;
  const own = { runId, runName, runHeld: true, fresh };
  const recipeOf = ({ kind }: Question): Recipe => plan.recipes[kind] as Recipe;
  const hashes = new Map<Recipe, ReturnType<typeof hashRecipe>>();
  const holds = shareLocks(locks);

  const work: ExperimentPlan = {
    questions: todo.map((index) => (items[index] as Plan['items'][number]).question),
    tools: crew.tools,
    mayBegin: () => room.shortage(left()),
    prepare: async (question, goOn) => {
      // The judge of the question before may have the turn. Without one nothing made room, and an
      // engine that is down is not to be tried again for every question.
      if (models.hasJudge()) await models.ready();
      const recipe = recipeOf(question);
      const hash = hashes.get(recipe) ?? hashRecipe(recipe);
      hashes.set(recipe, hash);
      const base = await crews.workOf(crew, recipe, { ...own, goOn });
      return prepare(question, { ...base, locks: holds, recipeHash: await hash });
    },
    revive: () => crews.revive(),
    lanes: models.hasJudge() ? 1 : 2,
  };

  const end = async (index: number, event: Ended): Promise<void> => {
    const { group, cached } = event;
    // What another tab has taken over ends there.
    if (!store.mayWrite()) return;
    if (group !== null && !cached) room.note(group);
    if (group?.status === 'done' && group.evaluation !== undefined) {
      const outcome = outcomeOf({ ...group, evaluation: group.evaluation });
      const entry: Entry = { runId, index, groupId: group.id, outcome };
      outcomes.set(index, outcome);
      await store.putEntry(entry);
      emit({ kind: 'entry', entry });
      if (!cached) sampled += 1;
    } else {
      const fault = whyMissed(event);
      // It may be done yet: by going on, or by an engine that works.
      if (fault === null) return;
      await store.putMissed({ runId, index, fault });
      missed += 1;
    }
    progress();
  };

  progress();
  for await (const event of runExperiment(work, signal)) {
    if (event.kind !== 'question-done') {
      sampling.take(event);
      emit(event);
      continue;
    }
    const index = todo[event.index] as number;
    if (event.group !== null) sitting.onGroup?.(index, event.group);
    await end(index, event);
    const isDown = event.group !== null && isBroken(event.group) && event.fault === undefined;
    if (isDown && !signal.aborted) models.giveUp();
  }
  if (sitting.isDiskFull()) emit({ kind: 'fault', fault: await room.fault(left()) });
  const seconds = (clock() - started) / 1000;
  const all = items.flatMap((_, index) => outcomes.get(index) ?? []);
  return makeReport(recipeOf((items[0] as Plan['items'][number]).question), all, {
    tokens: sampling.tokens,
    seconds,
  });
}

type Ended = Extract<ExperimentEvent, { readonly kind: 'question-done' }>;

/** Why the question has no outcome, where trying again would hardly give it one. */
function whyMissed({ group, fault }: Ended): Fault | null {
  if (group !== null) {
    if (fault !== undefined) return fault;
    return group.status === 'failed' && !isBroken(group) ? failureOf(group) : null;
  }
  const mayPass = fault === undefined || isEngineDown(fault) || fault.kind === 'run-locked';
  return mayPass ? null : fault;
}

const failureOf = ({ faults }: Group): Fault =>
  faults.at(-1) ?? { kind: 'no-rollouts', reason: 'the group ended without a synthesis' };
