/**
 * The models in their roles. Each role has an engine of its own, made on first need; while no
 * anchor is loaded the policy plays it. An engine whose worker died is loaded again with what it
 * had, when it is next needed; one whose memory ran out with less.
 */
import type { Fault } from '../base/fault.ts';
import { without } from '../base/without.ts';
import type { Engine, Loss } from '../engine/engine.ts';
import type { EngineId, LoadedModel, ModelSpec } from '../engine/model.ts';
import type { RunEvent } from './event.ts';
import type { LabLoadOptions } from './lab.ts';
import { smallerPlan, type LoadPlan } from './smaller-plan.ts';

export type Part = 'policy' | 'anchor';

/** How to make an engine; one that is absent here is absent from this build. */
export type Engines = Partial<Readonly<Record<EngineId, () => Promise<Engine>>>>;

/** The name of a smaller model than this one, of so many bytes where they are known, or null. */
export type Smaller = (spec: ModelSpec, bytes: number | null) => string | null;

export interface Models {
  /**
   * Begins once `after` has ended, and `ready` waits for it from this call on. Tells events of the
   * policy; of the anchor only faults, so that the page shows one model.
   */
  load(spec: ModelSpec, options?: LabLoadOptions, after?: Promise<void>): Promise<boolean>;
  loaded(part: Part): LoadedModel | null;
  /** Both engines with their models, waiting for a load under way; null where one cannot be had. */
  ready(): Promise<{ readonly policy: Engine; readonly anchor: Engine } | null>;
  /** The work has ended under a broken engine: says of one whose memory ran out what would fit. */
  giveUp(): void;
}

interface Seat extends LoadPlan {
  engine: Engine | null;
  loading: Promise<boolean>;
  /** The loss that was given up and told of. */
  told: Loss | null;
}

export function createModels(
  engines: Engines,
  emit: (event: RunEvent) => void,
  smaller: Smaller = () => null,
): Models {
  const seats = new Map<Part, Seat>();
  const made = new Map<string, Promise<Engine>>();

  const engineFor = async (part: Part, id: EngineId): Promise<Engine | Fault> => {
    const make = engines[id];
    const reason = 'this build does not have it';
    if (make === undefined) return { kind: 'engine-unavailable', engine: id, reason };
    const key = `${part} ${id}`;
    const making = made.get(key) ?? make();
    made.set(key, making);
    try {
      return await making;
    } catch (error) {
      // Its code could not be fetched; the next load tries again.
      made.delete(key);
      return { kind: 'engine-unavailable', engine: id, reason: String(error) };
    }
  };

  const loadInto = async (part: Part, seat: Seat): Promise<boolean> => {
    // What a superseded load still says is dropped.
    const isCurrent = (): boolean => seats.get(part) === seat;
    const tell = (event: RunEvent): void => {
      if (isCurrent() && (part === 'policy' || event.kind === 'fault')) emit(event);
    };
    const options = without(seat.options, 'role');
    const model = seat.spec.id;
    tell({ kind: 'model-progress', model, progress: { stage: 'start' } });
    const engine = await engineFor(part, seat.spec.engine);
    if (!isCurrent()) return false;
    if ('kind' in engine) {
      tell({ kind: 'fault', fault: engine });
      return false;
    }
    seat.engine = engine;
    const result = await engine.load(seat.spec, {
      ...options,
      onProgress: (progress) => tell({ kind: 'model-progress', model, progress }),
    });
    if (result === null) tell({ kind: 'model-unloaded' });
    else if (!result.ok) tell({ kind: 'fault', fault: named(result.fault, seat.spec, null) });
    else tell({ kind: 'model-ready', model: result.value });
    return result?.ok === true && isCurrent();
  };

  /** Want of memory with the name of a model that should do with less; other faults as they are. */
  const named = (fault: Fault, spec: ModelSpec, bytes: number | null): Fault => {
    if (fault.kind !== 'out-of-memory') return fault;
    const name = smaller(spec, bytes);
    return name === null ? fault : { ...fault, smaller: name };
  };

  const explain = (part: Part, seat: Seat, loss: Loss): void => {
    seat.told = loss;
    if (part === 'policy') emit({ kind: 'model-unloaded' });
    emit({ kind: 'fault', fault: named(loss.fault, seat.spec, loss.model.bytes) });
  };

  const loaded = (part: Part): LoadedModel | null => seats.get(part)?.engine?.loaded ?? null;

  /** The engine of a role, loaded, or null having told why. */
  const revive = async (part: Part): Promise<Engine | null> => {
    const seat = seats.get(part);
    if (seat === undefined) return null;
    await seat.loading;
    if (seats.get(part) !== seat) return revive(part);
    if (seat.engine?.loaded !== null && seat.engine !== null) return seat.engine;
    const options = without(seat.options, 'signal');
    const lost = fullLoss(seat);
    const plan = lost === null ? { ...seat, options } : smallerPlan({ ...seat, options }, lost);
    if (plan === null) {
      if (lost !== null) explain(part, seat, lost);
      return null;
    }
    const again: Seat = { ...seat, ...plan, loading: Promise.resolve(false) };
    seats.set(part, again);
    again.loading = loadInto(part, again);
    return (await again.loading) ? again.engine : null;
  };

  return {
    load(spec, options = {}, after = Promise.resolve()) {
      const part = options.role ?? 'policy';
      const before = seats.get(part)?.engine ?? null;
      const plan: LoadPlan = { spec, options, halved: 'nothing' };
      const seat: Seat = { ...plan, engine: null, loading: Promise.resolve(false), told: null };
      seats.set(part, seat);
      seat.loading = (async () => {
        await after;
        if (before !== null && before.id !== spec.engine) await before.unload();
        return loadInto(part, seat);
      })();
      return seat.loading;
    },
    loaded,
    async ready() {
      if (!seats.has('policy')) {
        emit({ kind: 'fault', fault: { kind: 'not-loaded', engine: 'any' } });
        return null;
      }
      const policy = await revive('policy');
      if (policy === null) return null;
      const anchor = seats.has('anchor') ? await revive('anchor') : policy;
      return anchor === null ? null : { policy, anchor };
    },
    giveUp() {
      for (const [part, seat] of seats) {
        const lost = fullLoss(seat);
        if (lost !== null && lost !== seat.told) explain(part, seat, lost);
      }
    },
  };
}

/** How the seat's model was lost, where it was for want of memory. */
const fullLoss = ({ engine }: Seat): Loss | null =>
  engine?.lost?.fault.kind === 'out-of-memory' ? engine.lost : null;
