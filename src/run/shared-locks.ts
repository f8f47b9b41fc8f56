import type { RunId } from '../base/id.ts';
import type { RunHolds } from './locks.ts';

/**
 * Locks for lanes of one sitting that go on with groups of one earlier run: it is held once, and let go of
 * by the last of them. Without this the second lane would find it held, and take its own page for another.
 */
export function shareLocks(locks: RunHolds): RunHolds {
  const shared = new Map<RunId, { users: number; readonly letGo: Promise<(() => void) | null> }>();
  return {
    async hold(run) {
      const one = shared.get(run) ?? { users: 0, letGo: locks.hold(run) };
      shared.set(run, one);
      one.users += 1;
      const letGo = await one.letGo;
      let isIn = true;
      const leave = (): void => {
        if (!isIn) return;
        isIn = false;
        one.users -= 1;
        if (one.users > 0) return;
        shared.delete(run);
        letGo?.();
      };
      if (letGo !== null) return leave;
      leave();
      return null;
    },
  };
}
