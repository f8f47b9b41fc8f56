/** The lab's part for many questions over the store: see experiments.ts for what it promises. */
import type { Fault } from '../base/fault.ts';
import { newRunId, newSetId } from '../base/id.ts';
import type { RunId } from '../base/id.ts';
import type { LoadedModel } from '../engine/model.ts';
import type { Entry, Plan } from '../group/plan.ts';
import { isSameRole } from '../group/recipe.ts';
import type { Recipe, Role } from '../group/recipe.ts';
import type { Question } from '../question/question.ts';
import type { SetItem } from '../question/set/item.ts';
import type { RunRecord, Store } from '../store/store.ts';
import { kindsOf } from './crew.ts';
import type { Crew, Crews, Now } from './crew.ts';
import { hasRoom, watchDisk } from './disk.ts';
import { estimateOf } from './estimate.ts';
import type { Sized } from './estimate.ts';
import { estimateScale } from './estimate-scale.ts';
import type { RunEvent } from './event.ts';
import type { Exclusive } from './exclusive.ts';
import type { Experiments, PromptsByKind } from './experiments.ts';
import { listRuns, readRun } from './kept-runs.ts';
import type { ExperimentOptions, Lab, Part } from './lab.ts';
import type { RunLocks } from './locks.ts';
import type { Models } from './models.ts';
import { makeRecipe, roleOf } from './recipe.ts';
import type { Report } from './report.ts';
import { createRoom, freeOf } from './room.ts';
import type { StorageNumbers } from './room.ts';
import { createRunStore } from './run-store.ts';
import type { RunStore } from './run-store.ts';
import { sit } from './sitting.ts';
import type { Settings } from './settings.ts';

export interface ExperimentParts {
  readonly store: Store;
  readonly locks: RunLocks;
  readonly models: Models;
  readonly crews: Crews;
  readonly work: Exclusive;
  readonly now: Now;
  readonly clock: () => number;
  readonly storage: StorageNumbers | undefined;
  emit(event: RunEvent): void;
  tell(fault: Fault): null;
}

/** Of a run that is taken up: what a sitting of it needs beside its plan. */
interface Held {
  readonly store: RunStore;
  readonly signal: AbortSignal;
  isDiskFull(): boolean;
}

