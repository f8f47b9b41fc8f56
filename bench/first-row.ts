/** The command line from its start, the page built before, to the first question that is kept. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBrowser } from '../bin/browser.ts';
import { ensureBuilt } from '../bin/build.ts';
import { root } from '../bin/paths.ts';
import { DEFAULT_LEVEL } from '../src/question/world/level.ts';
import { problems } from '../src/question/world/problems.ts';
import { median } from '../src/stats/median.ts';
import { row, type Row } from './row.ts';

/** Seconds in which whoever started it sees that it works. */
const budget = 20;
const runs = 3;
const questions = 4;
const size = 8;
const between = 20;

export async function firstRowRows(say: (text: string) => void): Promise<Row[]> {
  await ensureBuilt();
  await ensureBrowser();
  const seconds: number[] = [];
  for (let run = 0; run < runs; run++) {
    say(`cat experiment to its first row, ${run + 1} of ${runs}`);
    seconds.push(await firstRowSeconds());
  }
  const name = 'cat experiment --out from its start to its first row';
  return [
    row({
      ...{ name, suite: 'experiments', engine: 'wllama', group: size, metric: 'time', unit: 's' },
      ...{ ours: median(seconds), against: budget, better: 'less' },
    }),
  ];
}

async function firstRowSeconds(): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cat-lab-first-row-'));
  const file = path.join(folder, 'questions.jsonl');
  const out = path.join(folder, 'out');
  const stream = problems({ seed: 3, level: DEFAULT_LEVEL, split: 'heldout' });
  const lines = Array.from({ length: questions }, () => JSON.stringify(stream.next().value));
  await writeFile(file, `${lines.join('\n')}\n`);
  const started = performance.now();
  const command = [path.join(root, 'bin', 'run.mjs'), 'cat', 'experiment', file, '--out', out];
  const child = spawn(process.execPath, command, { cwd: root, stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  try {
    const rows = path.join(out, 'groups.jsonl');
    while (!existsSync(rows) || !readFileSync(rows, 'utf8').includes('\n')) {
      if (child.exitCode !== null) throw new Error('the command ended without a row');
      await new Promise((resolve) => setTimeout(resolve, between));
    }
    return (performance.now() - started) / 1000;
  } finally {
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
}
