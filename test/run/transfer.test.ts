import { describe, expect, test } from 'vitest';
import type { RunId } from '../../src/base/id.ts';
import { newTally } from '../../src/export/row-lines.ts';
import { createTransfer } from '../../src/run/transfer.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { storeOf } from '../export/file.ts';
import { pieces } from '../store/conformance-merge.ts';
import { begun, done } from '../store/samples.ts';

const runId = 'run-m' as RunId;

const linesOf = async (lines: AsyncIterable<string>): Promise<Record<string, unknown>[]> => {
  const all: Record<string, unknown>[] = [];
  for await (const line of lines) all.push(JSON.parse(line) as Record<string, unknown>);
  return all;
};

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
      for await (const line of lines) text.push(line);
      const file = new Blob(text);
      const { found, faults } = await into.previewImport(file);
      expect(faults).toEqual([]);
      expect(found.group.fresh + found.group.same).toBe(2);
      expect((await into.takeImport(file)).ok).toBe(true);
    }
    expect(await store.plans()).toMatchObject([{ planned: 3, done: 2, missed: 1 }]);
    expect(await store.sets()).toHaveLength(1);
  });
});
