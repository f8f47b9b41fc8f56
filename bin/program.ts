import { spawn, type StdioOptions } from 'node:child_process';
import { root } from './paths.ts';

export interface ProgramResult {
  /** Exit code; 127 where the program could not be started. */
  readonly code: number;
  readonly output: string;
}

export interface ProgramOptions {
  /** `show` passes the output on as it comes, `errors` all of it to stderr; `keep` collects it. */
  readonly output: 'show' | 'errors' | 'keep';
  readonly env?: NodeJS.ProcessEnv;
}

const streams: Readonly<Record<ProgramOptions['output'], StdioOptions>> = {
  show: 'inherit',
  errors: ['ignore', 2, 2],
  keep: ['ignore', 'pipe', 'pipe'],
};

/** Runs a program in the project's folder, without a shell. Never rejects. */
export function runProgram(
  file: string,
  args: readonly string[],
  options: ProgramOptions,
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: root,
      env: { ...process.env, ...options.env },
      stdio: streams[options.output],
    });
    const parts: string[] = [];
    const keep = (data: Buffer): void => void parts.push(data.toString());
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: parts.join('') }));
  });
}

/** Runs a script of an installed package with this Node. */
export const runScript = (
  script: string,
  args: readonly string[],
  options: ProgramOptions,
): Promise<ProgramResult> => runProgram(process.execPath, [script, ...args], options);
