import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { problems } from '../../src/question/world/problems.ts';
import { run, start } from '../kit/command.ts';

const QUESTIONS = 6;

/** Only Linux tells of its processes so simply. */
const canLook = existsSync('/proc/self/stat');

/** Processes by the one that started each; what is gone meanwhile is left out. */
function parents(): Map<number, number> {
  const found = new Map<number, number>();
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number)) {
    try {
      const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
      const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      // One that has ended and waits for its parent runs no more.
      if (state !== 'Z') found.set(id, Number(parent));
    } catch {
      continue;
    }
  }
  return found;
}

function descendants(of: number): number[] {
  const all = parents();
  const children = (id: number): number[] =>
    [...all].filter(([, parent]) => parent === id).flatMap(([child]) => [child, ...children(child)]);
  return children(of);
}

const linesOf = (file: string): string[] =>
  existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];

test.runIf(canLook)(
  'an experiment whose command is killed leaves no browser behind, and the same command ends it with every row once',
  { timeout: 600_000 },
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'cat-lab-killed-command-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const file = path.join(folder, 'questions.jsonl');
    const stream = problems({ seed: 41, level: 'easy', split: 'heldout' });
    const questions = Array.from({ length: QUESTIONS }, () => JSON.stringify(stream.next().value));
    await writeFile(file, `${questions.join('\n')}\n`);
    const out = path.join(folder, 'out');
    const rows = path.join(out, 'groups.jsonl');
    const command = ['cat', 'experiment', file, '--out', out, '--group', '2', '--json'];

    const { child, ended } = start(...command);
    onTestFinished(() => void child.kill('SIGKILL'));
    await expect.poll(() => linesOf(rows).length, { timeout: 180_000, interval: 20 }).toBeGreaterThan(0);
    const started = descendants(child.pid as number);
    expect(started.length).toBeGreaterThan(0);
    child.kill('SIGKILL');
    expect((await ended).signal).toBe('SIGKILL');
    // The browser ends by itself as the pipe that it is driven by closes.
    const left = (): number[] => started.filter((id) => parents().has(id));
    await expect.poll(left, { timeout: 60_000, interval: 100 }).toEqual([]);

    const again = await run(...command);
    expect(again.code).toBe(0);
    const places = linesOf(rows).map((line) => (JSON.parse(line) as { index: number }).index);
    expect(places.sort()).toEqual(questions.map((_, index) => index));
    expect((JSON.parse(again.stdout) as { questions: number }).questions).toBe(QUESTIONS);
  },
);
