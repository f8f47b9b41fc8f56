/** A Python environment of its own for one kind of test, made once, with what it is given pinned. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { canUseApt } from '../browser.ts';
import { root } from '../paths.ts';
import { runProgram } from '../program.ts';

const binaries = process.platform === 'win32' ? ['Scripts', 'python.exe'] : ['bin', 'python'];

/** The interpreter of `.cache/NAME` with these packages, ready-built ones only; throws with what to do where it cannot. */
export async function pythonWith(name: string, packages: readonly string[]): Promise<string> {
  const folder = path.join(root, '.cache', name);
  const python = path.join(folder, ...binaries);
  const mark = path.join(folder, 'installed.txt');
  const wanted = packages.join('\n');
  if (existsSync(python) && (await readFile(mark, 'utf8').catch(() => '')) === wanted) return python;
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.dirname(folder), { recursive: true });
  try {
    await makeEnvironment(folder);
    const install = ['-m', 'pip', 'install', '-q', '--only-binary', ':all:', ...packages];
    const { code, output } = await runProgram(python, install, { output: 'keep' });
    if (code !== 0) throw new Error(`${packages.join(', ')} could not be installed.\n${output.trimEnd()}`);
    await writeFile(mark, wanted);
    return python;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** The packages that `FOLDER/requirements.txt` pins. */
export async function requirements(folder: string): Promise<string[]> {
  const lines = (await readFile(path.join(root, folder, 'requirements.txt'), 'utf8')).split('\n');
  return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
}

async function makeEnvironment(folder: string): Promise<void> {
  const base = process.platform === 'win32' ? 'python' : 'python3';
  const isMade = async (): Promise<boolean> =>
    (await runProgram(base, ['-m', 'venv', folder], { output: 'errors' })).code === 0;
  if (await isMade()) return;
  if (canUseApt()) {
    // Debian keeps venv in a package of its own.
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await runProgram('apt-get', ['update', '-q'], { output: 'errors', env });
    const packages = ['install', '-y', '-q', 'python3', 'python3-venv'];
    await runProgram('apt-get', packages, { output: 'errors', env });
    if (await isMade()) return;
  }
  throw new Error(
    'No Python environment could be made: install Python 3.11 or later with its venv module ' +
      '(on Debian: apt-get install -y python3-venv).',
  );
}
