/**
 * A lab that a test holds in its hand: it records what the page asks for, and gives the page the
 * events that the test sends.
 */
import type { Fault } from '../../src/base/fault.ts';
import type { GroupId, RunId, SetId } from '../../src/base/id.ts';
import type { LoadedModel, ModelSpec, Trained } from '../../src/engine/model.ts';
import type { Group } from '../../src/group/group.ts';
import type { Recipe } from '../../src/group/recipe.ts';
import type { Question } from '../../src/question/question.ts';
import type { SetItem } from '../../src/question/set/item.ts';
import type { RunEvent } from '../../src/run/event.ts';
import type {
  BeginOptions,
  Estimate,
  ExperimentSummary,
  ResumeOptions,
  RunEntries,
  ScaleEstimate,
} from '../../src/run/experiments.ts';
import type { Evidence } from '../../src/group/evidence.ts';
import type {
  AskOptions,
  JudgeOptions,
  Lab,
  LabLoadOptions,
  Part,
  Scalables,
  Scaled,
} from '../../src/run/lab.ts';
import type { DeviceTable, MeasureOptions } from '../../src/run/measure-device.ts';
import { recipeOfLoaded } from '../../src/run/recipe.ts';
import { replay } from '../../src/run/replay.ts';
import type { Report } from '../../src/run/report.ts';
import type { Settings } from '../../src/run/settings.ts';
import type { GroupSummary, QuestionSet } from '../../src/store/store.ts';
import { summaryOf } from '../../src/store/summary.ts';
import { scriptedCapabilities } from './engine.ts';

export const nanoSpec: ModelSpec = {
  id: 'nano',
  engine: 'wllama',
  urls: ['models/nano/nano.gguf'],
  chat: 'nano',
};

export const nanoTrained: Trained = {
  levels: ['easy', 'medium'],
  jobs: ['solve', 'combine'],
  group: { min: 1, max: 16 },
  temperature: 1,
  answerTokens: 160,
};

export const loadedModel = (spec: ModelSpec = nanoSpec): LoadedModel => ({
  spec,
  revision: 'f'.repeat(64),
  bytes: 3_400_000,
  capabilities: { ...scriptedCapabilities, threads: 2 },
  calibration: [{ threads: 2, tokensPerSecond: 164.2 }],
  ...(spec.chat === 'nano' ? { trained: nanoTrained } : {}),
});

export interface Asked {
  readonly question: Question;
  readonly settings: Settings;
  readonly options: AskOptions;
  /** Ends the ask; the page then takes the work as done. */
  readonly settle: (group?: Group | null) => void;
}

export interface Measured {
  readonly options: MeasureOptions;
  /** Ends the measurement; null as where it was stopped or could not be. */
  readonly settle: (table: DeviceTable | null) => void;
}

export class HandLab implements Lab {
  readonly asked: Asked[] = [];
  readonly loads: { readonly spec: ModelSpec; readonly options: LabLoadOptions }[] = [];
  readonly removals: unknown[] = [];
  readonly measured: Measured[] = [];
  readonly amended: { readonly id: GroupId; readonly evidence: Evidence }[] = [];
  readonly judged: { readonly id: GroupId; readonly options: JudgeOptions }[] = [];
  readonly scaled: {
    readonly what: Scalables;
    readonly sizes: readonly number[];
    readonly settle: (scaled?: Scaled | null) => void;
  }[] = [];
  readonly unloads: Part[] = [];
  /** Models of their own in the other roles. */
  others: Partial<Record<'anchor' | 'judge', LoadedModel>> = {};
  /** What the store holds, newest first. */
  groups: Group[] = [];
  stops = 0;
  model: LoadedModel | null = null;
  readonly #listeners = new Set<(event: RunEvent) => void>();
  #removed: Group[] = [];

