import { existsSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hasForm, ROW_FORMATS } from '../src/export/formats.ts';
import { canUseApt } from './browser.ts';
import { exportRecording } from './cat/export.ts';
import { root } from './paths.ts';
import { runProgram, type ProgramResult } from './program.ts';
import { add, nothing, render, type Tally } from './tally.ts';
import { audit } from './test-extra/audit.ts';
import { serverTests } from './test-extra/server.ts';

/** What a script needs of Python: an environment of its own, or one that is named. */
interface Needs {
  /** The folder that names its packages, in `requirements.txt`. */
  readonly folder: string;
  /** The environment is kept under this name. */
  readonly cache: string;
  /** Names a Python that has them. */
  readonly variable: string;
}

const nano: Needs = { folder: 'nano', cache: 'python', variable: 'NANO_PYTHON' };
const exported: Needs = {
  folder: 'test/extra',
  cache: 'python-extra',
  variable: 'EXTRA_PYTHON',
};

/** Makes a virtual environment with what `needs` names; throws with what to do where it cannot. */
async function ensurePython({ folder, cache, variable }: Needs): Promise<string> {
  const named = process.env[variable];
  if (named) return named;
  const environment = path.join(root, '.cache', cache);
  const python = path.join(
    environment,
    ...(process.platform === 'win32' ? ['Scripts', 'python.exe'] : ['bin', 'python']),
  );
  if (!existsSync(python)) {
    const base = process.platform === 'win32' ? 'python' : 'python3';
    const make = (): Promise<ProgramResult> =>
      runProgram(base, ['-m', 'venv', environment], { output: 'errors' });
    let made = await make();
    if (made.code !== 0 && canUseApt()) {
      // Debian keeps venv in a package of its own.
      const env = { DEBIAN_FRONTEND: 'noninteractive' };
      await runProgram('apt-get', ['update', '-q'], { output: 'errors', env });
      const packages = ['install', '-y', '-q', 'python3', 'python3-venv'];
      await runProgram('apt-get', packages, { output: 'errors', env });
      made = await make();
    }
    if (made.code !== 0) {
      await rm(environment, { recursive: true, force: true });
      throw new Error(
        'No Python environment could be made: install Python 3.11 or later with its venv module ' +
          `(on Debian: apt-get install -y python3-venv), or set ${variable} to a Python that has ` +
          `what ${folder}/requirements.txt names.`,
      );
    }
  }
  const installed = await runProgram(
    python,
    ['-m', 'pip', 'install', '-q', '-r', path.join(root, folder, 'requirements.txt')],
    { output: 'errors' },
  );
  if (installed.code !== 0) throw new Error(`${folder}/requirements.txt could not be installed.`);
  return python;
}

/** Runs one script; its last `N passed, N failed` line counts, else its exit code does. */
async function script(needs: Needs, file: string, args: readonly string[] = []): Promise<Tally> {
  console.log(`\n── ${file}`);
  await stat(path.join(root, file));
  const interpreter = await ensurePython(needs);
  const { code, output } = await runProgram(interpreter, [path.join(root, file), ...args], {
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
    return await script(exported, 'test/extra/load_exports.py', [out]);
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
    for (const file of ['nano/smoke.py', 'nano/notes_smoke.py']) {
      tally = add(tally, await script(nano, file));
    }
    tally = add(tally, await serverTests());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    tally = add(tally, { passed: 0, failed: 1 });
  }
  console.log(`\n${render(tally)}`);
  return tally.failed === 0 ? 0 : 1;
}
