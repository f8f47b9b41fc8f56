import { expect, test } from 'vitest';
import type { RunId } from '../../../src/base/id.ts';
import { RunsController } from '../../../src/view/experiment/runs-controller.ts';
import { entryOf } from '../../kit/entries.ts';
import { keptRun, RunLab } from '../../kit/experiments.ts';

const run = 'a' as RunId;

/** A controller of one open run, whose beats are the test's; `early` ended while it was read, with a beat after them. */
async function opened(done: number, early: readonly number[] = []): Promise<{ beat(): void; tell(index: number): void; shown(): number }> {
  const lab = new RunLab();
  lab.runs = [keptRun(run, Array.from({ length: done }, () => ({})), { planned: done + 9, state: 'here' })];
  let turn = (): void => {};
  const beat = {
    every: (_: number, act: () => void) => {
      turn = act;
      return () => {};
    },
    isVisible: () => true,
  };
  const host = { addController: () => {}, removeController: () => {}, requestUpdate: () => {}, updateComplete: Promise.resolve(true) };
  const controller = new RunsController(host, beat);
  controller.follow(lab);
  controller.hostConnected();
  controller.open([run]);
  for (const index of early) lab.emit({ kind: 'entry', entry: { ...entryOf({}, index), runId: run } });
  if (early.length > 0) turn();
  await new Promise((resolve) => setImmediate(resolve));
  return {
    beat: () => turn(),
    tell: (index) => lab.emit({ kind: 'entry', entry: { ...entryOf({}, index), runId: run } }),
    shown: () => {
      const now = controller.of(run);
      return now === null || now === 'reading' ? 0 : now.entries.length;
    },
  };
}

test('questions that have ended are shown with the next beat, together', async () => {
  const { beat, tell, shown } = await opened(5);
  tell(5);
  tell(6);
  expect(shown()).toBe(5);
  beat();
  expect(shown()).toBe(7);
});

test('a run of thousands is drawn anew less often, and loses none meanwhile', async () => {
  const { beat, tell, shown } = await opened(4001);
  const seen: number[] = [];
  for (let at = 0; at < 6; at++) {
    tell(4001 + at);
    beat();
    seen.push(shown());
  }
  expect(seen).toEqual([4001, 4001, 4004, 4004, 4004, 4007]);
});

test('questions that end while a run is read are not lost to it', async () => {
  const { shown } = await opened(5, [5, 6]);
  expect(shown()).toBe(7);
});
