/** A database of its own for each test, deleted after it. */
import { deleteDB } from 'idb';
import { afterEach, beforeEach, onTestFinished, vi } from 'vitest';
import type { Fault } from '../../src/base/fault.ts';
import type { Step } from '../../src/store/migrate.ts';
import { openStore } from '../../src/store/open.ts';
import type { CatSchema } from '../../src/store/schema.ts';
import type { Store } from '../../src/store/store.ts';

/** Of this test's database. */
export let name: string;
beforeEach(() => {
  name = `test-${crypto.randomUUID()}`;
});
afterEach(async () => {
  vi.restoreAllMocks();
  await deleteDB(name);
});

/** The page's own store, closed when the test ends. */
export async function open(steps?: readonly Step<CatSchema>[]): Promise<Store> {
  const store = await openStore(steps === undefined ? { name } : { name, steps });
  onTestFinished(() => store.close());
  return store;
}

export function listenTo(store: Store): Fault[] {
  const heard: Fault[] = [];
  store.onFault((fault) => heard.push(fault));
  return heard;
}
