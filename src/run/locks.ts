/**
 * Who works on which run, across tabs: a run is held by a Web Lock while one of its groups runs,
 * so a second tab neither doubles the work nor takes a living group for a dead one. The browser
 * lets go of a dead tab's locks by itself.
 */
import type { RunId } from '../base/id.ts';

export interface RunLocks {
  /** Resolves to what lets go of it, or null where another holder has it. */
  hold(run: RunId): Promise<(() => void) | null>;
  /** Runs that are held now, by this page or another. */
  held(): Promise<ReadonlySet<string>>;
}

const PREFIX = 'cat-lab/run/';

/** Without Web Locks (an insecure or opaque origin) the page knows its own runs only. */
export function createRunLocks(manager: LockManager | undefined): RunLocks {
  const own = new Set<string>();
  const holdHere = (run: RunId): (() => void) | null => {
    if (own.has(run)) return null;
    own.add(run);
    return () => own.delete(run);
  };
  if (manager === undefined) {
    return {
      hold: (run) => Promise.resolve(holdHere(run)),
      held: () => Promise.resolve(new Set(own)),
    };
  }
  /** What this page has let go of and the browser may still hold for a moment. */
  const ending = new Map<RunId, Promise<unknown>>();
  return {
    async hold(run) {
      await ending.get(run);
      return new Promise((resolve) => {
        const whole = manager
          .request(PREFIX + run, { ifAvailable: true }, (lock) => {
            if (lock === null) {
              resolve(null);
              return undefined;
            }
            return new Promise<void>((letGo) => {
              resolve(() => {
                ending.set(run, whole);
                letGo();
              });
            });
          })
          .catch(() => resolve(holdHere(run)))
          .finally(() => ending.delete(run));
      });
    },
    async held() {
      try {
        const names = ((await manager.query()).held ?? []).map((lock) => lock.name ?? '');
        const runs = names.filter((name) => name.startsWith(PREFIX));
        return new Set([...own, ...runs.map((name) => name.slice(PREFIX.length))]);
      } catch {
        return new Set(own);
      }
    },
  };
}
