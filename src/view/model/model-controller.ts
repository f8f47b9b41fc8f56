import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LoadedModel, ModelSpec } from '../../engine/model.ts';
import type { Lab, LabLoadOptions } from '../../run/lab.ts';
import type { ChatKind } from '../../run/settings.ts';
import type { PageController } from '../page-controller.ts';
import type { DraftController } from '../question/draft-controller.ts';
import type { Readiness } from '../readiness.ts';
import { readinessOf } from '../readiness.ts';
import type { JudgeController } from '../rubric/judge-controller.ts';
import type { SettingsController } from '../settings/settings-controller.ts';
import type { LoadAs } from './model-choice.ts';

interface ModelHost extends ReactiveControllerHost {
  readonly lab: Lab | null;
  /** The model that comes with the page. */
  readonly bundled: ModelSpec | null;
}

interface ModelParts {
  readonly page: PageController;
  readonly draft: DraftController;
  readonly set: SettingsController;
  readonly judge: JudgeController;
  /** Whether a link that was opened fixes the settings, for any model. */
  readonly pinned: () => boolean;
}

/** The model that answers and reconciles: which one is here, and how it comes. */
export class ModelController implements ReactiveController {
  readonly #host: ModelHost;
  readonly #parts: ModelParts;
  #threads: number | 'auto' = 'auto';
  #loadAs: LoadAs = 'policy';
  #load = new AbortController();
  /** What was last asked to be loaded, for another try. */
  #spec: ModelSpec | null = null;

  constructor(host: ModelHost, parts: ModelParts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
  }

  hostConnected(): void {}

  get loaded(): LoadedModel | null {
    const { model } = this.#parts.page.state;
    return model.kind === 'ready' ? model.model : null;
  }

  get chat(): ChatKind {
    return this.loaded?.spec.chat ?? this.#host.bundled?.chat ?? 'nano';
  }

  get readiness(): Readiness {
    return readinessOf(this.#parts.page.state.model, this.#host.bundled);
  }

  /** The name of what is here or on its way; empty where there is none. */
  get id(): string {
    return (this.#spec ?? this.#host.bundled)?.id ?? '';
  }

  /** The model of the page, where another one was asked for, whatever became of that. */
  get home(): string | null {
    const { bundled } = this.#host;
    const spec = this.loaded?.spec ?? this.#spec;
    return spec !== null && spec.id !== bundled?.id ? (bundled?.id ?? null) : null;
  }

  get threads(): number | 'auto' {
    return this.#threads;
  }

  setThreads(threads: number | 'auto'): void {
    this.#threads = threads;
    this.#host.requestUpdate();
  }

  /** What the next model that is chosen is for. */
  get loadAs(): LoadAs {
    return this.#loadAs;
  }

  choosePart(part: LoadAs): void {
    this.#loadAs = part;
    this.#host.requestUpdate();
  }

  /** Loads what was chosen, for the part that was chosen; the next one answers again. */
  take(spec: ModelSpec): void {
    const part = this.#loadAs;
    this.choosePart('policy');
    if (part === 'judge') void this.#parts.judge.load(this.#host.lab, spec, this.#threads);
    else void this.load(spec);
  }

  /** Loads a model with the threads that are set; Cancel ends it, which is no failure. */
  async load(spec: ModelSpec, options: Pick<LabLoadOptions, 'keepsWork'> = {}): Promise<'done' | 'failed'> {
    const takeBack = this.#parts.pinned() ? null : this.#parts.set.newModel(spec, this.chat);
    this.#spec = spec;
    this.#parts.draft.allow();
    this.#load = new AbortController();
    const { signal } = this.#load;
    const isLoaded = await this.#host.lab?.load(spec, { threads: this.#threads, signal, ...options });
    if (isLoaded !== true) takeBack?.();
    return isLoaded === true || signal.aborted ? 'done' : 'failed';
  }

  loadBundled(): void {
    if (this.#host.bundled !== null) void this.load(this.#host.bundled);
  }

  /** Before something is asked: where no model is here, the one of the page comes. */
  loadFirst(): void {
    if (this.readiness === 'load-first') this.loadBundled();
  }

  loadAgain(): void {
    if (this.#spec === null) this.loadBundled();
    else void this.load(this.#spec);
  }

  cancel(): void {
    this.#load.abort();
  }
}
