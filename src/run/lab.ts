/**
 * What the page and the command line can ask for. Everything that comes of it arrives as events;
 * the promises only say that the work has ended, and never reject for an expected failure.
 */
import type { GroupId, RunId } from '../base/id.ts';
import type { LoadOptions } from '../engine/engine.ts';
import type { LoadedModel, ModelSpec } from '../engine/model.ts';
import type { Evidence } from '../group/evidence.ts';
import type { Group } from '../group/group.ts';
import type { Judging, Recipe } from '../group/recipe.ts';
import type { Scaling } from '../group/smaller.ts';
import type { Question } from '../question/question.ts';
import type { GroupSummary } from '../store/store.ts';
import type { RunEvent } from './event.ts';
import type { Experiments } from './experiments.ts';
import type { DeviceTable, MeasureOptions } from './measure-device.ts';
import type { Report } from './report.ts';
import type { Settings } from './settings.ts';

export interface AskOptions {
  /** Run again although the store has this work. */
  readonly fresh?: boolean;
  /** The run that the group belongs to; a new one otherwise. */
  readonly runId?: RunId;
  readonly signal?: AbortSignal;
}

/** `onProgress` is for the other roles, whose loads are not told as events. */
export interface LabLoadOptions extends LoadOptions {
  /**
   * `policy` unless said otherwise; the policy is the anchor too until an anchor is loaded, and the
   * anchor the judge.
   */
  readonly role?: Part;
  /** What is under way goes on, as a question that waits for a model; otherwise a load stops it. */
  readonly keepsWork?: boolean;
}

/** The roles that a model can be loaded for. */
export type Part = 'policy' | 'anchor' | 'judge';

export interface JudgeOptions {
  /** Instead of the recipe's: more repeats judge the missing ones. Bounds as in the settings. */
  readonly judging?: Judging;
  readonly signal?: AbortSignal;
}

/** Smaller groups to be written: of a run, of stored groups, or of finished ones that are kept elsewhere. */
export type Scalables =
  | { readonly run: RunId }
  | { readonly groups: readonly GroupId[] }
  | { readonly given: readonly Group[] };

export interface ScaleOptions extends Pick<Scaling, 'smallerSubsets'> {
  readonly signal?: AbortSignal;
}

/** What a call of `scale` came to. */
export interface Scaled {
  /** Groups that were looked at: finished, not locked, and of this anchor. */
  readonly groups: number;
  /** Syntheses written now. */
  readonly written: number;
  /** Those that are still missing: stopped, or failed. */
  readonly missing: number;
}

export interface ExperimentOptions extends AskOptions {
  readonly name?: string;
  /** Each group as it ends; `index` is the question's place in the list. */
  readonly onGroup?: (index: number, group: Group) => void;
}

export interface Lab extends Experiments {
  /** Calls the listener with each event from now on; the result takes it off. */
  listen(listener: (event: RunEvent) => void): () => void;
  load(spec: ModelSpec, options?: LabLoadOptions): Promise<boolean>;
  /**
   * What a role has loaded. Without an anchor of its own the policy plays it, without a judge of its
   * own the anchor does. A model that makes room for another one counts as loaded.
   */
  loaded(part: Part): LoadedModel | null;
  /** What a question of this kind would be asked with now; null where no policy is loaded. */
  recipe(settings: Settings, regime: Question['kind']): Recipe | null;
  /** Lets go of a model of its own in a role, ending what runs; another one plays the role again. */
  unload(part: Exclude<Part, 'policy'>): Promise<void>;
  /** Samples, synthesises, rewards; resolves with the group as stored, or null where it could not start. */
  ask(question: Question, settings: Settings, options?: AskOptions): Promise<Group | null>;
  /** Begins a run of these questions; those that the store has are not run again. Null: could not start. */
  experiment(questions: readonly Question[], settings: Settings, options?: ExperimentOptions): Promise<Report | null>;
  /**
   * A person's change of a stored open group, at once and beside other work: a verdict with another
   * `overruled`, or the rubric with criteria edited, weighed, switched off, added at the end, or, where
   * a person wrote them, taken away. Stored, then told as `evidence` and `evaluated`. An edited text
   * drops its verdicts. Faults: `setting-invalid`, and `run-locked` where the group is being worked on.
   */
  amend(id: GroupId, evidence: Evidence): Promise<void>;
  /**
   * Judges the pairs of a stored open group that have no verdict, in place of what is running; told
   * as `assessing`, `evidence`, `evaluated` and `group-done`. A stop keeps the verdicts that came.
   */
  judge(id: GroupId, options?: JudgeOptions): Promise<void>;
  /**
   * Has the anchor write the synthesis of smaller groups out of the rollouts of finished groups, in place
   * of what is running; what is there is not written again. Told as `assessing`, `evidence`, `evaluated`
   * and `group-done`; a stop keeps what came. Questions without a known answer and sizes from a group's own
   * G on are passed over. What a tab wrote that died before it evaluated it is taken into account. Null: could not start.
   * Faults: `setting-invalid`; `storage-full`, which keeps what came; `model-differs` for groups that another
   * anchor wrote, and `run-locked`: those groups are left as they are.
   */
  scale(what: Scalables, sizes: readonly number[], options?: ScaleOptions): Promise<Scaled | null>;
  /** How fast the policy's device decodes, in place of what is running; null: could not, or stopped. */
  measure(options?: MeasureOptions): Promise<DeviceTable | null>;
  /** Ends what is running and keeps what is done. */
  stop(): void;
  /** Replays a stored group as events; false where there is none such. */
  open(id: GroupId): Promise<boolean>;
  /** Single questions, newest first; those of an experiment are its `entries`. */
  history(limit: number): Promise<GroupSummary[]>;
  /** False where another tab works on what is to go, which stays and is told as `run-locked`. */
  remove(what: { readonly group: GroupId } | { readonly run: RunId } | 'everything'): Promise<boolean>;
  /** Brings back what the last `remove` took; false where there is nothing to bring back. */
  undo(): Promise<boolean>;
}
