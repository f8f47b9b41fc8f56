/**
 * The models in their roles. Each role has an engine of its own, made on first need; while no
 * anchor is loaded the policy plays it, and without a judge the anchor does. An engine whose worker
 * died is loaded again with what it had, when it is next needed; one whose memory ran out with less.
 *
 * Where memory does not hold the judge beside the others, they take turns from then on: who is
 * needed lets the other side go first (docs/decisions/0007-the-judge-takes-turns.md).
 */
import type { Fault } from '../base/fault.ts';
import { without } from '../base/without.ts';
import type { Engine, LoadResult, Loss } from '../engine/engine.ts';
import type { EngineId, LoadedModel, ModelSpec } from '../engine/model.ts';
import type { RunEvent } from './event.ts';
import type { LabLoadOptions, Part } from './lab.ts';
import { smallerPlan, type LoadPlan } from './smaller-plan.ts';

/** How to make an engine; one that is absent here is absent from this build. */
export type Engines = Partial<Readonly<Record<EngineId, () => Promise<Engine>>>>;

/** The name of a smaller model than this one, of so many bytes where they are known, or null. */
export type Smaller = (spec: ModelSpec, bytes: number | null) => string | null;

export interface Models {
  /**
   * Begins once `after` has ended, and `ready` waits for it from this call on. Tells events of the
   * policy; of the others only faults, so that the page shows one model. A judge that could not be
   * loaded is none.
   */
  load(spec: ModelSpec, options?: LabLoadOptions, after?: Promise<void>): Promise<boolean>;
  /** What plays the role, also where it makes room for another one just now. */
  loaded(part: Part): LoadedModel | null;
  /** Lets go of a model of its own; nothing may run. */
  unload(part: Exclude<Part, 'policy'>): Promise<void>;
  /**
   * Whether a judge of its own, where there is one, works or can take its turn; waits for a load under
   * way. Having told why where not.
   */
  judgeReady(): Promise<boolean>;
  /** The engine of a role with its model, in its turn; null where that is broken or cannot be had. */
  take(part: Part): Promise<Engine | null>;
  /** Whether the judge has an engine of its own, which the others may have to make room for. */
  hasJudge(): boolean;
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
  /** The model that was let go to make room, until it is loaded again. */
  resting: LoadedModel | null;
}

/** The parts that make room for this one. */
const otherSide = (part: Part): readonly Part[] =>
  part === 'judge' ? ['policy', 'anchor'] : ['judge'];

