import type { RunId } from '../base/id.ts';
import type { Group } from '../group/group.ts';
import type { RunLocks } from './locks.ts';

/** As they really stand: a group whose tab died still says `running`, and nobody holds its run. */
export async function settled<T extends { readonly runId: RunId; readonly status: Group['status'] }>(
  all: readonly T[],
  locks: RunLocks,
): Promise<T[]> {
  const held = all.some((one) => one.status === 'running') ? await locks.held() : new Set();
  return all.map((one) =>
    one.status === 'running' && !held.has(one.runId) ? { ...one, status: 'stopped' } : one,
  );
}
