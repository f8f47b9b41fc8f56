/** The lab's part that writes the synthesis of smaller groups out of finished ones. */
import { isEngineDown } from '../base/engine-down.ts';
import type { Fault } from '../base/fault.ts';
import type { GroupId } from '../base/id.ts';
import { untilAborted } from '../base/until-aborted.ts';
import type { Engine } from '../engine/engine.ts';
import { evaluate } from '../group/evaluate.ts';
import { withEvidence } from '../group/evidence.ts';
import type { Group } from '../group/group.ts';
import { isSameRole } from '../group/recipe.ts';
import type { Recipe } from '../group/recipe.ts';
import type { Scaling } from '../group/smaller.ts';
import type { AmendmentParts } from './amend.ts';
import { hasRoom, watchDisk } from './disk.ts';
import { bytesToScale } from './estimate-scale.ts';
import type { Lab, Scalables, Scaled } from './lab.ts';
import { roleOf } from './recipe.ts';
import { recovering } from './recover.ts';
import { freeOf, fullFault } from './room.ts';
import type { StorageNumbers } from './room.ts';
import { createRunStore } from './run-store.ts';
import type { RunStore } from './run-store.ts';
import { idsOf, openSource } from './scale-source.ts';
import type { Source } from './scale-source.ts';
import { BOUNDS, checkScaling } from './settings.ts';
import { missingSubGroups, writeSmaller } from './smaller.ts';
import type { SmallerJob } from './smaller.ts';
import { isUnsettled } from './unsettled.ts';

export interface ScalerParts extends AmendmentParts {
  readonly storage: StorageNumbers | undefined;
}

export function createScaler(parts: ScalerParts): Pick<Lab, 'scale'> {
  const { store, storage, models, work, emit } = parts;

  const scale = async (
    what: Scalables,
    scaling: Scaling,
    signal: AbortSignal,
  ): Promise<Scaled | null> => {
    const ready = async (): Promise<Engine | null> =>
      (await untilAborted(models.ready(), signal))?.anchor ?? null;
    if ((await ready()) === null) return null;
    const told = new Set<string>();
    const tellOnce = (fault: Fault): void => {
      const text = JSON.stringify(fault);
      if (!told.has(text)) emit({ kind: 'fault', fault });
      told.add(text);
    };
    const ids = await idsOf(what, store);
    const bytes = (): Promise<number> => bytesToScale(store, ids, scaling);
    // Of groups that are kept elsewhere nothing is written here.
    if (ids.length > 0 && !(await hasRoom(parts, bytes))) return null;
    const disk = watchDisk(store);
    const ending = new AbortController();
    const stop = AbortSignal.any([signal, ending.signal]);
    const kept = createRunStore(store, {
      mayWrite: () => true,
      onWrite: () => {
        if (disk.hasLost()) ending.abort();
      },
    });
    const source = openSource(what, ids, parts, tellOnce);
    try {
      let written = 0;
      const pass = await recovering(
        async () => {
          const anchor = await ready();
          const sitting = createSitting({ ...parts, kept, source, scaling, tellOnce, signal: stop });
          const result = anchor === null ? null : await sitting(anchor);
          written += result?.written ?? 0;
          return result;
        },
        (result) => result?.isDown === true,
        async () => !stop.aborted && (await ready()) !== null,
      );
      if (pass?.isDown === true && !stop.aborted) models.giveUp();
      if (disk.isFull()) {
        emit({ kind: 'fault', fault: fullFault(await bytes(), (await freeOf(storage)) ?? 0) });
      }
      return pass === null ? null : { groups: pass.groups, written, missing: pass.missing };
    } finally {
      disk.close();
      source.close();
    }
  };

  return {
    async scale(what, sizes, { smallerSubsets = 1, signal } = {}) {
      const scaling = { smallerGroups: [...new Set(sizes)].sort((a, b) => a - b), smallerSubsets };
      const faults = checkScaling(scaling, BOUNDS.group.high);
      for (const fault of faults) emit({ kind: 'fault', fault });
      if (faults.length > 0) return null;
      return work.run((stop) => scale(what, scaling, stop), signal);
    },
  };
}

interface Sitting extends Pick<AmendmentParts, 'compare' | 'emit'> {
  /** Tells at once where the disk no longer keeps what is written. */
  readonly kept: RunStore;
  readonly source: Source;
  readonly scaling: Scaling;
  readonly signal: AbortSignal;
  tellOnce(fault: Fault): void;
}

