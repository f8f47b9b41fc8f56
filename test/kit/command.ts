/** Commands of `bin/` as a person starts them, in a process of their own. */
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..', '..');

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** What came on stderr so far. */
  stderr(): string;
}

export function start(...args: readonly string[]): Started {
  const child = spawn(process.execPath, [path.join(root, 'bin', 'run.mjs'), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      // The page of a command is held to its policy as that of a person is.
      if (/content security policy/i.test(stderr)) reject(new Error(stderr));
      else resolve({ code, signal, stdout, stderr });
    });
  });
  return { child, ended, stderr: () => stderr };
}

export const run = (...args: readonly string[]): Promise<Ended> => start(...args).ended;
