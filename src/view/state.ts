/**
 * The page's state as one pure fold over run events. A live run, a group replayed from the store
 * and a recorded one give the same state, because nothing else writes it.
 *
 * `at` is a monotonic clock in milliseconds: it times what is streamed now and decides nothing.
 */
import type { Fault, FaultKind } from '../base/fault.ts';
import type { GroupId, RunId } from '../base/id.ts';
import type { LoadedModel, LoadProgress } from '../engine/model.ts';
import type { RunEvent } from '../run/event.ts';
import { foldGroup, restoreGroup, startGroup } from './group-state.ts';
import type { GroupView } from './group-state.ts';

export interface PageState {
  readonly model: ModelState;
  /** The group that the page shows, running or ended. */
  readonly group: GroupView | null;
  /** The experiment that goes on in this tab. Its groups are not shown unless one is opened. */
  readonly run: RunProgress | null;
  /** The group that somebody wants to see while an experiment goes on. */
  readonly wanted: GroupId | null;
  /** What went wrong outside any group, oldest first, each once. */
  readonly faults: readonly Fault[];
  /** The shown group that was deleted last: an undo brings it back into view. */
  readonly removed: GroupId | null;
  /** Where what is done now is kept; from before a full disk, the browser still has the rest. */
  readonly keeping: 'browser' | 'tab' | 'tab-from-now';
  /** Raised whenever the list of earlier groups may have changed. */
  readonly changes: number;
}

export interface RunProgress {
  readonly id: RunId;
  readonly done: number;
  /** Without an outcome in this sitting; those of earlier ones are tried again. */
  readonly missed: number;
  readonly total: number;
  /** Null until this sitting has sampled a question to its end. */
  readonly secondsLeft: number | null;
}

export type ModelState =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading'; readonly model: string; readonly progress: LoadProgress }
  | { readonly kind: 'ready'; readonly model: LoadedModel }
  | { readonly kind: 'failed'; readonly fault: Fault };

export const initialState: PageState = {
  model: { kind: 'none' },
  group: null,
  run: null,
  wanted: null,
  faults: [],
  removed: null,
  keeping: 'browser',
  changes: 0,
};

export function fold(state: PageState, event: RunEvent, at: number): PageState {
  switch (event.kind) {
    case 'model-progress':
      return {
        ...state,
        model: { kind: 'loading', model: event.model, progress: event.progress },
      };
    case 'model-ready':
      return {
        ...state,
        model: { kind: 'ready', model: event.model },
        group: state.group && withoutEngineDown(state.group),
      };
    case 'model-unloaded':
      return state.model.kind === 'failed' ? state : { ...state, model: { kind: 'none' } };
    case 'group-start':
      if (state.run !== null && state.wanted !== event.group.id) return state;
      return {
        ...state,
        wanted: null,
        group: startGroup(event.group, event.cached, at),
        faults: startAnew(state).faults,
        changes: state.changes + 1,
      };
    case 'rollout-token':
    case 'rollout-done':
    case 'synthesis-plan':
    case 'synthesis-token':
    case 'synthesis-done':
    case 'assessing':
    case 'evidence':
    case 'evaluated':
      return inGroup(state, event.groupId, (group) => foldGroup(group, event, at));
    case 'group-done': {
      const next = inGroup(state, event.groupId, (group) => foldGroup(group, event, at));
      // The list of earlier groups is not read anew for each question of a run.
      if (state.run !== null) return next;
      return { ...next, changes: state.changes + 1 };
    }
    case 'group-deleted':
      return {
        ...state,
        ...(state.group?.id === event.groupId ? { group: null, removed: event.groupId } : {}),
        changes: state.changes + 1,
      };
    case 'group-restored':
      return {
        ...state,
        ...(state.removed === event.group.id && state.group === null
          ? { group: restoreGroup(event.group, at), removed: null }
          : {}),
        changes: state.changes + 1,
      };
    case 'run-progress': {
      const { runId: id, done, missed, total, secondsLeft = null } = event;
      return { ...state, run: { id, done, missed, total, secondsLeft } };
    }
    case 'entry':
      return state;
    case 'storage-regained':
      return { ...state, keeping: 'browser' };
    case 'fault':
      return foldFault(keepingAfter(state, event.fault), event.fault, event.groupId, at);
    default:
      return event satisfies never;
  }
}

/** The experiment of this tab has ended, or was stopped. */
export const endRun = (state: PageState): PageState =>
  state.run === null ? state : { ...state, run: null, wanted: null, changes: state.changes + 1 };

