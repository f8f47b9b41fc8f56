/** The Lab over engines, a store and a way to compare answers. */
import type { Fault } from '../base/fault.ts';
import { newRunId, type GroupId } from '../base/id.ts';
import { untilAborted } from '../base/until-aborted.ts';
import { without } from '../base/without.ts';
import type { Group } from '../group/group.ts';
import type { Question } from '../question/question.ts';
import type { Compare } from '../reward/maths/reading.ts';
import type { Store } from '../store/store.ts';
import { createAmendments } from './amend.ts';
import { createExperiments } from './create-experiments.ts';
import { createCrews } from './crew.ts';
import type { RunEvent } from './event.ts';
import { createExclusive } from './exclusive.ts';
import { isBroken, runGroup } from './group.ts';
import { createHistory } from './history.ts';
import type { AskOptions, Lab } from './lab.ts';
import { createRunLocks } from './locks.ts';
import type { RunLocks } from './locks.ts';
import { measureDevice } from './measure-device.ts';
import type { DeviceTable, MeasureOptions } from './measure-device.ts';
import { createModels } from './models.ts';
import type { Engines, Smaller } from './models.ts';
import { prepare, preparedUntil } from './prepare.ts';
import { makeRecipe, recipeOfLoaded } from './recipe.ts';
import { recovering } from './recover.ts';
import { replay } from './replay.ts';
import type { StorageNumbers } from './room.ts';
import { createScaler } from './scale.ts';
import type { Settings } from './settings.ts';

export interface LabParts {
  readonly engines: Engines;
  readonly store: Store;
  readonly compare: Compare;
  /** Rejects where answers cannot be compared here and now: none are sampled in vain then. */
  readonly readyToCompare?: () => Promise<unknown>;
  readonly locks?: RunLocks;
  /** Names a smaller model where memory runs out; none without it. */
  readonly smaller?: Smaller;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Milliseconds of a clock that never goes back; the page's own unless given. */
  readonly clock?: () => number;
  /** What the browser tells of its storage; a run does not look without it. */
  readonly storage?: StorageNumbers;
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

  const { readyToCompare = () => Promise.resolve() } = parts;
  const crews = createCrews({ models, compare, readyToCompare, locks, now, tell });

  const ask = async (
    question: Question,
    settings: Settings,
    options: AskOptions,
    signal: AbortSignal,
  ): Promise<Group | null> => {
    const group = await recovering(
      (before) => askOnce(question, settings, options, before?.id ?? null, signal),
      isDown,
      async () => !signal.aborted && (await untilAborted(crews.revive(), signal)) === true,
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
    const crew = await crews.ready(new Set([question.kind]), store, signal);
    if (crew === null) return null;
    const { policy, anchor, judge } = crew;
    const recipe = makeRecipe(settings, policy, anchor, { judge, regime: question.kind });
    const runName = nameOf(question);
    const runId = options.runId ?? newRunId();
    const fresh = options.fresh ?? false;
    const work = await crews.workOf(crew, recipe, { runId, runName, runHeld: false, fresh, goOn });
    const prepared = await preparedUntil(prepare(question, work), signal);
    if (prepared === null) return null;
    if (prepared.kind === 'fault') return tell(prepared.fault);
    if (prepared.kind === 'cached') {
      for (const event of replay(prepared.group)) emit(event);
      return prepared.group;
    }
    try {
      const events = runGroup(prepared.group, crew.tools, signal);
      for (;;) {
        const event = await events.next();
        if (event.done === true) return event.value;
        emit(event.value);
      }
    } finally {
      prepared.release();
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
    load: (spec, options = {}) =>
      models.load(spec, without(options, 'keepsWork'), options.keepsWork === true ? undefined : work.stop()),
    loaded: (part) => models.loaded(part),
    recipe: (settings, regime) => recipeOfLoaded(models.loaded, settings, regime),
    async unload(part) {
      await work.stop();
      await models.unload(part);
    },
    async ask(question, settings, options = {}) {
      if (!crews.isAskable([question], settings)) return null;
      return work.run((signal) => ask(question, settings, options, signal), options.signal);
    },
    measure: (options = {}) =>
      work.run((signal) => measure(options, signal), options.signal),
    stop() {
      void work.stop();
    },
    ...createExperiments({
      ...{ store, locks, models, crews, work, now, emit, tell },
      clock: parts.clock ?? (() => performance.now()),
      storage: parts.storage,
    }),
    ...createAmendments({ store, locks, compare, models, work, emit }),
    ...createScaler({ store, locks, compare, models, work, emit, storage: parts.storage }),
    ...createHistory({ store, locks, emit, stop: () => work.stop() }),
  };
}

const isDown = (group: Group | null): boolean => group !== null && isBroken(group);

const nameOf = (question: Question): string => {
  const text = question.text.trim().replace(/\s+/g, ' ');
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
};
