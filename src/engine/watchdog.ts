/**
 * Notices that something which should speak has fallen silent. It counts seconds of its own: while
 * a computer sleeps it sleeps too, so a closed laptop is no silence.
 */
export class Watchdog {
  readonly #bark: (seconds: number) => void;
  #limit = 0;
  #quiet = 0;
  #timer: ReturnType<typeof setInterval> | null = null;

  /** `bark` is called once for each silence, after the watch has ended. */
  constructor(bark: (seconds: number) => void) {
    this.#bark = bark;
  }

  /** Watches from now on, with this many seconds of patience, or more where it already has more. */
  watch(limit: number): void {
    this.#limit = this.#timer === null ? limit : Math.max(limit, this.#limit);
    this.#quiet = 0;
    this.#timer ??= setInterval(() => this.#tick(), 1000);
  }

  heard(): void {
    this.#quiet = 0;
  }

  end(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  #tick(): void {
    this.#quiet += 1;
    // A word may have come just before a tick: so many whole seconds have passed only after one more.
    if (this.#quiet <= this.#limit) return;
    this.end();
    this.#bark(this.#limit);
  }
}
