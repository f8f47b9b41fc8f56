/** The page's store: IndexedDB where it may be used, memory where not; never a rejection. */
import { createFaultBell } from './bell.ts';
import { createConnection } from './connection.ts';
import { createFallbackStore } from './fallback.ts';
import { createIndexedDbStore } from './indexeddb.ts';
import { STEPS } from './migrate.ts';
import type { Step } from './migrate.ts';
import type { CatSchema } from './schema.ts';
import type { Store } from './store.ts';

export interface OpenOptions {
  /** Name of the database; tests use their own. */
  readonly name?: string;
  readonly steps?: readonly Step<CatSchema>[];
}

/** Resolves once it is known whether IndexedDB works; where it does not, a fault waits for a listener. */
export async function openStore(options: OpenOptions = {}): Promise<Store> {
  const bell = createFaultBell();
  const connection = createConnection(options.name ?? 'cat-lab', options.steps ?? STEPS);
  const store = createFallbackStore(createIndexedDbStore(connection, bell), bell);
  await store.list(0);
  return store;
}

/**
 * Asks the browser not to evict the history when the disk runs short. Some browsers ask the person,
 * so it is called once there is something worth keeping. A refusal changes nothing else.
 */
export async function askToPersist(): Promise<boolean> {
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist());
  } catch {
    return false;
  }
}
