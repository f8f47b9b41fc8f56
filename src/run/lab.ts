/**
 * What the page and the command line can ask for. Everything that comes of it arrives as events;
 * the promises only say that the work has ended, and never reject for an expected failure.
 */
import type { GroupId, RunId } from '../base/id.ts';
import type { LoadOptions } from '../engine/engine.ts';
import type { LoadedModel, ModelSpec } from '../engine/model.ts';
import type { Group } from '../group/group.ts';
import type { Question } from '../question/question.ts';
import type { GroupSummary } from '../store/store.ts';
import type { RunEvent } from './event.ts';
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

export interface LabLoadOptions extends Omit<LoadOptions, 'onProgress'> {
  /** `policy` unless said otherwise; the policy is the anchor too until an anchor is loaded. */
  readonly role?: 'policy' | 'anchor';
}

export interface ExperimentOptions extends AskOptions {
  readonly name?: string;
  /** Each group as it ends; `index` is the question's place in the list. */
  readonly onGroup?: (index: number, group: Group) => void;
}

export interface Lab {
  /** Calls the listener with each event from now on; the result takes it off. */
  listen(listener: (event: RunEvent) => void): () => void;
  load(spec: ModelSpec, options?: LabLoadOptions): Promise<boolean>;
  /** What a role has loaded; without an anchor of its own the policy plays it. */
  loaded(part: 'policy' | 'anchor'): LoadedModel | null;
  /** Samples, synthesises, rewards; resolves with the group as stored, or null where it could not start. */
  ask(question: Question, settings: Settings, options?: AskOptions): Promise<Group | null>;
  /** Many questions, one recipe; those that the store has are not run again. Null: could not start. */
  experiment(questions: readonly Question[], settings: Settings, options?: ExperimentOptions): Promise<Report | null>;
  /** How fast the policy's device decodes, in place of what is running; null: could not, or stopped. */
  measure(options?: MeasureOptions): Promise<DeviceTable | null>;
  /** Ends what is running and keeps what is done. */
  stop(): void;
  /** Replays a stored group as events. */
  open(id: GroupId): Promise<void>;
  history(limit: number): Promise<GroupSummary[]>;
  remove(what: { readonly group: GroupId } | { readonly run: RunId } | 'everything'): Promise<void>;
  /** Brings back what the last `remove` took; false where there is nothing to bring back. */
  undo(): Promise<boolean>;
}
