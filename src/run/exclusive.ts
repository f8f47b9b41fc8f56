/**
 * One piece of work at a time, the latest wanted: who comes aborts what runs, waits until that has
 * put its things in order, and is dropped itself where a third came meanwhile.
 */
export interface Exclusive {
  /** The work's result, or null where it was superseded before it began. */
  run<T>(work: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T | null>;
  /** Aborts what runs, and drops what waits; resolves once nothing runs. */
  stop(): Promise<void>;
}

export function createExclusive(): Exclusive {
  let turn = 0;
  let last: Promise<unknown> = Promise.resolve();
  let controller = new AbortController();

  const supersede = (): number => {
    controller.abort();
    return ++turn;
  };

  return {
    run(work, signal) {
      const mine = supersede();
      const before = last;
      const result = before.then(() => {
        if (mine !== turn) return null;
        controller = new AbortController();
        return work(signal ? AbortSignal.any([controller.signal, signal]) : controller.signal);
      });
      // The next one waits for the end, whatever it was.
      last = result.catch(() => {});
      return result;
    },
    async stop() {
      supersede();
      await last;
    },
  };
}
