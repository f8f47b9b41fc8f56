/** A disk that can be full, and the methods of a store by what they do. */
import type { Fault } from '../../src/base/fault.ts';
import { StoreError } from '../../src/store/connection.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';

export const full: Fault = { kind: 'storage-full', reason: 'quota' };
export const WRITES = [
  ...['putRun', 'putGroup', 'putRollout', 'putSynthesis', 'putEvidence', 'finishGroup', 'restore'],
  ...['putPlan', 'putEntry', 'putMissed', 'renameRun', 'removeSet'],
];
export const READS = [
  ...['group', 'findGroup', 'findUnfinished', 'list', 'runs', 'groupsOf'],
  ...['plan', 'plans', 'entriesOf', 'missedOf', 'sets', 'itemsOf'],
];

/** A store whose named methods find no room from the moment they are in the set. */
export function breakable(failing: Set<string>, under: Store = createMemoryStore()): Store {
  return new Proxy<Store>(under, {
    get(store, name, receiver) {
      if (failing.has(String(name))) return () => Promise.reject(new StoreError(full));
      return Reflect.get(store, name, receiver) as unknown;
    },
  });
}
