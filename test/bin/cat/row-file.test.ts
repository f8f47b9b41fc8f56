import { readFileSync, writeSync } from 'node:fs';
import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createKeeping } from '../../../bin/cat/keeping.ts';
import { openRowFile, readRowFile } from '../../../bin/cat/row-file.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cat-lab-rows-'));
  file = path.join(folder, 'rows.jsonl');
});
afterEach(() => rm(folder, { recursive: true }));

const full = (): never => {
  throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
};

test('a line that the disk takes in parts is written as a whole', () => {
  const rows = openRowFile(file, (to, bytes, from) => writeSync(to, bytes, from, Math.min(3, bytes.length - from)));
  rows.append({ text: 'é'.repeat(20) });
  rows.append({ text: 'b' });
  rows.close();
  expect([...readRowFile(file)].map((line) => JSON.parse(line) as unknown)).toEqual([
    { text: 'é'.repeat(20) },
    { text: 'b' },
  ]);
});

test('of a line that does not fit nothing is left, and the next one stands by itself', () => {
  let room = 20;
  const rows = openRowFile(file, (to, bytes, from) => {
    if (room === 0) return full();
    const taken = writeSync(to, bytes, from, Math.min(room, bytes.length - from));
    room -= taken;
    return taken;
  });
  rows.append({ a: 1 });
  expect(() => rows.append({ text: 'too long for what is left' })).toThrow('ENOSPC');
  expect(readFileSync(file, 'utf8')).toBe('{"a":1}\n');
  room = 100;
  rows.append({ a: 2 });
  rows.close();
  expect(readFileSync(file, 'utf8')).toBe('{"a":1}\n{"a":2}\n');
});

test('a disk that takes nothing and says nothing is a failure, not a wait for ever', () => {
  const rows = openRowFile(file, () => 0);
  expect(() => rows.append({})).toThrow('takes no more');
  rows.close();
});

test('lines longer than a piece that is read are read as one, and a torn last one is taken off', async () => {
  const long = JSON.stringify({ text: 'ü'.repeat(5_000_000) });
  await writeFile(file, `${long}\n{}\n`);
  const { size } = await stat(file);
  await appendFile(file, `{"torn":"${'x'.repeat(5_000_000)}`);
  const lines = [...readRowFile(file)];
  expect(lines.map((line) => line.length)).toEqual([long.length, 2]);
  expect(lines[0] === long).toBe(true);
  expect((await readFile(file)).length).toBe(size);
});

test('a file that is not there has no lines', () => {
  expect([...readRowFile(file)]).toEqual([]);
});

test('what cannot be kept stops the work once, keeps nothing more, and is told with its remedy', () => {
  let stops = 0;
  const kept: number[] = [];
  const keeping = createKeeping(() => (stops += 1));
  keeping.keep(() => kept.push(1));
  keeping.check();
  keeping.keep(full);
  keeping.keep(() => kept.push(2));
  keeping.keep(full);
  expect([stops, kept, keeping.lost()]).toEqual([1, [1], true]);
  expect(() => keeping.check()).toThrow(/^--out could not be written: ENOSPC.*make room, and give the same command/s);
});
