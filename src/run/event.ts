/**
 * The one stream. A live run, a reload from the store and a recorded lesson all yield these, and
 * one fold makes the page's state from them.
 */
import type { Fault } from '../base/fault.ts';
import type { GroupId, RunId } from '../base/id.ts';
import type { LoadedModel, LoadProgress } from '../engine/model.ts';
import type { MethodName } from '../baseline/selection.ts';
import type { Evidence } from '../group/evidence.ts';
import type { Evaluation, Group } from '../group/group.ts';
import type { Entry } from '../group/plan.ts';
import type { Reading } from '../reward/maths/reading.ts';
import type { Rollout } from '../rollout/rollout.ts';
import type { Synthesis, SynthesisPlan } from '../synthesis/synthesis.ts';

/** What models are asked after the synthesis. */
export type AssessJob = 'rubric' | 'verdicts' | 'smaller-synthesis' | MethodName;

export type RunEvent =
  | { readonly kind: 'model-progress'; readonly model: string; readonly progress: LoadProgress }
  | { readonly kind: 'model-ready'; readonly model: LoadedModel }
  | { readonly kind: 'model-unloaded' }
  /** `group` holds what was stored before the first token; `cached` groups follow with all they have. */
  | { readonly kind: 'group-start'; readonly group: Group; readonly cached: boolean }
  | { readonly kind: 'rollout-token'; readonly groupId: GroupId; readonly index: number; readonly text: string; readonly logprob: number | null }
  /** `reading` is its answer where it was read at once; `evaluated` brings all of them. */
  | { readonly kind: 'rollout-done'; readonly groupId: GroupId; readonly rollout: Rollout; readonly reading?: Reading }
  | { readonly kind: 'synthesis-plan'; readonly groupId: GroupId; readonly plan: SynthesisPlan }
  | { readonly kind: 'synthesis-token'; readonly groupId: GroupId; readonly text: string }
  | { readonly kind: 'synthesis-done'; readonly groupId: GroupId; readonly synthesis: Synthesis }
  /** Before the first of `total` calls of one job, and after each. */
  | { readonly kind: 'assessing'; readonly groupId: GroupId; readonly job: AssessJob; readonly done: number; readonly total: number }
  | { readonly kind: 'evidence'; readonly groupId: GroupId; readonly evidence: Evidence }
  | { readonly kind: 'evaluated'; readonly groupId: GroupId; readonly evaluation: Evaluation }
  | { readonly kind: 'group-done'; readonly groupId: GroupId; readonly status: Exclude<Group['status'], 'running'> }
  | { readonly kind: 'group-deleted'; readonly groupId: GroupId }
  | { readonly kind: 'group-restored'; readonly group: Group }
  /**
   * When a run is taken up, and as each of its questions ends. `done` counts those with an outcome, of
   * earlier sittings too; `missed` those that ended in this sitting without one; `secondsLeft` is told once
   * this sitting has sampled a question to its end.
   */
  | { readonly kind: 'run-progress'; readonly runId: RunId; readonly done: number; readonly missed: number; readonly total: number; readonly secondsLeft?: number }
  /** A question of a run is done and stored; again where its outcome has changed. */
  | { readonly kind: 'entry'; readonly entry: Entry }
  /** After storage was full: there is room again, and what went on in memory is kept. */
  | { readonly kind: 'storage-regained' }
  | { readonly kind: 'fault'; readonly fault: Fault; readonly groupId?: GroupId };
