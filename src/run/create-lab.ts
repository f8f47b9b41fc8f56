/** The Lab over engines, a store and a way to compare answers. */
import { newRunId, type GroupId } from '../base/id.ts';
import type { Fault } from '../base/fault.ts';
import type { Evaluation, Group } from '../group/group.ts';
import { hashRecipe } from '../group/recipe.ts';
import type { Recipe } from '../group/recipe.ts';
import type { Question } from '../question/question.ts';
import type { Compare } from '../reward/maths/reading.ts';
import type { Store } from '../store/store.ts';
import type { RunEvent } from './event.ts';
import { createExclusive } from './exclusive.ts';
import { runExperiment } from './experiment.ts';
import { isBroken, runGroup } from './group.ts';
import type { GroupTools } from './group.ts';
import { createHistory } from './history.ts';
import type { AskOptions, ExperimentOptions, Lab } from './lab.ts';
import { createRunLocks } from './locks.ts';
import type { RunLocks } from './locks.ts';
import { measureDevice } from './measure-device.ts';
import type { DeviceTable, MeasureOptions } from './measure-device.ts';
import { createModels } from './models.ts';
import type { Engines, Smaller } from './models.ts';
import { prepare } from './prepare.ts';
import type { Work } from './prepare.ts';
import { makeRecipe } from './recipe.ts';
import { recovering } from './recover.ts';
import { replay } from './replay.ts';
import { makeReport } from './report.ts';
import type { Report } from './report.ts';
import { checkSettings } from './settings.ts';
import type { Settings } from './settings.ts';

