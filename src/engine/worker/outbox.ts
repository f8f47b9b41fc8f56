import type { WireEvent } from '../protocol.ts';

/** Sends events together: a message to the page costs more than what it says. */
const patience = 16;

export class Outbox {
  readonly #send: (events: readonly WireEvent[]) => void;
  #events: WireEvent[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(send: (events: readonly WireEvent[]) => void) {
    this.#send = send;
  }

  put(event: WireEvent, urgent: boolean): void {
    this.#events.push(event);
    if (urgent) this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), patience);
  }

  #flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#send(this.#events);
    this.#events = [];
  }
}
