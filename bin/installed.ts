/** Where programs usually stand, and the one that a variable names. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { ExpectedError } from './expected-error.ts';

export interface Places {
  /** Names of programs on the PATH. */
  readonly linux: readonly string[];
  /** Whole paths; a person's own applications are looked through too. */
  readonly mac: readonly string[];
  /** Below the folders of programs. */
  readonly windows: readonly string[];
}

/** The usual places on this system, in order of preference. */
export function usualPlaces({ linux, mac, windows }: Places): string[] {
  switch (process.platform) {
    case 'darwin':
      return [...mac, ...mac.map((place) => `${process.env['HOME'] ?? ''}${place}`)];
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
        const base = process.env[name];
        return base ? windows.map((place) => path.join(base, place)) : [];
      });
    default: {
      const folders = (process.env['PATH'] ?? '').split(':').filter((folder) => folder !== '');
      const all = [...new Set([...folders, '/usr/bin', '/usr/local/bin', '/snap/bin'])];
      return linux.flatMap((name) => all.map((folder) => path.join(folder, name)));
    }
  }
}

/** What the variable names, where it is set; pointing at nothing throws, since something else would surprise. */
export function namedProgram(variable: string): string | undefined {
  const named = process.env[variable];
  if (!named) return undefined;
  const isFile = statSync(named, { throwIfNoEntry: false })?.isFile() === true;
  if (!isFile) throw new ExpectedError(`${variable} names no file: ${named}`);
  return named;
}
