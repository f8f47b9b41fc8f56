import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/base/fault.ts';
import type { RunId } from '../../src/base/id.ts';
import { createFaultBell } from '../../src/store/bell.ts';
import { StoreError } from '../../src/store/connection.ts';
import { createFallbackStore } from '../../src/store/fallback.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import { pieces, slowly } from './conformance-merge.ts';
import { done } from './samples.ts';

/** A first store whose merges and other writes fail with these, where they are given. */
function failing(faults: { readonly merge?: Fault; readonly write?: Fault }): Store {
  const first = createMemoryStore();
  const { merge, write } = faults;
  return {
    ...first,
    ...(merge === undefined ? {} : { merge: () => Promise.reject(new StoreError(merge)) }),
    ...(write === undefined ? {} : { putRun: () => Promise.reject(new StoreError(write)) }),
  };
}

describe('a file that is taken over by a store that can fail', () => {
  test('for want of room is refused whole, and other work goes on where it was', async () => {
    const full = { kind: 'storage-full', reason: 'quota' } as const;
    const store = createFallbackStore(failing({ merge: full }), createFaultBell());
    expect(await store.merge(slowly(pieces))).toEqual({ ok: false, fault: full });
    expect(await store.list(10)).toEqual([]);
    await store.putGroup(done('x'));
    expect(await store.group(done('x').id)).toEqual(done('x'));
  });

  test('where nothing may be stored is refused too, and that is told', async () => {
    const denied = { kind: 'storage-denied', reason: 'private' } as const;
    const bell = createFaultBell();
    const heard: Fault[] = [];
    bell.listen((fault) => heard.push(fault));
    const store = createFallbackStore(failing({ merge: denied }), bell);
    expect(await store.merge(slowly(pieces))).toEqual({ ok: false, fault: denied });
    expect(heard).toEqual([denied]);
  });

  test('goes to memory once that is where the work is, and leaves what can still be read', async () => {
    const denied = { kind: 'storage-denied', reason: 'private' } as const;
    const first = failing({ write: denied });
    const own = done('a', { faults: [{ kind: 'question-empty' }] });
    await first.putGroup(own);
    const store = createFallbackStore(first, createFaultBell());
    await store.putRun({ id: 'run-y' as RunId, name: 'y', createdAt: 1 });
    expect(store.kind).toBe('memory');
    const merged = await store.merge(slowly(pieces));
    expect(merged).toMatchObject({ ok: true, value: { run: 1, plan: 1, group: 1 } });
    expect(await store.group(own.id)).toEqual(own);
  });

  test('whose pieces break off, the error is that of the pieces', async () => {
    const store = createFallbackStore(createMemoryStore(), createFaultBell());
    const torn = async function* (): AsyncGenerator<never> {
      await Promise.reject(new Error('torn'));
      yield undefined as never;
    };
    await expect(store.merge(torn)).rejects.toThrow('torn');
  });
});
