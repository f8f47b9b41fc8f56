import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What the page has asked of the lab and waits for: a question, or a run of many. */
export class WorkController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #asking = false;
  #running = false;
  /** Count what was asked: the end of superseded work changes nothing. */
  #asked = 0;
  #begun = 0;
  /** Runs that have not ended, oldest first. */
  readonly #going = new Set<number>();

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

  /** Whether the experiment that was going on is over: what is refused ends before the one that it was to follow. */
  async run(work: () => Promise<unknown>): Promise<boolean> {
    const mine = ++this.#begun;
    this.#going.add(mine);
    this.#set({ running: true });
    try {
      await work();
    } finally {
      this.#going.delete(mine);
      if (mine === this.#begun) this.#set({ running: false });
    }
    return [...this.#going].every((other) => other > mine);
  }

  #set({ asking = this.#asking, running = this.#running }): void {
    this.#asking = asking;
    this.#running = running;
    this.#host.requestUpdate();
  }
}
