import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import type { Piece, Store } from '../../src/store/store.ts';
import { mergesPieces, pieces, slowly } from './conformance-merge.ts';

let name = '';
const opened: Store[] = [];
const open = async (): Promise<Store> => {
  const store = await openStore({ name });
  opened.push(store);
  return store;
};
beforeEach(() => {
  name = `cat-lab-merge-${crypto.randomUUID()}`;
});
afterEach(async () => {
  for (const store of opened.splice(0)) store.close();
  await deleteDB(name);
});

describe('the store in IndexedDB', () => {
  mergesPieces(open);

  test('a second tab sees nothing of a merge before all of it is there', async () => {
    const [first, second] = [await open(), await open()];
    const seen: Promise<unknown>[] = [];
    const watched = async function* (): AsyncGenerator<Piece> {
      for await (const piece of slowly(pieces)()) {
        yield piece;
        // Waits behind the transaction that is open.
        if (piece.kind === 'group') seen.push(second.list(10));
      }
    };
    expect((await first.merge(watched)).ok).toBe(true);
    for (const list of await Promise.all(seen)) expect(list).toHaveLength(2);
    expect(seen).toHaveLength(2);
  });
});
