/**
 * One connection to the database, opened on first need and again where it was lost. A tab never
 * keeps another from upgrading: asked to make way it closes at once, and the next use finds the
 * newer version and says so.
 */
import { openDB } from 'idb';
import type { Fault } from '../base/fault.ts';
import { migrate, newestVersion } from './migrate.ts';
import type { Step } from './migrate.ts';
import type { CatDatabase, CatSchema } from './schema.ts';

/** Thrown by the store's own code only; `open.ts` turns it into the fault it carries. */
export class StoreError extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.kind);
    this.fault = fault;
  }
}

export interface Connection {
  /** Runs the work on an open database, once more on a new connection where the first was lost. */
  use<T>(work: (database: CatDatabase) => Promise<T>): Promise<T>;
  close(): void;
}

export function createConnection(name: string, steps: readonly Step<CatSchema>[]): Connection {
  const version = newestVersion(steps);
  let current: Promise<CatDatabase> | null = null;

  const drop = (lost: Promise<CatDatabase> | null): void => {
    if (current === lost) current = null;
  };

  const connect = (): Promise<CatDatabase> => {
    if (current !== null) return current;
    const opening: Promise<CatDatabase> = new Promise((resolve, reject) => {
      let late = false;
      openDB<CatSchema>(name, version, {
        async upgrade(database, oldVersion, newVersion, transaction) {
          try {
            await migrate(steps, database, transaction, oldVersion, newVersion ?? version);
          } catch (error) {
            // Nobody awaits this callback: undoing the upgrade is what makes the opening fail.
            reject(error instanceof Error ? error : new Error(String(error)));
            transaction.done.catch(() => {});
            transaction.abort();
          }
        },
        blocked(found) {
          // Our own tabs make way; one that does not may take for ever.
          late = true;
          const reason = `another tab keeps version ${found} of the history open`;
          reject(new StoreError({ kind: 'storage-denied', reason }));
        },
        blocking() {
          drop(opening);
          void opening.then((database) => database.close());
        },
        terminated() {
          drop(opening);
        },
      }).then(
        (database) => {
          if (late) database.close();
          else resolve(database);
        },
        (error: unknown) => {
          reject(error instanceof Error ? error : new Error(String(error)));
        },
      );
    });
    current = opening;
    opening.catch(() => drop(opening));
    return opening;
  };

  return {
    async use(work) {
      const first = connect();
      try {
        return await work(await first);
      } catch (error) {
        // A connection that is still the current one was not lost: the fault is the work's own.
        if (current === first || isOpeningFault(error)) throw await withFault(error, name, version);
      }
      try {
        return await work(await connect());
      } catch (error) {
        throw await withFault(error, name, version);
      }
    },
    close() {
      const open = current;
      current = null;
      open?.then(
        (database) => database.close(),
        () => {},
      );
    },
  };
}

const isOpeningFault = (error: unknown): boolean =>
  error instanceof StoreError ||
  (error instanceof Error && ['VersionError', 'SecurityError', 'UnknownError'].includes(error.name));

async function withFault(error: unknown, name: string, supported: number): Promise<StoreError> {
  if (error instanceof StoreError) return error;
  const { name: kind, message } = error instanceof Error ? error : new Error(String(error));
  if (kind === 'QuotaExceededError') {
    return new StoreError({ kind: 'storage-full', reason: message });
  }
  if (kind === 'VersionError') {
    const found = await foundVersion(name);
    return new StoreError({ kind: 'storage-newer', found, supported });
  }
  return new StoreError({ kind: 'storage-denied', reason: `${kind}: ${message}` });
}

/** 0 where the browser does not tell. */
async function foundVersion(name: string): Promise<number> {
  try {
    const all = await indexedDB.databases();
    return all.find((database) => database.name === name)?.version ?? 0;
  } catch {
    return 0;
  }
}
