/**
 * The automation surface: what the command line calls in the page. `cat ask` and `cat experiment`
 * run the very same built app in a headless Chromium, so that what they measure is what a person
 * sees; this is the one door through which they drive it.
 *
 * `src/main.ts` sets `globalThis.catLab` to a CommandSurface where the address has `?command`, and
 * nowhere else: an ordinary page hands no script of an extension or a console paste a surface. With
 * `?command` no model is loaded until `load` is called. Everything in and out is plain JSON, so it
 * passes `page.evaluate`; what happens meanwhile goes to `globalThis.catLabReport`, which the
 * command line binds (`page.exposeFunction('catLabReport', …)`) before it opens the page.
 */
import type { Fault } from '../base/fault.ts';
import type { RunId } from '../base/id.ts';
import type { DownloadSize } from '../engine/download-size.ts';
import type { LoadedModel, ModelSpec } from '../engine/model.ts';
import type { Group } from '../group/group.ts';
import type { Question } from '../question/question.ts';
import type { SetItem } from '../question/set/item.ts';
import type { RunEvent } from './event.ts';
import type { ExperimentSummary, RunEntries } from './experiments.ts';
import type { Scaled } from './lab.ts';
import type { Report } from './report.ts';
import type { Settings, SettingsChange } from './settings.ts';

export interface CommandSurface {
  /** Loads a model; `'nano'` is the bundled one, for the engine that is named. Without a separate anchor the policy is the anchor. */
  load(request: CommandLoad): Promise<CommandOutcome<LoadedModel>>;
  /** What the download of a model takes, as its hosts tell; of what is large nothing is fetched. */
  size(request: CommandSize): Promise<CommandOutcome<DownloadSize>>;
  /** One question. `seconds` and `tokensPerSecond` of the report are this group's. */
  ask(request: CommandAsk): Promise<CommandOutcome<CommandAnswer>>;
  /** Many questions with one recipe; groups arrive through `catLabReport` as each one ends. */
  experiment(request: CommandExperiment): Promise<CommandOutcome<CommandResult>>;
  /** The synthesis of smaller groups out of finished ones; told as events, `evidence` and `evaluated`. */
  scale(request: CommandScale): Promise<CommandOutcome<Scaled>>;
  /** A run with a plan, which `resume` goes on with, also after the browser was killed. */
  begin(request: CommandBegin): Promise<CommandOutcome<CommandResult>>;
  resume(request: CommandResume): Promise<CommandOutcome<Report>>;
  /** The runs that are kept, newest first. */
  experiments(): Promise<CommandOutcome<readonly ExperimentSummary[]>>;
  entries(run: RunId): Promise<CommandOutcome<RunEntries>>;
  /** Ends what is running and keeps what is done; the call under way then resolves. */
  stop(): void;
}

/** `faults` holds all that went wrong meanwhile; with `value: null` the work could not start. */
export interface CommandOutcome<T> {
  readonly value: T | null;
  readonly faults: readonly Fault[];
}

export interface CommandLoad {
  readonly model: 'nano' | ModelSpec;
  /** Of the bundled model: `auto` takes a hardware GPU where there is one. A spec has its own. */
  readonly engine?: 'wllama' | 'webllm' | 'server' | 'auto';
  readonly role?: 'policy' | 'anchor' | 'judge';
  readonly threads?: number | 'auto';
  readonly slots?: number;
  /** Of a server's model: kept in the page's memory, and told to nobody else. */
  readonly key?: string;
}

export interface CommandSize {
  readonly model: ModelSpec;
}

export interface CommandAsk {
  readonly question: Question;
  /** What was given on the command line; `equalCompute` is on unless given as false. */
  readonly settings?: SettingsChange;
  /** Run again although the store has this work. */
  readonly fresh?: boolean;
  /** Report every token too: a message for each one, so off unless asked for. */
  readonly tokens?: boolean;
}

export interface CommandAnswer {
  readonly settings: Settings;
  readonly group: Group;
  readonly report: Report;
}

export interface CommandExperiment extends Omit<CommandAsk, 'question'> {
  readonly questions: readonly Question[];
  /** Shown in the history of runs. */
  readonly name?: string;
}

export interface CommandScale {
  /** Finished ones, as the caller keeps them. */
  readonly groups: readonly Group[];
  readonly sizes: readonly number[];
  readonly subsets?: number;
}

export interface CommandBegin extends Pick<CommandAsk, 'settings' | 'tokens'> {
  readonly items: readonly SetItem[];
  /** Of the set; the run has its name too. */
  readonly set: string;
}

export interface CommandResume extends Pick<CommandAsk, 'tokens'> {
  readonly run: RunId;
  readonly takeOver?: boolean;
}

export interface CommandResult {
  readonly settings: Settings;
  readonly report: Report;
  /** Questions that ended without a synthesis: stopped, failed, or never begun. */
  readonly unfinished: number;
}

/** What `catLabReport` is called with. `index` is the question's place in the request. */
export type CommandMessage =
  | { readonly kind: 'event'; readonly event: RunEvent }
  | { readonly kind: 'group'; readonly index: number; readonly group: Group };

declare global {
  var catLab: CommandSurface | undefined;
  var catLabReport: ((message: CommandMessage) => unknown) | undefined;
}
