/** What the parts of the store in IndexedDB work with: one transaction to a method, and sound records. */
import type { IDBPTransaction } from 'idb';
import type { FaultBell } from './bell.ts';
import type { Connection } from './connection.ts';
import type { Parsed } from './record.ts';
import type { CatSchema, StoreName } from './schema.ts';

export type Reading = IDBPTransaction<CatSchema, StoreName[], IDBTransactionMode>;
export type Writing = IDBPTransaction<CatSchema, StoreName[], 'readwrite'>;

export interface Access {
  /** All or nothing; resolves after the transaction has completed. */
  write<T>(stores: readonly StoreName[], work: (transaction: Writing) => Promise<T>): Promise<T>;
  read<T>(stores: readonly StoreName[], work: (transaction: Reading) => Promise<T>): Promise<T>;
  /** The parsed record, or null, having told what is wrong with it. */
  sound<T>(parsed: Parsed<T>): T | null;
}

export function createAccess(connection: Connection, bell: FaultBell): Access {
  return {
    write: (stores, work) =>
      connection.use((database) => {
        const transaction = database.transaction([...stores], 'readwrite', {
          durability: 'relaxed',
        });
        return commit(transaction, () => work(transaction));
      }),
    read: (stores, work) =>
      connection.use((database) => work(database.transaction([...stores], 'readonly'))),
    sound(parsed) {
      if (parsed.ok) return parsed.value;
      bell.tell(parsed.fault);
      return null;
    },
  };
}

/** Those that parse; what is wrong with the others is told. */
export const soundOnes = <T>(
  { sound }: Pick<Access, 'sound'>,
  parse: (found: unknown) => Parsed<T>,
  found: readonly unknown[],
): T[] => found.map((one) => sound(parse(one))).filter((one) => one !== null);

/** All or nothing: where the work throws, the transaction is aborted and its own error thrown. */
async function commit<T>(transaction: Writing, work: () => Promise<T>): Promise<T> {
  // Handled at once, or a transaction that fails while the work runs counts as unhandled.
  transaction.done.catch(() => {});
  try {
    const result = await work();
    await transaction.done;
    return result;
  } catch (error) {
    const reason = transaction.error ?? error;
    try {
      transaction.abort();
    } catch {
      // It has ended by itself: the error of the request aborted it.
    }
    throw reason;
  }
}