export function createModels(
  engines: Engines,
  emit: (event: RunEvent) => void,
  smaller: Smaller = () => null,
): Models {
  const seats = new Map<Part, Seat>();
  const made = new Map<string, Promise<Engine>>();
  /** All that a part has ever loaded into. */
  const used: Readonly<Record<Part, Set<Engine>>> = { policy: new Set(), anchor: new Set(), judge: new Set() };
  let inTurns = false;

  const engineFor = async (part: Part, id: EngineId): Promise<Engine | Fault> => {
    const make = engines[id];
    const reason = 'this build does not have it';
    if (make === undefined) return { kind: 'engine-unavailable', engine: id, reason };
    const key = `${part} ${id}`;
    const making = made.get(key) ?? make();
    made.set(key, making);
    try {
      const engine = await making;
      used[part].add(engine);
      return engine;
    } catch (error) {
      // Its code could not be fetched; the next load tries again.
      made.delete(key);
      return { kind: 'engine-unavailable', engine: id, reason: String(error) };
    }
  };

  /** What engines of the part still hold or load, also for a choice that was overtaken by another. */
  const letGo = async (part: Part, except: EngineId | null): Promise<void> => {
    for (const engine of used[part]) if (engine.id !== except) await engine.unload();
  };

  /** Makes room for a part; gives whether there was anything to let go. */
  const makeRoom = async (part: Part): Promise<boolean> => {
    let any = false;
    for (const other of otherSide(part)) {
      const seat = seats.get(other);
      const model = seat?.engine?.loaded ?? null;
      if (seat === undefined || model === null) continue;
      seat.resting = model;
      await seat.engine?.unload();
      any = true;
    }
    return any;
  };

  const loadInto = async (part: Part, seat: Seat): Promise<boolean> => {
    // What a superseded load still says is dropped.
    const isCurrent = (): boolean => seats.get(part) === seat;
    const tell = (event: RunEvent): void => {
      if (isCurrent() && (part === 'policy' || event.kind === 'fault')) emit(event);
    };
    const { onProgress, ...options } = without(seat.options, 'role');
    const model = seat.spec.id;
    tell({ kind: 'model-progress', model, progress: { stage: 'start' } });
    const engine = await engineFor(part, seat.spec.engine);
    if (!isCurrent()) return false;
    if ('kind' in engine) {
      tell({ kind: 'fault', fault: engine });
      return false;
    }
    seat.engine = engine;
    const load = (): Promise<LoadResult> =>
      engine.load(seat.spec, {
        ...options,
        onProgress: (progress) => {
          tell({ kind: 'model-progress', model, progress });
          onProgress?.(progress);
        },
      });
    if (inTurns) await makeRoom(part);
    let result = await load();
    if (isCurrent() && isFull(result) && (await makeRoom(part))) {
      inTurns = true;
      result = await load();
    }
    seat.resting = null;
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

  const loaded = (part: Part): LoadedModel | null => {
    const seat = seats.get(part);
    if (seat !== undefined) return seat.engine?.loaded ?? seat.resting;
    return part === 'policy' ? null : loaded(part === 'judge' ? 'anchor' : 'policy');
  };

  /** The engine of a role, loaded, or null having told why. */
  const revive = async (part: Part): Promise<Engine | null> => {
    const seat = seats.get(part);
    if (seat === undefined) return null;
    await seat.loading;
    if (seats.get(part) !== seat) return revive(part);
    if (seat.engine?.loaded !== null && seat.engine !== null) return seat.engine;
    const options = without(seat.options, 'signal');
    const lost = fullLoss(seat);
    const hasMoreRoom = lost !== null && (await makeRoom(part));
    // A person may have chosen another model meanwhile.
    if (seats.get(part) !== seat) return revive(part);
    if (hasMoreRoom) inTurns = true;
    const same = { ...seat, options };
    const plan = lost === null || hasMoreRoom ? same : smallerPlan(same, lost);
    if (plan === null) {
      if (lost !== null) explain(part, seat, lost);
      return null;
    }
    const again: Seat = { ...seat, ...plan, loading: Promise.resolve(false) };
    seats.set(part, again);
    again.loading = loadInto(part, again);
    if (await again.loading) return again.engine;
    return seats.get(part) === again ? null : revive(part);
  };

  const take = async (part: Part): Promise<Engine | null> => {
    const seat = seats.get(part);
    if (seat === undefined) {
      return part === 'policy' ? null : take(part === 'judge' ? 'anchor' : 'policy');
    }
    if (seat.engine?.loaded) return seat.engine;
    return seat.resting === null ? null : revive(part);
  };

  return {
    load(spec, options = {}, after = Promise.resolve()) {
      const part = options.role ?? 'policy';
      const plan: LoadPlan = { spec, options, halved: 'nothing' };
      const loading = Promise.resolve(false);
      const seat: Seat = { ...plan, engine: null, loading, told: null, resting: null };
      seats.set(part, seat);
      // Another model may fit beside the others.
      inTurns = false;
      seat.loading = (async () => {
        await after;
        // What another choice has overtaken touches none of its engines.
        if (seats.get(part) !== seat) return false;
        await letGo(part, spec.engine);
        const isLoaded = await loadInto(part, seat);
        if (!isLoaded && part === 'judge' && seats.get(part) === seat) seats.delete(part);
        return isLoaded;
      })();
      return seat.loading;
    },
    loaded,
    async unload(part) {
      seats.delete(part);
      inTurns = false;
      await letGo(part, null);
    },
    async judgeReady() {
      await seats.get('judge')?.loading;
      const seat = seats.get('judge');
      if (seat === undefined || seat.resting !== null) return true;
      return (await revive('judge')) !== null;
    },
    take,
    hasJudge: () => seats.has('judge'),
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

const isFull = (result: LoadResult): boolean =>
  result?.ok === false && result.fault.kind === 'out-of-memory';

/** How the seat's model was lost, where it was for want of memory. */
const fullLoss = ({ engine }: Seat): Loss | null =>
  engine?.lost?.fault.kind === 'out-of-memory' ? engine.lost : null;
