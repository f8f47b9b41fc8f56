import { existsSync } from 'node:fs';
import { canUseApt } from './browser.ts';
import { ExpectedError } from './expected-error.ts';
import { namedProgram, usualPlaces } from './installed.ts';
import { runProgram } from './program.ts';

/** The one that changes least first. */
const places = {
  linux: ['firefox-esr', 'firefox'],
  mac: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  windows: ['Mozilla Firefox\\firefox.exe'],
};

/** The Firefox to use: `FIREFOX_PATH` where it is set, else an installed one. */
export function findFirefox(): string | undefined {
  return namedProgram('FIREFOX_PATH') ?? usualPlaces(places).find((place) => existsSync(place));
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
