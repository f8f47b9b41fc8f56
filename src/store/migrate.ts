/**
 * Numbered steps from one version of the schema to the next, without a gap: step n makes version n
 * of version n − 1, and a database found at version v gets the steps v + 1 … newest, in order, in
 * the one transaction of the upgrade. A released step is never edited; a change is a new step.
 * After tldraw's migration sequences (packages/store), cut down to what IndexedDB needs.
 */
import type { CatSchema } from './schema.ts';
import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';

export type UpgradeTransaction<S> = IDBPTransaction<S, StoreNames<S>[], 'versionchange'>;

export interface Step<S = unknown> {
  /** The version that this step makes. */
  readonly version: number;
  run(database: IDBPDatabase<S>, transaction: UpgradeTransaction<S>): void | Promise<void>;
}

export const STEPS: readonly Step<CatSchema>[] = [
  {
    version: 1,
    run(database) {
      database.createObjectStore('runs', { keyPath: 'id' }).createIndex('createdAt', 'createdAt');
      const groups = database.createObjectStore('groups', { keyPath: 'id' });
      groups.createIndex('createdAt', 'createdAt');
      groups.createIndex('runId', 'runId');
      groups.createIndex('work', ['recipeHash', 'questionHash']);
      database.createObjectStore('rollouts', { keyPath: ['groupId', 'index'] });
      database.createObjectStore('syntheses', { keyPath: 'groupId' });
    },
  },
  {
    version: 2,
    run(database) {
      database.createObjectStore('evidence', { keyPath: ['groupId', 'key'] });
    },
  },
  {
    version: 3,
    run(database) {
      database.createObjectStore('plans', { keyPath: 'runId' });
      const entries = database.createObjectStore('entries', { keyPath: ['runId', 'page'] });
      entries.createIndex('groups', 'groups', { multiEntry: true });
      database.createObjectStore('missed', { keyPath: ['runId', 'index'] });
      database.createObjectStore('sets', { keyPath: 'id' });
      database.createObjectStore('items', { keyPath: ['owner', 'page'] });
    },
  },
  {
    // Pages of entries are packed from here on (entry-page.ts). Older ones are read as they are; an older
    // program, which would take packed ones for empty and write over them, has to make way.
    version: 4,
    run() {},
  },
];

/** The version that the steps lead to; throws where their numbers have a gap. */
export function newestVersion(steps: readonly Pick<Step, 'version'>[]): number {
  steps.forEach((step, place) => {
    if (step.version !== place + 1) {
      throw new RangeError(`migration step ${step.version} stands in place ${place + 1}`);
    }
  });
  return steps.length;
}

/**
 * Runs the steps after `oldVersion` up to `newVersion`. A step may await requests of the given
 * transaction and nothing else, or the transaction closes under it.
 */
export async function migrate<S>(
  steps: readonly Step<S>[],
  database: IDBPDatabase<S>,
  transaction: UpgradeTransaction<S>,
  oldVersion: number,
  newVersion: number,
): Promise<void> {
  for (const step of steps.slice(oldVersion, newVersion)) await step.run(database, transaction);
}
