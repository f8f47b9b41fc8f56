/** Two copies of one group: in the memory of this page, and in the store that all tabs share. */
import type { StopReason } from '../engine/sample.ts';
import type { Group } from '../group/group.ts';

/**
 * Whether another tab, which took the run over, came further with it than this page did. A copy that is done
 * is never behind: it was finished or changed here, and that would be lost.
 */
export function isBehind(mine: Group, shared: Group): boolean {
  if (mine.status === 'done') return false;
  return shared.status === 'done' || wholeParts(mine) < wholeParts(shared);
}

/** What would have to be made again. */
const wholeParts = ({ rollouts, synthesis, evidence }: Group): number =>
  rollouts.filter(isWhole).length +
  (synthesis !== undefined && isWhole(synthesis) ? 1 : 0) +
  evidence.length;

const isWhole = ({ stop }: { readonly stop: StopReason }): boolean => stop === 'end' || stop === 'length';