  emit(...events: readonly RunEvent[]): void {
    for (const event of events) for (const listener of [...this.#listeners]) listener(event);
  }

  fault(fault: Fault): void {
    this.emit({ kind: 'fault', fault });
  }

  ready(model: LoadedModel = loadedModel()): void {
    this.model = model;
    this.emit({ kind: 'model-ready', model });
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  listen(listener: (event: RunEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  load(spec: ModelSpec, options: LabLoadOptions = {}): Promise<boolean> {
    this.loads.push({ spec, options });
    return Promise.resolve(true);
  }

  loaded(part: Part = 'policy'): LoadedModel | null {
    const { anchor = this.model, judge = anchor } = this.others;
    return part === 'policy' ? this.model : part === 'anchor' ? anchor : judge;
  }

  recipe(settings: Settings, regime: Question['kind']): Recipe | null {
    return recipeOfLoaded((part) => this.loaded(part), settings, regime);
  }

  unload(part: 'anchor' | 'judge'): Promise<void> {
    this.unloads.push(part);
    this.others = { ...this.others };
    delete this.others[part];
    return Promise.resolve();
  }

  amend(id: GroupId, evidence: Evidence): Promise<void> {
    this.amended.push({ id, evidence });
    return Promise.resolve();
  }

  judge(id: GroupId, options: JudgeOptions = {}): Promise<void> {
    this.judged.push({ id, options });
    return Promise.resolve();
  }

  ask(question: Question, settings: Settings, options: AskOptions = {}): Promise<Group | null> {
    return new Promise((resolve) => {
      this.asked.push({ question, settings, options, settle: (group = null) => resolve(group) });
    });
  }

  experiment(): Promise<null> {
    return Promise.resolve(null);
  }

  begin(_options: BeginOptions): Promise<Report | null> {
    return Promise.resolve(null);
  }

  resume(_run: RunId, _options?: ResumeOptions): Promise<Report | null> {
    return Promise.resolve(null);
  }

  experiments(): Promise<ExperimentSummary[]> {
    return Promise.resolve([]);
  }

  entries(_run: RunId): Promise<RunEntries | null> {
    return Promise.resolve(null);
  }

  estimated: Estimate = { seconds: null, bytes: 0, free: null, smaller: 0 };

  estimate(_items: readonly SetItem[], _settings: Settings): Promise<Estimate> {
    return Promise.resolve(this.estimated);
  }

  estimateScale(_run: RunId, _sizes: readonly number[]): Promise<ScaleEstimate> {
    return Promise.resolve({ calls: 0, seconds: null });
  }

  rename(_run: RunId, _name: string): Promise<void> {
    return Promise.resolve();
  }

  keepSet(_name: string, _items: readonly SetItem[]): Promise<Fault | null> {
    return Promise.resolve(null);
  }

  sets(): Promise<QuestionSet[]> {
    return Promise.resolve([]);
  }

  itemsOf(_set: SetId): Promise<readonly SetItem[]> {
    return Promise.resolve([]);
  }

  removeSet(_set: SetId): Promise<void> {
    return Promise.resolve();
  }

  scale(what: Scalables, sizes: readonly number[]): Promise<Scaled | null> {
    return new Promise((resolve) => {
      this.scaled.push({ what, sizes, settle: (scaled = null) => resolve(scaled) });
    });
  }

  measure(options: MeasureOptions = {}): Promise<DeviceTable | null> {
    return new Promise((settle) => {
      options.signal?.addEventListener('abort', () => settle(null));
      this.measured.push({ options, settle });
    });
  }

  stop(): void {
    this.stops += 1;
  }

  open(id: GroupId): Promise<boolean> {
    const found = this.groups.filter((group) => group.id === id);
    for (const group of found) this.emit(...replay(group));
    return Promise.resolve(found.length > 0);
  }

  history(limit: number): Promise<GroupSummary[]> {
    return Promise.resolve(this.groups.slice(0, limit).map(summaryOf));
  }

  remove(what: Parameters<Lab['remove']>[0]): Promise<boolean> {
    this.removals.push(what);
    this.#removed = this.groups.filter(
      (group) => what === 'everything' || ('group' in what && what.group === group.id),
    );
    this.groups = this.groups.filter((group) => !this.#removed.includes(group));
    for (const { id } of this.#removed) this.emit({ kind: 'group-deleted', groupId: id });
    return Promise.resolve(true);
  }

  undo(): Promise<boolean> {
    const back = this.#removed;
    this.#removed = [];
    this.groups = [...back, ...this.groups];
    for (const group of back) this.emit({ kind: 'group-restored', group });
    return Promise.resolve(back.length > 0);
  }
}
