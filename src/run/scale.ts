/** The lab's part that writes the synthesis of smaller groups out of finished ones. */
import { isEngineDown } from '../base/engine-down.ts';
import type { Fault } from '../base/fault.ts';
import type { GroupId, RunId } from '../base/id.ts';
import type { Engine } from '../engine/engine.ts';
import { evaluate } from '../group/evaluate.ts';
import { withEvidence } from '../group/evidence.ts';
import type { Group } from '../group/group.ts';
import { isSameRole } from '../group/recipe.ts';
import type { Recipe } from '../group/recipe.ts';
import type { Scaling } from '../group/smaller.ts';
import type { AmendmentParts } from './amend.ts';
import type { Lab, Scalables, Scaled } from './lab.ts';
import { roleOf } from './recipe.ts';
import { recovering } from './recover.ts';
import { BOUNDS, checkScaling } from './settings.ts';
import { missingSubGroups, writeSmaller } from './smaller.ts';
import type { SmallerJob } from './smaller.ts';
import { untilAborted } from './until-aborted.ts';

export function createScaler(parts: AmendmentParts): Pick<Lab, 'scale'> {
  const { models, work, emit } = parts;

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
    const source = await openSource(what, parts, tellOnce);
    try {
      let written = 0;
      const pass = await recovering(
        async () => {
          const anchor = await ready();
          const sitting = createSitting({ ...parts, source, scaling, tellOnce, signal });
          const result = anchor === null ? null : await sitting(anchor);
          written += result?.written ?? 0;
          return result;
        },
        (result) => result?.isDown === true,
        async () => !signal.aborted && (await ready()) !== null,
      );
      if (pass?.isDown === true && !signal.aborted) models.giveUp();
      return pass === null ? null : { groups: pass.groups, written, missing: pass.missing };
    } finally {
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

interface Source {
  /** One after another, as they are now; without those that are gone, unfinished or locked. */
  groups(): AsyncGenerator<Group, void, undefined>;
  /** Of a given group nothing is stored but here. */
  keep(group: Group): void;
  close(): void;
}

async function openSource(
  what: Scalables,
  { store, locks }: AmendmentParts,
  tell: (fault: Fault) => void,
): Promise<Source> {
  const given = new Map('given' in what ? what.given.map((group) => [group.id, group]) : []);
  const ids = 'run' in what ? await idsOf(what.run, store) : 'groups' in what ? what.groups : [];
  const held = new Map<RunId, (() => void) | null>();
  const isFree = async (run: RunId): Promise<boolean> => {
    if (!held.has(run)) held.set(run, await locks.hold(run));
    if (held.get(run) !== null) return true;
    tell({ kind: 'run-locked', run });
    return false;
  };
  return {
    async *groups() {
      for (const group of [...given.values()]) yield group;
      for (const id of new Set(ids)) {
        const run = (await store.group(id))?.runId;
        if (run === undefined || !(await isFree(run))) continue;
        // What was read before the lock may be older than what its holder wrote.
        const group = await store.group(id);
        if (group?.status === 'done') yield group;
      }
    },
    keep(group) {
      if (given.has(group.id)) given.set(group.id, group);
    },
    close() {
      for (const release of held.values()) release?.();
    },
  };
}

/** Of an experiment those of its entries, which may be of an earlier run; of a single ask its own. */
async function idsOf(run: RunId, store: AmendmentParts['store']): Promise<GroupId[]> {
  const entries = await store.entriesOf(run);
  if (entries.length > 0) return entries.map(({ groupId }) => groupId);
  return (await store.groupsOf(run)).map(({ id }) => id).reverse();
}

interface Sitting extends AmendmentParts {
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
}

/** Goes once through all groups, with the anchor that is loaded now. */
function createSitting(parts: Sitting): (anchor: Engine) => Promise<Sat> {
  const { store, compare, emit, source, scaling, tellOnce, signal } = parts;
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
    for await (const group of source.groups()) {
      if (!isOwn(group, anchor)) continue;
      groups += 1;
      const missing = missingSubGroups(group, scaling);
      wanted += missing.length;
      if (missing.length === 0) continue;
      const one: Open = { group, total: missing.length, ended: 0, written: 0 };
      open.set(group.id, one);
      progress(one);
      for (const sub of missing) yield { group, sub };
    }
  }

  /** The evaluation follows what came; the recipe names what is whole. */
  const settle = async ({ group: before, total, written: came }: Open): Promise<void> => {
    open.delete(before.id);
    if (came > 0) {
      const recipe = came === total ? withScaling(before.recipe, scaling) : before.recipe;
      const group = { ...before, recipe };
      const evaluation = await evaluate(group, compare);
      const settled: Group = { ...group, evaluation };
      source.keep(settled);
      if (recipe !== before.recipe && (await store.group(group.id)) !== null) {
        await store.putGroup(settled);
      }
      const entries = await store.finishGroup(group.id, 'done', evaluation, group.faults);
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
        await store.putEvidence(id, event.piece);
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
