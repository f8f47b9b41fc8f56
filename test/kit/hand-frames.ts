import type { Frames } from '../../src/view/lesson/player.ts';

/** Frames that come when a test says so. */
export class HandFrames implements Frames {
  #now = 0;
  #last = 0;
  shown = true;
  readonly #waiting = new Map<number, (now: number) => void>();

  get waiting(): number {
    return this.#waiting.size;
  }

  isShown(): boolean {
    return this.shown;
  }

  request(callback: (now: number) => void): number {
    this.#waiting.set(++this.#last, callback);
    return this.#last;
  }

  cancel(frame: number): void {
    this.#waiting.delete(frame);
  }

  /** One frame, so many milliseconds after the one before. */
  pass(milliseconds: number): void {
    this.#now += milliseconds;
    const due = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const callback of due) callback(this.#now);
  }
}
