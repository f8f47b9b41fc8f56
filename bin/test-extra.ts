import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hasForm, ROW_FORMATS } from '../src/export/formats.ts';
import { exportRecording } from './cat/export.ts';
import { root } from './paths.ts';
import { runProgram } from './program.ts';
import { add, nothing, render, type Tally } from './tally.ts';
import { audit } from './test-extra/audit.ts';
import { pythonWith, requirements } from './test-extra/python.ts';
import { serverTests } from './test-extra/server.ts';

/** Runs one script; its last `N passed, N failed` line counts, else its exit code does. */
async function script(python: string, file: string, args: readonly string[] = []): Promise<Tally> {
  console.log(`\n── ${file}`);
  await stat(path.join(root, file));
  const { code, output } = await runProgram(python, [path.join(root, file), ...args], {
    output: 'keep',
  });
  console.log(output.trimEnd());
  const last = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  const tally = { passed: Number(last?.[1] ?? 0), failed: Number(last?.[2] ?? 0) };
  if (code !== 0 && tally.failed === 0) return { passed: tally.passed, failed: 1 };
  return last === undefined ? { passed: 1, failed: 0 } : tally;
}

/** Loads every format of a recording in its forms, as others load them. */
async function exports(): Promise<Tally> {
  const folder = path.join(root, 'test', 'extra', 'recording');
  const out = await mkdtemp(path.join(tmpdir(), 'cat-lab-exports-'));
  try {
    for (const format of ROW_FORMATS) {
      for (const form of ['text', 'conversation'] as const) {
        const file = path.join(out, `${format}-${form}.jsonl`);
        if (hasForm(format, form)) await exportRecording({ folder, format, form, out: file });
      }
    }
    const python = await pythonWith('python-extra', await requirements('test/extra'));
    return await script(python, 'test/extra/load_exports.py', [out]);
  } finally {
    await rm(out, { recursive: true });
  }
}

/** `npm run test:extra`: what needs Python, or a registry. Ends in one line `N passed, N failed`. */
export async function main(): Promise<number> {
  let tally = nothing;
  try {
    tally = add(tally, await audit());
    tally = add(tally, await exports());
    const python = await pythonWith('python', await requirements('nano'));
    for (const file of ['nano/smoke.py', 'nano/notes_smoke.py']) {
      tally = add(tally, await script(python, file));
    }
    tally = add(tally, await serverTests());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    tally = add(tally, { passed: 0, failed: 1 });
  }
  console.log(`\n${render(tally)}`);
  return tally.failed === 0 ? 0 : 1;
}
