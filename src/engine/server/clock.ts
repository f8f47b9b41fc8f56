/** What a client does with time and chance, so that a test can do it by hand. */
export interface Clock {
  /** Resolves after so many milliseconds, or at once where the signal is aborted. */
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** In [0, 1): spreads clients that were refused together. */
  readonly chance: () => number;
  /** Milliseconds since 1970, against which a server's `Retry-After` date is read. */
  readonly now: () => number;
}

export const realClock: Clock = {
  wait: (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted === true) return resolve();
      const end = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      signal?.addEventListener('abort', end);
    }),
  chance: Math.random,
  now: Date.now,
};
