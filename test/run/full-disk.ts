/** A store over a disk that can be full. */
import type { Fault } from '../../src/base/fault.ts';
import { createFaultBell } from '../../src/store/bell.ts';
import { StoreError } from '../../src/store/connection.ts';
import { createFallbackStore } from '../../src/store/fallback.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';

export const full: Fault = { kind: 'storage-full', reason: 'quota' };

export interface FullDisk {
  /** What the lab works with. */
  readonly store: Store;
  /** What is on the disk. */
  readonly below: Store;
  isFull(full: boolean): void;
}

/** Counts as a disk, and refuses writes while it is full, or for another reason. */
export function disk(why = full): FullDisk {
  let refuses = false;
  const memory = createMemoryStore();
  const below = new Proxy<Store>(memory, {
    get(target, name) {
      if (name === 'kind') return 'indexeddb';
      const isWrite = /^(put|finish|restore)/.test(String(name));
      if (refuses && isWrite) return () => Promise.reject(new StoreError(why));
      return Reflect.get(target, name) as unknown;
    },
  });
  const store = createFallbackStore(below, createFaultBell());
  return { store, below, isFull: (now) => (refuses = now) };
}
