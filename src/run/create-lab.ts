/** The Lab over engines, a store and a way to compare answers. */
import { newRunId, type GroupId } from '../base/id.ts';
import type { Fault } from '../base/fault.ts';
import type { Group } from '../group/group.ts';
import { outcomeOf } from '../group/outcome.ts';
import type { Outcome } from '../group/outcome.ts';
import { hashRecipe } from '../group/recipe.ts';
import type { Recipe } from '../group/recipe.ts';
import type { Question } from '../question/question.ts';
import type { Compare } from '../reward/maths/reading.ts';
import type { Store } from '../store/store.ts';
import { createAmendments } from './amend.ts';
import type { RunEvent } from './event.ts';
import { createExclusive } from './exclusive.ts';
import { runExperiment } from './experiment.ts';
import type { ExperimentPlan } from './experiment.ts';
import { isBroken, runGroup } from './group.ts';
import type { GroupTools } from './tools.ts';
import { createHistory } from './history.ts';
import type { AskOptions, ExperimentOptions, Lab } from './lab.ts';
import { createRunLocks } from './locks.ts';
import { createScaler } from './scale.ts';
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
import { untaught } from './taught.ts';
import { untilAborted } from './until-aborted.ts';

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

  /** The models' engines and the recipes that they and the settings make, or null: stopped, or told why. */
  const begin = async (
    questions: readonly Question[],
    settings: Settings,
    signal: AbortSignal,
  ): Promise<Begun | null> => {
    const isOpen = questions.some(({ kind }) => kind === 'open');
    // The judge first, so that the policy has its turn last, and begins with it.
    if (isOpen && (await untilAborted(models.judgeReady(), signal)) !== true) return null;
    const engines = await untilAborted(models.ready(), signal);
    const policy = engines?.policy.loaded ?? null;
    const anchor = engines?.anchor.loaded ?? null;
    if (engines === null || policy === null || anchor === null) return null;
    const judge = models.loaded('judge') ?? anchor;
    const fault = isOpen ? untaught(anchor, judge) : null;
    if (fault !== null) return tell(fault);
    return {
      tools: { ...engines, take: models.take, store, compare },
      recipeOf: ({ kind }) => makeRecipe(settings, policy, anchor, { judge, regime: kind }),
    };
  };
  const workOf = async ({ tools }: Begun, recipe: Recipe, own: OwnWork): Promise<Work> => ({
    ...own,
    recipe,
    recipeHash: await hashRecipe(recipe),
    now,
    locks,
    tools,
  });

  /** After an engine went down: whether all that a group needs work again. */
  const revive = async (): Promise<boolean> =>
    (await models.judgeReady()) && (await models.ready()) !== null;

  const ask = async (
    question: Question,
    settings: Settings,
    options: AskOptions,
    signal: AbortSignal,
  ): Promise<Group | null> => {
    const group = await recovering(
      (before) => askOnce(question, settings, options, before?.id ?? null, signal),
      isDown,
      async () => !signal.aborted && (await untilAborted(revive(), signal)) === true,
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
    const begun = await begin([question], settings, signal);
    if (begun === null) return null;
    const runName = nameOf(question);
    const runId = options.runId ?? newRunId();
    const fresh = options.fresh ?? false;
    const prepared = await prepare(
      question,
      await workOf(begun, begun.recipeOf(question), { runId, runName, runHeld: false, fresh, goOn }),
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
    const begun = await begin(questions, settings, signal);
    if (begun === null) return null;
    const runId = options.runId ?? newRunId();
    const release = await locks.hold(runId);
    if (release === null) return tell({ kind: 'run-locked', run: runId });
    try {
      const runName = options.name ?? `${questions.length} questions`;
      const fresh = options.fresh ?? false;
      const own = { runId, runName, runHeld: true, fresh };
      const total = questions.length;
      const outcomes: Outcome[] = [];
      const started = performance.now();
      let tokens = 0;
      let done = 0;
      emit({ kind: 'run-progress', runId, done, total });
      const plan: ExperimentPlan = {
        questions,
        tools: begun.tools,
        prepare: async (question, goOn) => {
          // The judge of the question before may have the turn. Without one nothing made room, and an
          // engine that is down is not to be tried again for every question.
          if (models.hasJudge()) await models.ready();
          return prepare(
            question,
            await workOf(begun, begun.recipeOf(question), { ...own, goOn }),
          );
        },
        revive,
        lanes: models.hasJudge() ? 1 : 2,
      };
      for await (const event of runExperiment(plan, signal)) {
        if (event.kind !== 'question-done') {
          if (event.kind === 'rollout-token' || event.kind === 'synthesis-token') tokens += 1;
          emit(event);
          continue;
        }
        const { group, index } = event;
        const evaluation = group?.evaluation;
        if (group !== null && evaluation !== undefined) outcomes.push(outcomeOf({ ...group, evaluation }));
        if (group !== null) options.onGroup?.(index, group);
        if (isDown(group) && !signal.aborted) models.giveUp();
        done += 1;
        emit({ kind: 'run-progress', runId, done, total });
      }
      const seconds = (performance.now() - started) / 1000;
      return makeReport(begun.recipeOf(questions[0] as Question), outcomes, { tokens, seconds });
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
    loaded: (part) => models.loaded(part),
    async unload(part) {
      await work.stop();
      await models.unload(part);
    },
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
    ...createAmendments({ store, locks, compare, models, work, emit }),
    ...createScaler({ store, locks, compare, models, work, emit }),
    ...createHistory({ store, locks, emit, stop: () => work.stop() }),
  };
}

interface Begun {
  readonly tools: GroupTools;
  recipeOf(question: Question): Recipe;
}

const isDown = (group: Group | null): boolean => group !== null && isBroken(group);

type OwnWork = Pick<Work, 'runId' | 'runName' | 'runHeld' | 'fresh' | 'goOn'>;

const nameOf = (question: Question): string => {
  const text = question.text.trim().replace(/\s+/g, ' ');
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
};