/** The next group of this id is shown, whatever else goes on. */
export const want = (state: PageState, wanted: GroupId | null): PageState => ({ ...state, wanted });

/** Takes a page fault off, as its reader has asked. */
export const dismiss = (state: PageState, fault: Fault): PageState => ({
  ...state,
  faults: state.faults.filter((other) => other !== fault),
});

/** Takes off what was wrong with a question that has been changed since. */
export const changeQuestion = (state: PageState): PageState =>
  withFaults(state, (fault) => !OF_QUESTION.has(fault.kind));

/** Takes off what the next attempt answers anew. */
export const startAnew = (state: PageState): PageState =>
  withFaults(state, (fault) => LASTING.has(fault.kind));

/** Faults that another text of the question may mend. */
const OF_QUESTION: ReadonlySet<FaultKind> = new Set<FaultKind>([
  'question-empty',
  'question-too-long',
  'run-locked',
]);

/** Faults that say something about the page as long as it is open. */
const LASTING: ReadonlySet<FaultKind> = new Set<FaultKind>([
  'storage-denied',
  'storage-full',
  'storage-newer',
  'no-webgpu',
]);

/** Faults that keep a model from being loaded. */
const STOPS_LOADING: ReadonlySet<FaultKind> = new Set<FaultKind>([
  'model-missing',
  'model-corrupt',
  'model-changed',
  'model-unsupported',
  'host-refused',
  'no-webgpu',
  'device-lost',
  'worker-died',
  'engine-failed',
  'engine-unavailable',
  'out-of-memory',
  'part-missing',
]);

/** Faults of an engine that a load has mended. */
const ENGINE_DOWN: ReadonlySet<FaultKind> = new Set<FaultKind>([
  'worker-died',
  'device-lost',
  'out-of-memory',
  'not-loaded',
]);

/** Faults after which a loaded model is gone. */
const ENDS_MODEL: ReadonlySet<FaultKind> = new Set<FaultKind>(['device-lost', 'worker-died']);

/** What arrives late, for a group that is no longer shown, changes nothing. */
function inGroup(
  state: PageState,
  id: GroupId,
  change: (group: GroupView) => GroupView,
): PageState {
  if (state.group === null || state.group.id !== id) return state;
  const group = change(state.group);
  return group === state.group ? state : { ...state, group };
}

function keepingAfter(state: PageState, fault: Fault): PageState {
  const { kind } = fault;
  if (kind === 'storage-denied' || kind === 'storage-newer') return { ...state, keeping: 'tab' };
  // A run that stopped before there was no room left: what else is done is kept as before.
  if (kind !== 'storage-full' || fault.needed !== undefined) return state;
  return { ...state, keeping: 'tab-from-now' };
}

/** What kept an ended group from going on is over; a running one may still end by it. */
function withoutEngineDown(group: GroupView): GroupView {
  const faults = group.faults.filter(({ kind }) => !ENGINE_DOWN.has(kind));
  const same = group.status === 'running' || faults.length === group.faults.length;
  return same ? group : { ...group, faults };
}

function foldFault(
  state: PageState,
  fault: Fault,
  groupId: GroupId | undefined,
  at: number,
): PageState {
  const ready = state.model.kind === 'ready';
  const { group } = state;
  if (group !== null && group.id === groupId && group.cached) {
    // It happened when the group was made: it says nothing about the engine of now.
    if (ready && ENGINE_DOWN.has(fault.kind)) return state;
    return inGroup(state, groupId, (shown) => foldGroup(shown, { kind: 'fault', fault }, at));
  }
  const lost = ready ? ENDS_MODEL.has(fault.kind) : STOPS_LOADING.has(fault.kind);
  const next: PageState = lost ? { ...state, model: { kind: 'failed', fault } } : state;
  if (groupId !== undefined) {
    return inGroup(next, groupId, (shown) => foldGroup(shown, { kind: 'fault', fault }, at));
  }
  if (lost || state.faults.some((other) => same(other, fault))) return next;
  return { ...next, faults: [...state.faults, fault] };
}

function withFaults(state: PageState, keep: (fault: Fault) => boolean): PageState {
  const faults = state.faults.filter(keep);
  return faults.length === state.faults.length ? state : { ...state, faults };
}

const same = (a: Fault, b: Fault): boolean => JSON.stringify(a) === JSON.stringify(b);
