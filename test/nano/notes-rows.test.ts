import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { main } from '../../bin/problems.ts';

test('the rows on which the training jobs are tested are those that the command writes', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'notes-'));
  try {
    const file = path.join(folder, 'rows.jsonl');
    const flags = '--world notes --split train --seed 7 --count 14 --solutions --noisy 4';
    expect(main([...flags.split(' '), '--out', file])).toBe(0);
    const kept = path.join(import.meta.dirname, 'notes.jsonl');
    expect(await readFile(kept, 'utf8')).toBe(await readFile(file, 'utf8'));
  } finally {
    await rm(folder, { recursive: true });
  }
});
