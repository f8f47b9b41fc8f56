/** Items of sets and plans in IndexedDB, and the sets that a person keeps. */
import type { SetItem } from '../question/set/item.ts';
import { pagesOf } from './pages.ts';
import { parseItemPage, parseSet } from './plan-record.ts';
import { PAGE, partsOf } from './schema.ts';
import type { Store } from './store.ts';
import { newestFirst } from './summary.ts';
import { soundOnes } from './transaction.ts';
import type { Access, Reading, Writing } from './transaction.ts';

export async function putItems(
  transaction: Writing,
  owner: string,
  items: readonly SetItem[],
): Promise<void> {
  const pages = transaction.objectStore('items');
  await pages.delete(partsOf(owner));
  for (let page = 0; page * PAGE < items.length; page++) {
    await pages.put({ owner, page, items: items.slice(page * PAGE, (page + 1) * PAGE) });
  }
}

/** In their order; null where a page of them is broken. */
export async function readItems(
  { sound }: Access,
  transaction: Reading,
  owner: string,
): Promise<SetItem[] | null> {
  const all: SetItem[] = [];
  for await (const pages of pagesOf(transaction, 'items', owner)) {
    for (const page of pages) {
      const items = sound(parseItemPage(page));
      if (items === null) return null;
      all.push(...items);
    }
  }
  return all;
}

type Sets = Pick<Store, 'putSet' | 'sets' | 'itemsOf' | 'removeSet'>;

export const createSetParts = (access: Access): Sets => ({
  putSet: (set, items) =>
    access.write(['sets', 'items'], async (transaction) => {
      await transaction.objectStore('sets').put(set);
      await putItems(transaction, set.id, items);
      return null;
    }),
  sets: () =>
    access.read(['sets'], async (transaction) => {
      const found = await transaction.objectStore('sets').getAll();
      return soundOnes(access, parseSet, found).sort(newestFirst);
    }),
  itemsOf: (set) =>
    access.read(['items'], async (transaction) => (await readItems(access, transaction, set)) ?? []),
  removeSet: (set) =>
    access.write(['sets', 'items'], async (transaction) => {
      await transaction.objectStore('sets').delete(set);
      await transaction.objectStore('items').delete(partsOf(set));
    }),
});
