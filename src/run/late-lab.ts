/**
 * The lab of a page that has only just opened. It knows what was kept, which the page shows at once; what
 * does the work is fetched when something is first asked for, a model at the latest.
 */
import type { Fault } from '../base/fault.ts';
import { partMissing } from '../base/part-missing.ts';
import type { Store } from '../store/store.ts';
import type { RunEvent } from './event.ts';
import { listRuns, readRun } from './kept-runs.ts';
import type { Lab } from './lab.ts';
import type { RunLocks } from './locks.ts';
import { settled } from './settled.ts';

export interface LateLabParts {
  readonly store: Store;
  readonly locks: RunLocks;
  /** Fetches the lab over the same store and locks; tried again where it failed. */
  readonly fetchLab: () => Promise<Lab>;
}

export function createLateLab({ store, locks, fetchLab }: LateLabParts): Lab {
  const listeners = new Set<(event: RunEvent) => void>();
  let lab: Lab | null = null;
  let coming: Promise<Lab | null> | null = null;
  let stops = 0;
  /** Why there is no lab yet, where it could not be fetched. */
  let missing: Fault = { kind: 'part-missing', reason: '' };
  /** Until the lab is here and is heard itself. */
  let unhear: (() => void) | null = null;

  const emit = (event: RunEvent): void => {
    for (const listener of [...listeners]) listener(event);
  };

  const come = async (): Promise<Lab | null> => {
    try {
      lab = await fetchLab();
    } catch (error) {
      coming = null;
      missing = partMissing(error);
      emit({ kind: 'fault', fault: missing });
      return null;
    }
    unhear?.();
    lab.listen(emit);
    return lab;
  };
  const fetched = (): Promise<Lab | null> => (coming ??= come());

  /** What a call comes to; `otherwise` where there is no lab to be had, which is told. */
  const by = async <T>(call: (lab: Lab) => Promise<T>, otherwise: NoInfer<T>): Promise<T> => {
    const there = lab ?? (await fetched());
    return there === null ? otherwise : call(there);
  };
  /** The same of work that `stop` ends, though it has not begun. */
  const work = async <T>(call: (lab: Lab) => Promise<T>, otherwise: NoInfer<T>): Promise<T> => {
    const before = stops;
    return by((there) => (stops === before ? call(there) : Promise.resolve(otherwise)), otherwise);
  };

  return {
    listen(listener) {
      listeners.add(listener);
      // The store's faults wait for their first listener, and so the page hears them all.
      if (lab === null) unhear ??= store.onFault((fault) => emit({ kind: 'fault', fault }));
      return () => listeners.delete(listener);
    },
    load(spec, options = {}) {
      const policy = (options.role ?? 'policy') === 'policy';
      if (lab === null && policy) {
        emit({ kind: 'model-progress', model: spec.id, progress: { stage: 'start' } });
      }
      return by((there) => there.load(spec, options), false);
    },
    loaded: (part) => lab?.loaded(part) ?? null,
    recipe: (...args) => lab?.recipe(...args) ?? null,
    unload: (part) => by((there) => there.unload(part), undefined),
    ask: (...args) => work((there) => there.ask(...args), null),
    experiment: (...args) => work((there) => there.experiment(...args), null),
    begin: (options) => work((there) => there.begin(options), null),
    resume: (...args) => work((there) => there.resume(...args), null),
    judge: (...args) => work((there) => there.judge(...args), undefined),
    scale: (...args) => work((there) => there.scale(...args), null),
    measure: (options) => work((there) => there.measure(options), null),
    stop() {
      stops += 1;
      lab?.stop();
    },
    amend: (...args) => by((there) => there.amend(...args), undefined),
    open: (id) => by((there) => there.open(id), false),
    history: async (limit) => settled(await store.list(limit, 'single'), locks),
    remove: (what) => by((there) => there.remove(what), false),
    undo: () => by((there) => there.undo(), false),
    experiments: () => lab?.experiments() ?? listRuns(store, locks, null),
    estimate: (...args) =>
      by((there) => there.estimate(...args), { seconds: null, bytes: 0, free: null, smaller: 0 }),
    estimateScale: (...args) => by((there) => there.estimateScale(...args), { calls: 0, seconds: null }),
    entries: (run) => readRun(store, run),
    rename: (...args) => by((there) => there.rename(...args), undefined),
    async keepSet(...args) {
      const there = lab ?? (await fetched());
      return there === null ? missing : there.keepSet(...args);
    },
    sets: () => by((there) => there.sets(), []),
    itemsOf: (set) => by((there) => there.itemsOf(set), []),
    removeSet: (set) => by((there) => there.removeSet(set), undefined),
  };
}
