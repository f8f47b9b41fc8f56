/**
 * Who works on which run, across tabs: a run is held by a Web Lock while one of its groups runs,
 * so a second tab neither doubles the work nor takes a living group for a dead one. The browser
 * lets go of a dead tab's locks by itself. A living tab's lock can be taken over where a person says so.
 */
import type { RunId } from '../base/id.ts';

export interface HoldOptions {
  /** Takes the run from whoever holds it. */
  readonly takeOver?: boolean;
  /** Called once where another takes it over: nothing of the run may be written here from then on. */
  readonly onTaken?: () => void;
}

export interface RunLocks {
  /** Resolves to what lets go of it, or null where another holder has it. */
  hold(run: RunId, options?: HoldOptions): Promise<(() => void) | null>;
  /** Runs that are held now, by this page or another. */
  held(): Promise<ReadonlySet<string>>;
  /** Those that this page holds. */
  own(): ReadonlySet<string>;
}

/** What goes on with a run's groups needs of them: nothing is taken from another tab. */
export interface RunHolds {
  hold(run: RunId): Promise<(() => void) | null>;
}

const PREFIX = 'cat-lab/run/';

interface Hold {
  readonly onTaken: () => void;
}

/** Without Web Locks (an insecure or opaque origin) the page knows its own runs only. */
export function createRunLocks(manager: LockManager | undefined): RunLocks {
  const own = new Map<RunId, Hold>();
  const drop = (run: RunId, hold: Hold): void => {
    if (own.get(run) === hold) own.delete(run);
  };
  const holdHere = (run: RunId, { takeOver, onTaken }: HoldOptions): (() => void) | null => {
    const before = own.get(run);
    if (before !== undefined && takeOver !== true) return null;
    const hold: Hold = { onTaken: onTaken ?? (() => {}) };
    own.set(run, hold);
    before?.onTaken();
    return () => drop(run, hold);
  };
  const ownRuns = (): ReadonlySet<string> => new Set(own.keys());
  if (manager === undefined) {
    return {
      hold: (run, options = {}) => Promise.resolve(holdHere(run, options)),
      held: () => Promise.resolve(ownRuns()),
      own: ownRuns,
    };
  }
  /** What this page has let go of and the browser may still hold for a moment. */
  const ending = new Map<RunId, Promise<unknown>>();
  return {
    async hold(run, options = {}) {
      const { takeOver = false, onTaken = () => {} } = options;
      await ending.get(run);
      return new Promise((resolve) => {
        const hold: Hold = { onTaken };
        let state: 'waiting' | 'held' | 'over' = 'waiting';
        const whole = manager
          .request(PREFIX + run, takeOver ? { steal: true } : { ifAvailable: true }, (lock) => {
            if (lock === null) {
              resolve(null);
              return undefined;
            }
            state = 'held';
            own.set(run, hold);
            return new Promise<void>((letGo) => {
              resolve(() => {
                state = 'over';
                drop(run, hold);
                ending.set(run, whole);
                letGo();
              });
            });
          })
          .catch(() => {
            if (state === 'waiting') resolve(holdHere(run, options));
            if (state !== 'held') return;
            state = 'over';
            drop(run, hold);
            onTaken();
          })
          .finally(() => ending.delete(run));
      });
    },
    async held() {
      try {
        const names = ((await manager.query()).held ?? []).map((lock) => lock.name ?? '');
        const runs = names.filter((name) => name.startsWith(PREFIX));
        return new Set([...ownRuns(), ...runs.map((name) => name.slice(PREFIX.length))]);
      } catch {
        return ownRuns();
      }
    },
    own: ownRuns,
  };
}
