/** The disk under work of many questions, which does not go on in memory for want of room (docs/decisions/0009). */
import type { Store } from '../store/store.ts';
import type { RunEvent } from './event.ts';
import { freeOf, fullFault } from './room.ts';
import type { StorageNumbers } from './room.ts';

export interface DiskParts {
  readonly store: Store;
  readonly storage: StorageNumbers | undefined;
  emit(event: RunEvent): void;
}

/**
 * Whether the work may begin: where it went on in memory for want of room, whether there is room again. Tells
 * where not, with the bytes that the work needs. Where nothing can be kept at all, all work is in memory.
 */
export async function hasRoom(
  { store, storage, emit }: DiskParts,
  needed: () => number | Promise<number>,
): Promise<boolean> {
  const before = store.kind;
  const fault = await store.regain();
  if (store.kind !== before) emit({ kind: 'storage-regained' });
  if (fault?.kind !== 'storage-full') return true;
  emit({ kind: 'fault', fault: fullFault(await needed(), (await freeOf(storage)) ?? 0, fault.reason) });
  return false;
}

export interface DiskWatch {
  /** Whether writes have been refused since; so none is kept any more. */
  hasLost(): boolean;
  /** The same for want of room. */
  isFull(): boolean;
  close(): void;
}

export function watchDisk(store: Store): DiskWatch {
  const wasKept = store.kind === 'indexeddb';
  let isFull = false;
  const close = store.onFault(({ kind }) => (isFull ||= kind === 'storage-full'));
  const hasLost = (): boolean => wasKept && store.kind !== 'indexeddb';
  return { hasLost, isFull: () => isFull && hasLost(), close };
}
