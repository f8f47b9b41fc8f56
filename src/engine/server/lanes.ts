/** Lets so much through at once, in the order of asking. */
export class Lanes {
  readonly #size: number;
  #used = 0;
  readonly #waiting: { readonly width: number; readonly go: () => void }[] = [];

  /** `size` is a whole number from 1. */
  constructor(size: number) {
    this.#size = size;
  }

  /**
   * Resolves with what gives the lanes back, or null where the signal came first. `width` is how many
   * are taken, at most all.
   */
  async take(width: number, signal: AbortSignal): Promise<(() => void) | null> {
    const wanted = Math.min(width, this.#size);
    if (signal.aborted) return null;
    if (this.#waiting.length > 0 || this.#used + wanted > this.#size) {
      const isIn = await this.#wait(wanted, signal);
      if (!isIn) return null;
    } else this.#used += wanted;
    let given = false;
    return () => {
      if (given) return;
      given = true;
      this.#used -= wanted;
      this.#admit();
    };
  }

  #wait(width: number, signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const one = {
        width,
        go: () => {
          signal.removeEventListener('abort', leave);
          resolve(true);
        },
      };
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(one), 1);
        resolve(false);
        this.#admit();
      };
      signal.addEventListener('abort', leave, { once: true });
      this.#waiting.push(one);
    });
  }

  #admit(): void {
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      if (this.#used + next.width > this.#size) return;
      this.#waiting.shift();
      this.#used += next.width;
      next.go();
    }
  }
}
