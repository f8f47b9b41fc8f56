import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holdFolder } from '../../../bin/cat/hold.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cat-lab-hold-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('keeps a second command off a folder until the first has ended, by whatever path it is named', async () => {
  const first = await holdFolder(path.join(folder, 'run'));
  const same = path.join(folder, '.', 'other', '..', 'run');
  await expect(holdFolder(same)).rejects.toThrow(/in use: another command is writing to/);
  const beside = await holdFolder(path.join(folder, 'other'));
  first.release();
  const second = await holdFolder(same);
  second.release();
  beside.release();
});

test('says so where the name is that of a file', async () => {
  const file = path.join(folder, 'rows.jsonl');
  writeFileSync(file, '');
  for (const name of [file, path.join(file, 'run')]) {
    await expect(holdFolder(name)).rejects.toThrow(/--out names a folder, and not .*: it is a file, or lies in one/);
  }
});

test('is not in the way of the next command after a kill', async () => {
  const script = `
    const { load } = await import(${JSON.stringify(path.resolve('bin/load.mjs'))});
    const { module } = await load(${JSON.stringify(path.resolve('bin/cat/hold.ts'))}, ${JSON.stringify(path.resolve('.'))});
    await module.holdFolder(${JSON.stringify(folder)});
    console.log('held');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  await expect(holdFolder(folder)).rejects.toThrow('in use');
  child.kill('SIGKILL');
  await once(child, 'exit');
  (await holdFolder(folder)).release();
});
