import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RunId } from '../../base/id.ts';
import type { RunEvent } from '../../run/event.ts';
import type { ScaleEstimate } from '../../run/experiments.ts';
import type { Intents } from '../intent.ts';
import type { ExperimentLab } from './runs-controller.ts';

/** Syntheses of smaller groups while they are written. */
export interface Scaling {
  readonly run: RunId;
  readonly done: number;
  readonly total: number;
}

/** What the synthesis of smaller groups would take, and how far it is. */
export class ScaleController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #lab: ExperimentLab | null = null;
  #estimate: ScaleEstimate | null = null;
  #scaling: Scaling | null = null;
  /** Counts what was asked for: of several answers only that of the last one is taken. */
  #asked = 0;
  #stopListening = (): void => {};

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Of what was asked last; null while it is reckoned, and of nothing. */
  get estimate(): ScaleEstimate | null {
    return this.#estimate;
  }

  of(run: RunId): Scaling | null {
    return this.#scaling?.run === run ? this.#scaling : null;
  }

  hostConnected(): void {
    this.#listen();
  }

  hostDisconnected(): void {
    this.#stopListening();
  }

  follow(lab: ExperimentLab | null): void {
    this.#lab = lab;
    this.#listen();
  }

  async ask({ run, sizes }: Intents['cat-scale-estimate']): Promise<void> {
    const asked = ++this.#asked;
    this.#estimate = null;
    const found = sizes.length === 0 ? null : await this.#lab?.estimateScale(run, sizes);
    if (asked !== this.#asked) return;
    this.#estimate = found ?? null;
    this.#host.requestUpdate();
  }

  /** What was asked last is being written. */
  begin(run: RunId): void {
    this.#scaling = { run, done: 0, total: this.#estimate?.calls ?? 0 };
    this.#host.requestUpdate();
  }

  end(): void {
    if (this.#scaling === null) return;
    this.#scaling = null;
    this.#host.requestUpdate();
  }

  #listen(): void {
    this.#stopListening();
    this.#stopListening = this.#lab?.listen((event) => this.#take(event)) ?? (() => {});
  }

  #take(event: RunEvent): void {
    const scaling = this.#scaling;
    if (scaling === null || event.kind !== 'evidence') return;
    if (event.evidence.kind !== 'smaller-synthesis') return;
    this.#scaling = { ...scaling, done: Math.min(scaling.total, scaling.done + 1) };
    this.#host.requestUpdate();
  }
}
