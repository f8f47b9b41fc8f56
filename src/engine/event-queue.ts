/**
 * A push-side and a pull-side of one stream: what is pushed waits until it is read, in order.
 * `onLeave` runs when the reader leaves before the end (`break`, `return`, a throw in the loop).
 * One reader only; pushes after the end are dropped.
 */
export class EventQueue<T> implements AsyncIterableIterator<T> {
  readonly #onLeave: () => void;
  #waiting: T[] = [];
  #read = 0;
  #ended = false;
  #wake: ((result: IteratorResult<T>) => void) | null = null;

  constructor(onLeave: () => void = () => {}) {
    this.#onLeave = onLeave;
  }

  push(item: T): void {
    if (this.#ended) return;
    const wake = this.#wake;
    if (wake === null) this.#waiting.push(item);
    else {
      this.#wake = null;
      wake({ done: false, value: item });
    }
  }

  end(): void {
    this.#ended = true;
    this.#wake?.({ done: true, value: undefined });
    this.#wake = null;
  }

  next(): Promise<IteratorResult<T>> {
    if (this.#read < this.#waiting.length) {
      const value = this.#waiting[this.#read++] as T;
      if (this.#read === this.#waiting.length) {
        this.#waiting = [];
        this.#read = 0;
      }
      return Promise.resolve({ done: false, value });
    }
    if (this.#ended) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  return(): Promise<IteratorResult<T>> {
    if (!this.#ended) {
      this.end();
      this.#onLeave();
    }
    this.#waiting = [];
    this.#read = 0;
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): AsyncIterableIterator<T> {
    return this;
  }
}
