/** Whether the browser's storage has room for what a run writes next. */
import type { Fault } from '../base/fault.ts';
import type { Group } from '../group/group.ts';

/** What the browser tells of its storage, as `navigator.storage.estimate` does. */
export type StorageNumbers = () => Promise<{ readonly quota?: number; readonly usage?: number }>;

/** In bytes; null where the browser does not tell. */
export async function freeOf(storage: StorageNumbers | undefined): Promise<number | null> {
  try {
    const { quota, usage } = (await storage?.()) ?? {};
    return quota === undefined || usage === undefined ? null : Math.max(0, quota - usage);
  } catch {
    return null;
  }
}

/** About what a group takes of storage, in bytes; its numbers are shorter there than as text. */
export const bytesOf = (group: Group): number => JSON.stringify(group).length;

/** What stops work of many questions; `needed` and `free` are bytes. */
export const fullFault = (
  needed: number,
  free: number,
  reason = 'the storage of this browser is nearly used up',
): Fault => ({ kind: 'storage-full', reason, needed: Math.ceil(needed), free });

export interface Room {
  /** Counts a group that was written now. */
  note(group: Group): void;
  /** Why no further question is to begin, of so many that are left, or null. */
  shortage(left: number): Promise<Fault | null>;
  /** The same for a disk that has refused already. */
  fault(left: number): Promise<Fault>;
}

/** Two groups are in flight at most: room for both, by the mean so far, in bytes. */
const IN_FLIGHT = 2;

export function createRoom(storage: StorageNumbers | undefined, expected: number): Room {
  let groups = 0;
  let bytes = 0;
  const mean = (): number => (groups === 0 ? expected : bytes / groups);
  const faultOf = (free: number, left: number): Fault => fullFault(mean() * left, free);
  return {
    note(group) {
      groups += 1;
      bytes += bytesOf(group);
    },
    async shortage(left) {
      const free = await freeOf(storage);
      return free === null || free >= IN_FLIGHT * mean() ? null : faultOf(free, left);
    },
    fault: async (left) => faultOf((await freeOf(storage)) ?? 0, left),
  };
}
