import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SetItem } from '../../question/set/item.ts';
import type { Lab } from '../../run/lab.ts';
import type { Settings } from '../../run/settings.ts';

/** Any: the estimate goes by the kind alone. */
const ASKED: readonly SetItem[] = [{ question: { kind: 'open', text: '' }, tags: [] }];

/** How long an open question takes here, by earlier ones; told before it is asked. */
export class OpenTimeController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  /** What the estimate is of. */
  #of = '';
  #seconds: number | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  /**
   * Seconds with these settings and the model that is loaded, null where nobody knows. What was found holds until
   * the settings or the model change, or more groups are `done`.
   */
  of(lab: Lab | null, settings: Settings, done: number): number | null {
    const model = lab?.loaded('policy')?.revision;
    if (lab === null || model === undefined) return null;
    const of = JSON.stringify([model, settings.group, settings.judging.repeats, done]);
    if (of !== this.#of) void this.#ask(lab, settings, of);
    return this.#seconds;
  }

  async #ask(lab: Lab, settings: Settings, of: string): Promise<void> {
    this.#of = of;
    const { seconds } = await lab.estimate(ASKED, settings);
    if (of !== this.#of || seconds === this.#seconds) return;
    this.#seconds = seconds;
    this.#host.requestUpdate();
  }
}
