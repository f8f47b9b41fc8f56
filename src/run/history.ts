/** The lab's part that looks back: stored groups listed, replayed, removed and brought back. */
import type { Removed, Store } from '../store/store.ts';
import type { RunEvent } from './event.ts';
import type { Lab } from './lab.ts';
import type { RunLocks } from './locks.ts';
import { replay } from './replay.ts';
import { settled } from './settled.ts';

export interface HistoryParts {
  readonly store: Store;
  readonly locks: RunLocks;
  emit(event: RunEvent): void;
  /** Ends what this page runs; resolves once it has. */
  stop(): Promise<void>;
}

type History = Pick<Lab, 'open' | 'history' | 'remove' | 'undo'>;

export function createHistory({ store, locks, emit, stop }: HistoryParts): History {
  let removed: Removed | null = null;

  /** Of what is to be removed, the runs that are worked on now, by this page or another. */
  const workedOn = async (what: Parameters<Lab['remove']>[0]): Promise<string[]> => {
    const held = [...(await locks.held())];
    if (what === 'everything') return held;
    const run = 'run' in what ? what.run : (await store.group(what.group))?.runId;
    return held.filter((one) => one === run);
  };

  return {
    async open(id) {
      const group = await store.group(id);
      if (group === null) return false;
      for (const one of await settled([group], locks)) for (const event of replay(one)) emit(event);
      return true;
    },
    history: async (limit) => settled(await store.list(limit, 'single'), locks),
    async remove(what) {
      // What is removed while it runs would be written on.
      const runs = await workedOn(what);
      const elsewhere = runs.find((run) => !locks.own().has(run));
      if (elsewhere !== undefined) {
        emit({ kind: 'fault', fault: { kind: 'run-locked', run: elsewhere } });
        return false;
      }
      // Only one thing runs here.
      if (runs.length > 0 || what === 'everything') await stop();
      const before = store.kind;
      removed = await store.remove(what);
      if (before === 'memory' && store.kind !== before) emit({ kind: 'storage-regained' });
      for (const group of removed.groups) emit({ kind: 'group-deleted', groupId: group.id });
      return true;
    },
    async undo() {
      const back = removed;
      removed = null;
      if (back === null || (back.groups.length === 0 && back.runs.length === 0)) return false;
      await store.restore(back);
      for (const group of await settled(back.groups, locks)) emit({ kind: 'group-restored', group });
      return true;
    },
  };
}
