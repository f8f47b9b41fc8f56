/** A Python environment of its own for one kind of test, made once, with what it is given pinned. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../paths.ts';
import { runProgram } from '../program.ts';

const binaries = process.platform === 'win32' ? ['Scripts', 'python.exe'] : ['bin', 'python'];

/** The interpreter of `.cache/NAME` with these packages, ready-built ones only; throws where it cannot be. */
export async function pythonWith(name: string, packages: readonly string[]): Promise<string> {
  const folder = path.join(root, '.cache', name);
  const python = path.join(folder, ...binaries);
  const mark = path.join(folder, 'installed.txt');
  const wanted = packages.join('\n');
  if (existsSync(python) && (await readFile(mark, 'utf8').catch(() => '')) === wanted) return python;
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.dirname(folder), { recursive: true });
  const base = process.platform === 'win32' ? 'python' : 'python3';
  const steps = [
    [base, ['-m', 'venv', folder]],
    [python, ['-m', 'pip', 'install', '-q', '--only-binary', ':all:', ...packages]],
  ] as const;
  for (const [program, args] of steps) {
    const { code, output } = await runProgram(program, args, { output: 'keep' });
    if (code === 0) continue;
    await rm(folder, { recursive: true, force: true });
    throw new Error(`${packages.join(', ')} could not be installed.\n${output.trimEnd()}`);
  }
  await writeFile(mark, wanted);
  return python;
}
