/**
 * Whether any tab of this page works on something that a new version must not interrupt. Each holds a
 * shared lock while it does; who wants to know that none does asks for it alone.
 */
export interface AtWork {
  /** This tab begins or ends its work. */
  set(isAtWork: boolean): void;
  /** Does `then` once no tab is at work, unless `signal` ends the waiting. */
  afterwards(then: () => void, signal: AbortSignal): Promise<void>;
}

/** Without Web Locks a tab knows of its own work only. */
export function createAtWork(locks: LockManager | undefined, scope: string): AtWork {
  const name = `cat-lab/at-work ${scope}`;
  let isAtWork = false;
  let letGo = (): void => {};
  const ended: (() => void)[] = [];

  const isQuiet = async (): Promise<boolean> => {
    if (isAtWork) return false;
    // Work that began as this tab was given the lock waits for it.
    const { pending = [] } = (await locks?.query()) ?? {};
    return !pending.some((lock) => lock.name === name && lock.mode === 'shared');
  };

  return {
    set(next) {
      if (next === isAtWork) return;
      isAtWork = next;
      if (next) {
        const work = new Promise<void>((resolve) => (letGo = resolve));
        void locks?.request(name, { mode: 'shared' }, () => work);
        return;
      }
      letGo();
      for (const end of ended.splice(0)) end();
    },
    async afterwards(then, signal) {
      for (;;) {
        if (isAtWork) await new Promise<void>((resolve) => ended.push(resolve));
        if (signal.aborted) return;
        const alone = async (): Promise<boolean> => {
          if (signal.aborted || !(await isQuiet())) return signal.aborted;
          then();
          return true;
        };
        try {
          if (await (locks?.request(name, { signal }, alone) ?? alone())) return;
        } catch (error) {
          if (signal.aborted) return;
          throw error;
        }
      }
    },
  };
}
