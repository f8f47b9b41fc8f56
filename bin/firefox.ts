import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { canUseApt } from './browser.ts';
import { ExpectedError } from './expected-error.ts';
import { runProgram } from './program.ts';

/** The usual places of a Firefox on this system, the one that changes least first. */
function usualPlaces(): string[] {
  switch (process.platform) {
    case 'darwin': {
      const place = '/Applications/Firefox.app/Contents/MacOS/firefox';
      return [place, `${process.env['HOME'] ?? ''}${place}`];
    }
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
        const base = process.env[name];
        return base ? [path.join(base, 'Mozilla Firefox', 'firefox.exe')] : [];
      });
    default: {
      const folders = (process.env['PATH'] ?? '').split(':').filter((folder) => folder !== '');
      const all = [...new Set([...folders, '/usr/bin', '/usr/local/bin', '/snap/bin'])];
      return ['firefox-esr', 'firefox'].flatMap((name) => all.map((folder) => path.join(folder, name)));
    }
  }
}

/** The Firefox to use: `FIREFOX_PATH` where it is set, else an installed one. */
export function findFirefox(): string | undefined {
  const named = process.env['FIREFOX_PATH'];
  if (named) {
    const isFile = statSync(named, { throwIfNoEntry: false })?.isFile() === true;
    if (!isFile) throw new ExpectedError(`FIREFOX_PATH names no file: ${named}`);
    return named;
  }
  return usualPlaces().find((place) => existsSync(place));
}

const advice = `No Firefox was found, and none could be installed. Any one of these helps:
  - install Firefox in the usual way;
  - on Debian, as root: apt-get update && apt-get install -y firefox-esr
  - set FIREFOX_PATH to the program file of a Firefox.`;

/** Finds a Firefox, or installs Debian's where that is allowed; throws with what to do otherwise. */
export async function ensureFirefox(): Promise<string> {
  const present = findFirefox();
  if (present !== undefined) return present;
  if (canUseApt()) {
    console.error('No Firefox found; installing one.');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await runProgram('apt-get', ['update', '-q'], { output: 'errors', env });
    const install = ['install', '-y', '-q', '--no-install-recommends', 'firefox-esr'];
    await runProgram('apt-get', install, { output: 'errors', env });
  }
  const installed = findFirefox();
  if (installed === undefined) throw new ExpectedError(advice);
  return installed;
}