interface Sat extends Scaled {
  /** The engine broke. */
  readonly isDown: boolean;
}

/** A group while its smaller ones are written. */
interface Open {
  group: Group;
  readonly total: number;
  ended: number;
  written: number;
  /** Of earlier ones not all have been taken into account. */
  readonly isUnsettled: boolean;
}

/** Goes once through all groups, with the anchor that is loaded now. */
function createSitting(parts: Sitting): (anchor: Engine) => Promise<Sat> {
  const { kept, compare, emit, source, scaling, tellOnce, signal } = parts;
  const open = new Map<GroupId, Open>();
  let groups = 0;
  let wanted = 0;
  let written = 0;
  let isDown = false;

  /** The anchor's own groups only: a curve over two anchors would be that of neither. */
  const isOwn = ({ recipe }: Group, anchor: Engine): boolean => {
    if (anchor.loaded === null) return false;
    const loaded = roleOf(anchor.loaded);
    if (isSameRole(recipe.anchor, loaded)) return true;
    tellOnce({ kind: 'model-differs', role: 'anchor', wanted: recipe.anchor, loaded });
    return false;
  };
  const progress = ({ group, ended: done, total }: Open): void =>
    emit({ kind: 'assessing', groupId: group.id, job: 'smaller-synthesis', done, total });

  async function* jobs(anchor: Engine): AsyncGenerator<SmallerJob<Group>, void, undefined> {
    for await (const { group, entries } of source.groups()) {
      if (signal.aborted) return;
      if (!isOwn(group, anchor)) continue;
      groups += 1;
      const missing = missingSubGroups(group, scaling);
      wanted += missing.length;
      const unsettled = entries !== null && isUnsettled(group, entries);
      const one: Open = { group, total: missing.length, ended: 0, written: 0, isUnsettled: unsettled };
      if (missing.length === 0) {
        if (unsettled) await settle(one);
        continue;
      }
      open.set(group.id, one);
      progress(one);
      for (const sub of missing) yield { group, sub };
    }
  }

  /** The evaluation follows what came; the recipe names what is whole. */
  const settle = async (one: Open): Promise<void> => {
    const { group: before, total, written: came } = one;
    open.delete(before.id);
    if (came > 0 || one.isUnsettled) {
      const recipe = came === total ? withScaling(before.recipe, scaling) : before.recipe;
      const group = { ...before, recipe };
      const evaluation = await evaluate(group, compare);
      const settled: Group = { ...group, evaluation };
      source.keep(settled);
      if (recipe !== before.recipe && (await kept.group(group.id)) !== null) {
        await kept.putGroup(settled);
      }
      const entries = await kept.finishGroup(group.id, 'done', evaluation, group.faults);
      emit({ kind: 'evaluated', groupId: group.id, evaluation });
      for (const entry of entries) emit({ kind: 'entry', entry });
    }
    emit({ kind: 'group-done', groupId: before.id, status: 'done' });
  };

  return async (anchor) => {
    for await (const event of writeSmaller(jobs(anchor), anchor, signal)) {
      const { id } = event.job.group;
      const one = open.get(id);
      if (one === undefined) continue;
      one.ended += 1;
      if (event.kind === 'written') {
        one.written += 1;
        written += 1;
        one.group = { ...one.group, evidence: withEvidence(one.group.evidence, event.piece) };
        await kept.putEvidence(id, event.piece);
        emit({ kind: 'evidence', groupId: id, evidence: event.piece });
      } else {
        isDown ||= isEngineDown(event.fault);
        // What breaks an engine breaks all that it was writing.
        if (isEngineDown(event.fault)) tellOnce(event.fault);
        else emit({ kind: 'fault', fault: event.fault, groupId: id });
      }
      progress(one);
      if (one.ended === one.total) await settle(one);
    }
    for (const one of [...open.values()]) await settle(one);
    return { groups, written, missing: wanted - written, isDown };
  };
}

/** Smaller groups of before with those that have come. */
function withScaling(recipe: Recipe, { smallerGroups = [], smallerSubsets = 1 }: Scaling): Recipe {
  const had = recipe.smallerSubsets ?? smallerSubsets;
  const sizes = smallerGroups.filter((size) => size <= recipe.group);
  return {
    ...recipe,
    smallerGroups: [...new Set([...(recipe.smallerGroups ?? []), ...sizes])].sort((a, b) => a - b),
    // Of all sizes alike: what only some have so many of, is not said of all.
    smallerSubsets: Math.min(had, smallerSubsets),
  };
}