export interface LabParts {
  readonly engines: Engines;
  readonly store: Store;
  readonly compare: Compare;
  readonly locks?: RunLocks;
  /** Names a smaller model where memory runs out; none without it. */
  readonly smaller?: Smaller;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export function createLab({ engines, store, compare, ...parts }: LabParts): Lab {
  const listeners = new Set<(event: RunEvent) => void>();
  const emit = (event: RunEvent): void => {
    for (const listener of [...listeners]) listener(event);
  };
  const tell = (fault: Fault): null => {
    emit({ kind: 'fault', fault });
    return null;
  };
  const locks = parts.locks ?? createRunLocks(undefined);
  const models = createModels(engines, emit, parts.smaller);
  const work = createExclusive();
  let lastMoment = 0;
  const now = (): number => {
    lastMoment = Math.max((parts.now ?? Date.now)(), lastMoment + 1);
    return lastMoment;
  };
  // The store's faults wait for their first listener, and so the page hears them all.
  let isStoreHeard = false;
  const hearStore = (): void => {
    if (isStoreHeard) return;
    isStoreHeard = true;
    store.onFault((fault) => tell(fault));
  };

  /** Whether the work can begin at all, before anything is loaded or stopped for it. */
  const isAskable = (questions: readonly Question[], settings: Settings): boolean => {
    const faults = checkSettings(settings);
    if (questions.every((question) => question.text.trim() === '')) {
      faults.push({ kind: 'question-empty' });
    }
    for (const fault of faults) tell(fault);
    return faults.length === 0;
  };

  /** The models' engines with the recipe that they and the settings make, or null: stopped, or told why. */
  const begin = async (settings: Settings, signal: AbortSignal): Promise<Begun | null> => {
    const engines = await untilAborted(models.ready(), signal);
    const policy = engines?.policy.loaded ?? null;
    const anchor = engines?.anchor.loaded ?? null;
    if (engines === null || policy === null || anchor === null) return null;
    const recipe = makeRecipe(settings, policy, anchor);
    return { tools: { ...engines, store, compare }, recipe };
  };
  const workOf = async ({ tools, recipe }: Begun, own: OwnWork): Promise<Work> => ({
    ...own,
    recipe,
    recipeHash: await hashRecipe(recipe),
    now,
    locks,
    tools,
  });

  const ask = async (
    question: Question,
    settings: Settings,
    options: AskOptions,
    signal: AbortSignal,
  ): Promise<Group | null> => {
    const group = await recovering(
      (before) => askOnce(question, settings, options, before?.id ?? null, signal),
      isDown,
      async () => !signal.aborted && (await untilAborted(models.ready(), signal)) !== null,
    );
    if (isDown(group) && !signal.aborted) models.giveUp();
    return group;
  };

  const askOnce = async (
    question: Question,
    settings: Settings,
    options: AskOptions,
    goOn: GroupId | null,
    signal: AbortSignal,
  ): Promise<Group | null> => {
    const begun = await begin(settings, signal);
    if (begun === null) return null;
    const runName = nameOf(question);
    const runId = options.runId ?? newRunId();
    const fresh = options.fresh ?? false;
    const prepared = await prepare(
      question,
      await workOf(begun, { runId, runName, runHeld: false, fresh, goOn }),
    );
    if (prepared.kind === 'fault') return tell(prepared.fault);
    if (prepared.kind === 'cached') {
      for (const event of replay(prepared.group)) emit(event);
      return prepared.group;
    }
    try {
      const events = runGroup(prepared.group, begun.tools, signal);
      for (;;) {
        const event = await events.next();
        if (event.done === true) return event.value;
        emit(event.value);
      }
    } finally {
      prepared.release();
    }
  };

  const experiment = async (
    questions: readonly Question[],
    settings: Settings,
    options: ExperimentOptions,
    signal: AbortSignal,
  ): Promise<Report | null> => {
    const begun = await begin(settings, signal);
    if (begun === null) return null;
    const runId = options.runId ?? newRunId();
    const release = await locks.hold(runId);
    if (release === null) return tell({ kind: 'run-locked', run: runId });
    try {
      const runName = options.name ?? `${questions.length} questions`;
      const fresh = options.fresh ?? false;
      const own = await workOf(begun, { runId, runName, runHeld: true, fresh, goOn: null });
      const total = questions.length;
      const evaluations: Evaluation[] = [];
      const started = performance.now();
      let tokens = 0;
      let done = 0;
      emit({ kind: 'run-progress', runId, done, total });
      const plan = {
        questions,
        tools: begun.tools,
        prepare: (question: Question, goOn: GroupId | null) => prepare(question, { ...own, goOn }),
        revive: async () => (await models.ready()) !== null,
      };
      for await (const event of runExperiment(plan, signal)) {
        if (event.kind !== 'question-done') {
          if (event.kind === 'rollout-token' || event.kind === 'synthesis-token') tokens += 1;
          emit(event);
          continue;
        }
        const { group, index } = event;
        if (group?.evaluation !== undefined) evaluations.push(group.evaluation);
        if (group !== null) options.onGroup?.(index, group);
        if (isDown(group) && !signal.aborted) models.giveUp();
        done += 1;
        emit({ kind: 'run-progress', runId, done, total });
      }
      const seconds = (performance.now() - started) / 1000;
      return makeReport(begun.recipe, evaluations, { tokens, seconds });
    } finally {
      release();
    }
  };

  const measure = async (
    options: MeasureOptions,
    signal: AbortSignal,
  ): Promise<DeviceTable | null> => {
    const engines = await untilAborted(models.ready(), signal);
    const measured = engines && (await measureDevice(engines.policy, { ...options, signal }));
    if (measured === null) return null;
    return measured.ok ? measured.value : tell(measured.fault);
  };

  return {
    listen(listener) {
      listeners.add(listener);
      hearStore();
      return () => listeners.delete(listener);
    },
    load: (spec, options) => models.load(spec, options, work.stop()),
    loaded: (part) =>
      part === 'anchor' ? (models.loaded('anchor') ?? models.loaded('policy')) : models.loaded(part),
    async ask(question, settings, options = {}) {
      if (!isAskable([question], settings)) return null;
      return work.run((signal) => ask(question, settings, options, signal), options.signal);
    },
    async experiment(questions, settings, options = {}) {
      if (!isAskable(questions, settings)) return null;
      return work.run((signal) => experiment(questions, settings, options, signal), options.signal);
    },
    measure: (options = {}) =>
      work.run((signal) => measure(options, signal), options.signal),
    stop() {
      void work.stop();
    },
    ...createHistory({ store, locks, emit, stop: () => work.stop() }),
  };
}

interface Begun {
  readonly tools: GroupTools;
  readonly recipe: Recipe;
}

const isDown = (group: Group | null): boolean => group !== null && isBroken(group);

type OwnWork = Pick<Work, 'runId' | 'runName' | 'runHeld' | 'fresh' | 'goOn'>;

const nameOf = (question: Question): string => {
  const text = question.text.trim().replace(/\s+/g, ' ');
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
};

/** Stop does not wait for a download: it goes on, and what waited for it is dropped. */
const untilAborted = <T>(promise: Promise<T>, signal: AbortSignal): Promise<T | null> =>
  new Promise((resolve, reject) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener('abort', () => resolve(null), { once: true });
    promise.then(resolve, reject);
  });