export function createExperiments(parts: ExperimentParts): Experiments & Pick<Lab, 'experiment'> {
  const { store, locks, models, crews, work, now, storage, tell } = parts;
  /** The run that this page works on. */
  let here: RunId | null = null;

  /** Holds the run for the work; stops it at once where another tab takes it, or the disk refuses. */
  const holding = async (
    run: RunId,
    takeOver: boolean,
    signal: AbortSignal,
    act: (held: Held) => Promise<Report | null>,
  ): Promise<Report | null> => {
    const ending = new AbortController();
    let isTaken = false;
    const onTaken = (): void => {
      isTaken = true;
      if (here === run) here = null;
      tell({ kind: 'run-taken', run });
      ending.abort();
    };
    const release = await locks.hold(run, { takeOver, onTaken });
    if (release === null) return tell({ kind: 'run-locked', run });
    here = run;
    const disk = watchDisk(store);
    const runStore = createRunStore(store, {
      mayWrite: () => !isTaken,
      onWrite: () => {
        if (disk.hasLost()) ending.abort();
      },
    });
    try {
      return await act({
        store: runStore,
        signal: AbortSignal.any([signal, ending.signal]),
        isDiskFull: () => disk.isFull(),
      });
    } finally {
      disk.close();
      if (here === run) here = null;
      release();
    }
  };

  const estimate = (items: readonly SetItem[], settings: Sized) =>
    estimateOf(store, models.loaded('policy'), items, settings);

  interface Start extends Pick<ExperimentOptions, 'onGroup'> {
    readonly run: RunRecord;
    readonly set: string;
    readonly items: readonly SetItem[];
    readonly settings: Settings;
    readonly prompts?: PromptsByKind;
    readonly fresh: boolean;
  }
  const begin = async (start: Start, signal: AbortSignal): Promise<Report | null> => {
    const { run, set, items, settings, prompts = {}, fresh, onGroup } = start;
    const kinds = kindsOf(items.map(({ question }) => question));
    const crew = await crews.ready(kinds, store, signal);
    if (crew === null) return null;
    const { bytes } = await estimate(items, settings);
    if (!(await hasRoom(parts, () => bytes))) return null;
    return holding(run.id, false, signal, async (held) => {
      const { policy, anchor, judge } = crew;
      const recipes: Partial<Record<Question['kind'], Recipe>> = {};
      for (const regime of kinds) {
        const own = { ...settings, prompts: prompts[regime] ?? settings.prompts };
        recipes[regime] = makeRecipe(own, policy, anchor, { judge, regime });
      }
      const plan: Plan = { runId: run.id, set, items, recipes };
      await held.store.putPlan(run, plan);
      const room = createRoom(storage, bytes / items.length);
      const own = onGroup === undefined ? {} : { onGroup };
      return sitWith(held, { plan, run, entries: [], crew, room, fresh, ...own });
    });
  };

  const resume = async (
    run: RunId,
    takeOver: boolean,
    signal: AbortSignal,
  ): Promise<Report | null> => {
    const plan = await store.plan(run);
    const record = (await store.runs()).find(({ id }) => id === run);
    if (plan === null || record === undefined) return null;
    const crew = await crews.ready(kindsOf(plan.items.map(({ question }) => question)), store, signal);
    if (crew === null) return null;
    const fault = differingModel(plan, crew);
    if (fault !== null) return tell(fault);
    const mean = await meanBytes(plan);
    const done = (await store.plans()).find(({ runId }) => runId === run)?.done ?? 0;
    if (!(await hasRoom(parts, () => mean * (plan.items.length - done)))) return null;
    return holding(run, takeOver, signal, async (held) => {
      // Deleted while the model was waited for, when nobody held it yet.
      if ((await store.plan(run)) === null) return null;
      // What was read before the lock may be older than what its holder wrote.
      const entries = await store.entriesOf(run);
      const room = createRoom(storage, mean);
      return sitWith(held, { plan, run: record, entries, crew, room, fresh: false });
    });
  };

  const sitWith = (
    held: Held,
    own: {
      readonly plan: Plan;
      readonly run: RunRecord;
      readonly entries: readonly Entry[];
      readonly crew: Crew;
      readonly room: ReturnType<typeof createRoom>;
      readonly fresh: boolean;
      readonly onGroup?: ExperimentOptions['onGroup'];
    },
  ): Promise<Report | null> => {
    const { run, ...sitting } = own;
    const crew = { ...own.crew, tools: { ...own.crew.tools, store: held.store } };
    const { store: runStore, isDiskFull } = held;
    return sit(
      { ...sitting, runName: run.name, crew, store: runStore, isDiskFull },
      parts,
      held.signal,
    );
  };

  /** Of a group of the plan, in bytes, from what was done before. */
  const meanBytes = async (plan: Plan): Promise<number> => {
    const recipe = Object.values(plan.recipes)[0];
    if (recipe === undefined) return 0;
    return (await estimate(plan.items, recipe)).bytes / Math.max(1, plan.items.length);
  };

  return {
    experiments: () => listRuns(store, locks, here),
    async begin({ set, items, settings, prompts = {}, name, signal: given }) {
      if (!crews.isAskable(items.map(({ question }) => question), settings, prompts)) return null;
      return work.run((signal) => {
        const run = { id: newRunId(), name, createdAt: now() };
        return begin({ run, set, items, settings, prompts, fresh: false }, signal);
      }, given);
    },
    async experiment(questions, settings, options = {}) {
      if (!crews.isAskable(questions, settings)) return null;
      const { runId = newRunId(), name = `${questions.length} questions`, fresh = false } = options;
      const items = questions.map((question): SetItem => ({ question, tags: [] }));
      const { onGroup } = options;
      return work.run((signal) => {
        const run = { id: runId, name, createdAt: now() };
        const start = { run, set: name, items, settings, fresh };
        return begin(onGroup === undefined ? start : { ...start, onGroup }, signal);
      }, options.signal);
    },
    resume: (run, { signal: given, takeOver = false } = {}) =>
      work.run((signal) => resume(run, takeOver, signal), given),
    async estimate(items, settings) {
      const [taken, free] = await Promise.all([estimate(items, settings), freeOf(storage)]);
      return { ...taken, free };
    },
    estimateScale: (run, sizes) => estimateScale(store, models.loaded('anchor'), run, sizes),
    entries: (run) => readRun(store, run),
    rename: (run, name) => store.renameRun(run, name),
    keepSet(name, items) {
      const open = items.filter(({ question }) => question.kind === 'open').length;
      const set = { id: newSetId(), name, createdAt: now(), count: items.length, open };
      return store.putSet(set, items);
    },
    sets: () => store.sets(),
    itemsOf: (set) => store.itemsOf(set),
    removeSet: (set) => store.removeSet(set),
  };
}

/** The first role in which another model is loaded than the plan's recipes have, as a fault. */
function differingModel({ recipes }: Plan, crew: Crew): Fault | null {
  for (const recipe of Object.values(recipes)) {
    const roles: readonly Part[] =
      recipe.judging === undefined ? ['policy', 'anchor'] : ['policy', 'anchor', 'judge'];
    for (const role of roles) {
      const loaded: LoadedModel = crew[role];
      if (isSameRole(recipe[role], roleOf(loaded))) continue;
      return { kind: 'model-differs', role, wanted: markOf(recipe[role]), loaded: markOf(roleOf(loaded)) };
    }
  }
  return null;
}

const markOf = ({ engine, model, revision }: Role) => ({ engine, model, revision });
