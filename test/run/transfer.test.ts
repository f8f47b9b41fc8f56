import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/base/fault.ts';
import type { RunId } from '../../src/base/id.ts';
import type { Result } from '../../src/base/result.ts';
import { newTally } from '../../src/export/row-lines.ts';
import { createTransfer, transferParts } from '../../src/run/transfer.ts';
import type { Transfer } from '../../src/run/transfer.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { storeOf } from '../export/file.ts';
import { pieces } from '../store/conformance-merge.ts';
import { begun, done } from '../store/samples.ts';

const runId = 'run-m' as RunId;

const linesOf = async (lines: ReturnType<Transfer['exportStore']>): Promise<Record<string, unknown>[]> => {
  const all: Record<string, unknown>[] = [];
  for await (const line of valueOf(await lines)) all.push(JSON.parse(line) as Record<string, unknown>);
  return all;
};

function valueOf<T>(result: Result<T, Fault>): T {
  if (!result.ok) throw new Error(result.fault.kind);
  return result.value;
}

describe('what leaves this browser', () => {
  test('are the rows of a run, in the order of its plan', async () => {
    const transfer = createTransfer(await storeOf(pieces));
    const tally = newTally();
    const rows = await linesOf(transfer.exportRun(runId, { format: 'verl', tally }));
    expect(rows).toMatchObject([
      { extra_info: { index: 0, group_id: 'group-a' } },
      { extra_info: { index: 1, group_id: 'group-b' } },
    ]);
    expect(tally.rows).toBe(2);
  });

  test('are the rows of a single question too, which has no plan', async () => {
    const single = done('s', { runId: 'run-s' as RunId });
    const run = { id: single.runId, name: 'One', createdAt: 1 };
    const store = await storeOf([
      { kind: 'run', run },
      { kind: 'group', group: single },
      { kind: 'group', group: begun('t', { runId: run.id }) },
    ]);
    const tally = newTally();
    const lines = createTransfer(store).exportRun(run.id, { format: 'trl-sft', form: 'conversation', tally });
    expect(await linesOf(lines)).toMatchObject([{ group_id: 'group-s', completion: [{ role: 'assistant' }] }]);
    expect(Object.fromEntries(tally.leftOut)).toEqual({ unfinished: 1 });
  });

  test('comes in elsewhere, after a look at what is in it', async () => {
    const from = createTransfer(await storeOf(pieces));
    const store = createMemoryStore();
    const into = createTransfer(store);
    for (const lines of [from.exportRun(runId, { format: 'run' }), from.exportStore()]) {
      const text: string[] = [];
      for await (const line of valueOf(await lines)) text.push(line);
      const file = new Blob(text);
      const { found, faults } = valueOf(await into.previewImport(file));
      expect(faults).toEqual([]);
      expect(found.group.fresh + found.group.same).toBe(2);
      expect((await into.takeImport(file)).ok).toBe(true);
    }
    expect(await store.plans()).toMatchObject([{ planned: 3, done: 2, missed: 1 }]);
    expect(await store.sets()).toHaveLength(1);
  });
});

describe('what cannot be fetched', () => {
  const reason = 'Failed to fetch dynamically imported module';
  const refused = () => Promise.reject(new TypeError(reason));
  const missing = { ok: false, fault: { kind: 'part-missing', reason } };

  test.each<[string, keyof typeof transferParts, (transfer: Transfer) => Promise<unknown>]>([
    ['a run saved as rows', 'rows', (transfer) => transfer.exportRun(runId, { format: 'verl' })],
    ['a run saved as a file of its own', 'gather', (transfer) => transfer.exportRun(runId, { format: 'run' })],
    ['the history saved', 'write', (transfer) => transfer.exportStore()],
    ['a file looked at', 'preview', (transfer) => transfer.previewImport(new Blob())],
    ['a file taken over', 'take', (transfer) => transfer.takeImport(new Blob())],
  ])('is a fault for %s, and is fetched again the next time', async (_what, part, call) => {
    const store = await storeOf(pieces);
    const parts = { ...transferParts, [part]: refused };
    const transfer = createTransfer(store, parts);
    expect(await call(transfer)).toEqual(missing);
    Object.assign(parts, transferParts);
    expect(await call(transfer)).not.toEqual(missing);
  });
});
