/** Runs as the tests of the experiments' place have them. */
import type { RunEvent } from '../../../src/run/event.ts';
import { told } from '../../kit/entries.ts';
import { keptRun, RunLab } from '../../kit/experiments.ts';

export const labWith = (...runs: ReturnType<typeof keptRun>[]): RunLab => {
  const lab = new RunLab();
  lab.runs = runs;
  return lab;
};

export const progress = (run: string, done: number, total: number, secondsLeft?: number, missed = 0): RunEvent => ({
  kind: 'run-progress',
  runId: run as never,
  done,
  missed,
  total,
  ...(secondsLeft === undefined ? {} : { secondsLeft }),
});

/** Two of its five questions are done. */
export const waiting = (run: string): ReturnType<typeof keptRun> =>
  keptRun(run, told.slice(0, 2), { planned: 5, name: 'Half-way' });
