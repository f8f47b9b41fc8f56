import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What the page has asked of the lab and waits for: a question, or a run of many. */
export class WorkController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #asking = false;
  #running = false;
  /** Count what was asked: the end of superseded work changes nothing. */
  #asked = 0;
  #begun = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** A question is asked or judged; Stop ends it. */
  get asking(): boolean {
    return this.#asking;
  }

  /** An experiment goes on in this tab. */
  get running(): boolean {
    return this.#running;
  }

  hostConnected(): void {}

  async ask(work: () => Promise<unknown> | undefined): Promise<void> {
    const mine = ++this.#asked;
    this.#set({ asking: true });
    try {
      await work();
    } finally {
      if (mine === this.#asked) this.#set({ asking: false });
    }
  }

  /** Whether it was the last experiment that was begun. */
  async run(work: () => Promise<unknown>): Promise<boolean> {
    const mine = ++this.#begun;
    this.#set({ running: true });
    try {
      await work();
    } finally {
      if (mine === this.#begun) this.#set({ running: false });
    }
    return mine === this.#begun;
  }

  #set({ asking = this.#asking, running = this.#running }): void {
    this.#asking = asking;
    this.#running = running;
    this.#host.requestUpdate();
  }
}
