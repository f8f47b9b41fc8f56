/** Pages of a run or a set, some at a time: thousands of rows taken at once would hold the page up. */
import { partsOf } from './schema.ts';
import type { CatSchema } from './schema.ts';
import type { Reading } from './transaction.ts';

/** Of 256 rows each. */
const PORTION = 4;

/** In their order. The next ones are asked for before those here are worked on. */
export async function* pagesOf<Name extends 'entries' | 'items'>(
  transaction: Reading,
  name: Name,
  owner: string,
): AsyncGenerator<readonly CatSchema[Name]['value'][]> {
  type Pages = readonly CatSchema[Name]['value'][];
  const ask = (range: IDBKeyRange): Promise<Pages> => transaction.objectStore(name).getAll(range, PORTION);
  const all = partsOf(owner);
  let coming: Promise<Pages> | null = ask(all);
  while (coming !== null) {
    const found: Pages = await coming;
    const last = found.at(-1);
    const isLast = found.length < PORTION || last === undefined;
    coming = isLast ? null : ask(IDBKeyRange.bound([owner, last.page], all.upper, true));
    yield found;
  }
}
