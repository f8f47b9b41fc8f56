import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Lab } from '../../run/lab.ts';
import type { DeviceTable, MeasureProgress } from '../../run/measure-device.ts';

export type MeasureState =
  /** `stopped`: the last one ended without a table; the page says why where it was a fault. */
  | { readonly kind: 'idle'; readonly stopped: boolean }
  | { readonly kind: 'running'; readonly progress: MeasureProgress | null }
  | { readonly kind: 'done'; readonly table: DeviceTable };

/** Measures the loaded model on this device, once at a time, and keeps the last table. */
export class MeasureController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #state: MeasureState = { kind: 'idle', stopped: false };
  #stop = new AbortController();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get state(): MeasureState {
    return this.#state;
  }

  async start(lab: Lab | null): Promise<void> {
    if (lab === null || this.#state.kind === 'running') return;
    const stop = new AbortController();
    this.#stop = stop;
    this.#set({ kind: 'running', progress: null });
    const table = await lab.measure({
      signal: stop.signal,
      onProgress: (progress) => this.#set({ kind: 'running', progress }),
    });
    this.#set(table === null ? { kind: 'idle', stopped: true } : { kind: 'done', table });
  }

  stop(): void {
    this.#stop.abort();
  }

  hostDisconnected(): void {
    this.stop();
  }

  #set(state: MeasureState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
