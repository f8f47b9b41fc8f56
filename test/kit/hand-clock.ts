import type { Clock } from '../../src/engine/server/clock.ts';

interface Wait {
  readonly milliseconds: number;
  readonly pass: () => void;
}

/** A clock whose waits pass by hand, and whose chance is none. */
export interface HandClock extends Clock {
  /** The next wait that is shorter than a minute: a pause before another try. */
  pause(): Promise<Wait>;
  /** Waits for silence, which are longer, in order of asking; those that ended are still here. */
  readonly silences: readonly Wait[];
}

export function createHandClock(now = 1_700_000_000_000): HandClock {
  const pauses: Wait[] = [];
  const takers: ((wait: Wait) => void)[] = [];
  const silences: Wait[] = [];
  return {
    silences,
    chance: () => 0,
    now: () => now,
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted === true) return resolve();
        signal?.addEventListener('abort', () => resolve());
        const wait = { milliseconds, pass: resolve };
        if (milliseconds > 60_000) silences.push(wait);
        else {
          const taker = takers.shift();
          if (taker === undefined) pauses.push(wait);
          else taker(wait);
        }
      }),
    pause() {
      const wait = pauses.shift();
      return wait === undefined ? new Promise((resolve) => takers.push(resolve)) : Promise.resolve(wait);
    },
  };
}
