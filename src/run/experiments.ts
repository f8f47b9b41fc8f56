/** The lab's part for many questions: sets that are kept, runs that go on where they stood, and what they came to. */
import type { Fault } from '../base/fault.ts';
import type { RunId, SetId } from '../base/id.ts';
import type { Entry, Missed, Plan } from '../group/plan.ts';
import type { Question } from '../question/question.ts';
import type { SetItem } from '../question/set/item.ts';
import type { QuestionSet, RunRecord } from '../store/store.ts';
import type { Report } from './report.ts';
import type { Settings } from './settings.ts';

/**
 * Where a run stands: all its questions are done or missed, it waits to be taken up again, it runs in
 * this page, or in another tab.
 */
export type RunState = 'done' | 'paused' | 'here' | 'elsewhere';

export interface ExperimentSummary {
  readonly run: RunRecord;
  readonly set: string;
  readonly recipes: Plan['recipes'];
  readonly planned: number;
  readonly done: number;
  /** Ended without an outcome; tried again by `resume`. */
  readonly missed: number;
  readonly state: RunState;
}

/** Before a run: what it will take, from what this device needed for earlier groups of the same model. */
export interface Estimate {
  /** Null where nothing like it has been run here. */
  readonly seconds: number | null;
  /** Of storage; where nothing like it has been run here, as if every answer were as long as it may be. */
  readonly bytes: number;
  /** Free in this browser's storage, where it tells. */
  readonly free: number | null;
  /** Syntheses of smaller groups among what it takes. */
  readonly smaller: number;
}

/** Before smaller groups of a run are written. */
export interface ScaleEstimate {
  /** Syntheses that are not there yet: one for each question with a known answer and size. */
  readonly calls: number;
  /** Null where nothing of the run tells how long one takes. */
  readonly seconds: number | null;
}

export type PromptsByKind = Readonly<Partial<Record<Question['kind'], Settings['prompts']>>>;

export interface BeginOptions {
  /** Name of the set. */
  readonly set: string;
  readonly items: readonly SetItem[];
  readonly settings: Settings;
  /** Changed for a kind of question alone; those of the settings where a kind has none here. */
  readonly prompts?: PromptsByKind;
  /** Of the run. */
  readonly name: string;
  readonly signal?: AbortSignal;
}

export interface ResumeOptions {
  readonly signal?: AbortSignal;
  /** Takes the run from another tab that works on it, which stops with `run-taken`. */
  readonly takeOver?: boolean;
}

/** What a run set out to do and what came of it so far; both in the order of the plan. */
export interface RunEntries {
  readonly plan: Plan;
  readonly entries: readonly Entry[];
  readonly missed: readonly Missed[];
}

/** To pause a run is `Lab.stop`; to remove one, and to bring it back, `Lab.remove` and `Lab.undo`. */
export interface Experiments {
  /** Newest first. */
  experiments(): Promise<ExperimentSummary[]>;
  /**
   * Writes the plan and begins; resolves as `experiment` does. Told as events, `run-progress` and `entry`
   * among them. Where storage is nearly full it stops with `storage-full`, and what is done is kept.
   */
  begin(options: BeginOptions): Promise<Report | null>;
  /**
   * Goes on with a run by its own plan and recipes, whatever the settings are now; the report is of all
   * its entries. Null where there is no such run, or with a fault: `model-differs` where its models are
   * not the loaded ones, `run-locked` where another tab works on it.
   */
  resume(run: RunId, options?: ResumeOptions): Promise<Report | null>;
  /** From the loaded policy and the store; asks no model. */
  estimate(items: readonly SetItem[], settings: Settings): Promise<Estimate>;
  /** What `Lab.scale` of a run with these sizes would take; asks no model. */
  estimateScale(run: RunId, sizes: readonly number[]): Promise<ScaleEstimate>;
  /** Null where there is no such run; also of a run that another tab works on. */
  entries(run: RunId): Promise<RunEntries | null>;
  rename(run: RunId, name: string): Promise<void>;
  /** Keeps a set, all of it or nothing; the fault says why. */
  keepSet(name: string, items: readonly SetItem[]): Promise<Fault | null>;
  /** Newest first, without their items. */
  sets(): Promise<QuestionSet[]>;
  itemsOf(set: SetId): Promise<readonly SetItem[]>;
  removeSet(set: SetId): Promise<void>;
}
