import { existsSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { canUseApt } from './browser.ts';
import { root } from './paths.ts';
import { runProgram, type ProgramResult } from './program.ts';
import { add, nothing, render, type Tally } from './tally.ts';
import { serverTests } from './test-extra/server.ts';

const environment = path.join(root, '.cache', 'python');
const python = path.join(
  environment,
  ...(process.platform === 'win32' ? ['Scripts', 'python.exe'] : ['bin', 'python']),
);

/** Makes a virtual environment with what `nano/` needs; throws with what to do where it cannot. */
async function ensurePython(): Promise<string> {
  const named = process.env['NANO_PYTHON'];
  if (named) return named;
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
          '(on Debian: apt-get install -y python3-venv), or set NANO_PYTHON to a Python that has ' +
          'what nano/requirements.txt names.',
      );
    }
  }
  const installed = await runProgram(
    python,
    ['-m', 'pip', 'install', '-q', '-r', path.join(root, 'nano', 'requirements.txt')],
    { output: 'errors' },
  );
  if (installed.code !== 0) throw new Error('nano/requirements.txt could not be installed.');
  return python;
}

/** Runs one script; its last `N passed, N failed` line counts, else its exit code does. */
async function script(interpreter: string, file: string): Promise<Tally> {
  console.log(`\n── ${file}`);
  const { code, output } = await runProgram(interpreter, [path.join(root, file)], {
    output: 'keep',
  });
  console.log(output.trimEnd());
  const last = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  const tally = { passed: Number(last?.[1] ?? 0), failed: Number(last?.[2] ?? 0) };
  if (code !== 0 && tally.failed === 0) return { passed: tally.passed, failed: 1 };
  return last === undefined ? { passed: 1, failed: 0 } : tally;
}

/** `npm run test:extra`: what needs Python. Ends in one line `N passed, N failed`. */
export async function main(): Promise<number> {
  let tally = nothing;
  try {
    for (const file of ['nano/smoke.py', 'nano/notes_smoke.py']) {
      await stat(path.join(root, file));
      tally = add(tally, await script(await ensurePython(), file));
    }
    tally = add(tally, await serverTests());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    tally = add(tally, { passed: 0, failed: 1 });
  }
  console.log(`\n${render(tally)}`);
  return tally.failed === 0 ? 0 : 1;
}
