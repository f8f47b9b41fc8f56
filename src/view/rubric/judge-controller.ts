import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LoadedModel, LoadProgress, ModelSpec } from '../../engine/model.ts';
import type { Lab } from '../../run/lab.ts';

/** A second model as the judge: none, on its way, or here. */
export type JudgeState =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading'; readonly model: string; readonly progress: LoadProgress }
  | { readonly kind: 'ready'; readonly model: LoadedModel };

/** Loads an independent judge and lets go of it; the lab tells no progress of it by itself. */
export class JudgeController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #state: JudgeState = { kind: 'none' };
  #load = new AbortController();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get state(): JudgeState {
    return this.#state;
  }

  hostConnected(): void {}

  /** Ends as none where the load fails, whose fault stands on the page, or is cancelled. */
  async load(lab: Lab | null, spec: ModelSpec, threads: number | 'auto'): Promise<void> {
    this.#load.abort();
    const load = new AbortController();
    this.#load = load;
    const { signal } = load;
    const model = spec.id;
    this.#set({ kind: 'loading', model, progress: { stage: 'start' } });
    const onProgress = (progress: LoadProgress): void => {
      if (this.#load === load) this.#set({ kind: 'loading', model, progress });
    };
    const isLoaded = await lab?.load(spec, { role: 'judge', threads, signal, onProgress });
    if (this.#load !== load) return;
    const judge = isLoaded === true ? (lab?.loaded('judge') ?? null) : null;
    this.#set(judge === null ? { kind: 'none' } : { kind: 'ready', model: judge });
  }

  async unload(lab: Lab | null): Promise<void> {
    this.#load.abort();
    this.#load = new AbortController();
    this.#set({ kind: 'none' });
    await lab?.unload('judge');
  }

  #set(state: JudgeState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
