import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..');
const script = path.join(root, 'bin', 'run.mjs');

interface Started {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly from?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Closes the reading end of stdout before anything is written. */
  readonly deaf?: boolean;
}

function run({ args, cwd, from, env, deaf = false }: Started): Promise<{ code: number | null; stderr: string }> {
  const child = spawn(process.execPath, [script, ...args], {
    cwd,
    env: { ...process.env, INIT_CWD: from, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (deaf) child.stdout.destroy();
  else child.stdout.resume();
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stderr }));
  });
}

const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'cat-lab run '));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
};

describe('a command', { timeout: 60_000 }, () => {
  test('means files from where the person stands, though npm starts it in the project', async () => {
    const folder = await newFolder();
    const args = ['problems', '--count', '1', '--out', 'rows.jsonl'];
    expect(await run({ args, cwd: root, from: folder })).toEqual({ code: 0, stderr: '' });
    expect(await readFile(path.join(folder, 'rows.jsonl'), 'utf8')).toContain('"question"');
  });

  test('works from another folder without npm, whatever npm said to somebody else', async () => {
    const folder = await newFolder();
    const args = ['problems', '--count', '1', '--out', 'rows.jsonl'];
    expect(await run({ args, cwd: folder, from: root })).toEqual({ code: 0, stderr: '' });
    expect(await readFile(path.join(folder, 'rows.jsonl'), 'utf8')).toContain('"question"');
  });

  test('says in a line which Chromium cannot be had', async () => {
    const cat = ['cat', 'ask', 'How many?'];
    const missing = { CHROME_PATH: path.join(root, 'no-chromium') };
    expect(await run({ args: cat, cwd: root, env: missing })).toEqual({
      code: 1,
      stderr: expect.stringMatching(/^(Building the page\.\n)?CHROME_PATH names no file: .*no-chromium\n$/),
    });
    expect(await run({ args: ['screenshot'], cwd: root, env: missing })).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/CHROME_PATH names no file: .*no-chromium\n$/),
    });
    const other = { CHROME_PATH: process.execPath };
    const { code, stderr } = await run({ args: cat, cwd: root, env: other });
    expect(code).toBe(1);
    expect(stderr).toContain('could not be started');
    expect(stderr).not.toMatch(/^ +at /m);
  });

  test('whose reader has gone, such as head, ends without a word', async () => {
    for (const args of [['problems', '--help'], ['problems', '--count', '20'], ['cat', '--help']]) {
      expect(await run({ args, cwd: root, deaf: true }), args[0]).toEqual({ code: 0, stderr: '' });
    }
  });
});
