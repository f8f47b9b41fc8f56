import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type LaunchOptions } from 'playwright';
import { ExpectedError } from './expected-error.ts';
import { namedProgram, usualPlaces } from './installed.ts';
import { root } from './paths.ts';
import { runProgram, runScript } from './program.ts';

const linux = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];
const mac = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const windows = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The Chromium to use: `CHROME_PATH` where it is set, an installed one, or the one that Playwright
 * installed. A `CHROME_PATH` that points at nothing throws, since something else would surprise.
 */
export function findBrowser(): string | undefined {
  const places = [...usualPlaces({ linux, mac, windows }), chromium.executablePath()];
  return namedProgram('CHROME_PATH') ?? places.find((place) => existsSync(place));
}

/** Chromium refuses its sandbox to root, which is who runs in most containers. */
export const launchOptions = (
  executablePath: string | undefined,
  flags: readonly string[] = [],
): LaunchOptions => ({
  ...(executablePath === undefined ? {} : { executablePath }),
  headless: true,
  args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...flags],
});

/** Starts it; a program that is no Chromium, or cannot run here, is named without a stack. */
export async function launchBrowser(options: LaunchOptions): Promise<Browser> {
  try {
    return await chromium.launch(options);
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    const { executablePath: file = 'Chromium' } = options;
    throw new ExpectedError(
      `${file} could not be started: ${reason.replace(/^[\w.]+: /, '').trim()}\n` +
        'CHROME_PATH can name another Chromium.',
      { cause: error },
    );
  }
}

/** Whether the system shows a graphics processor; only Linux can be asked so simply. */
export const hasGpu = (): boolean =>
  process.platform !== 'linux' ||
  ['/dev/dri/renderD128', '/dev/nvidia0'].some((place) => existsSync(place));

/** What makes a headless Chromium offer WebGPU: by its software rasteriser where there is no GPU. */
export const gpuFlags = (): string[] => [
  ...['--enable-unsafe-webgpu', '--ignore-gpu-blocklist'],
  ...(process.platform === 'linux' ? ['--enable-features=Vulkan'] : []),
  ...(hasGpu() ? [] : ['--use-webgpu-adapter=swiftshader']),
];

const advice = `No Chromium was found, and none could be installed. Any one of these helps:
  - install Google Chrome, Chromium or Microsoft Edge in the usual way;
  - node node_modules/playwright/cli.js install chromium
  - on Debian, as root: apt-get update && apt-get install -y chromium
  - set CHROME_PATH to the program file of a Chromium.`;

/** Whether this is root on Debian, where missing programs can be had from its archive. */
export const canUseApt = (): boolean =>
  process.getuid?.() === 0 &&
  existsSync('/etc/os-release') &&
  /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));

/**
 * Finds a Chromium or installs one: from Debian's archive where that is allowed, since it also
 * brings the system's libraries, else Playwright's. Throws with what to do where neither works.
 */
export async function ensureBrowser(): Promise<string> {
  const present = findBrowser();
  if (present !== undefined) return present;
  console.error('No Chromium found; installing one.');
  if (canUseApt()) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await runProgram('apt-get', ['update', '-q'], { output: 'errors', env });
    const install = ['install', '-y', '-q', '--no-install-recommends', 'chromium'];
    await runProgram('apt-get', install, { output: 'errors', env });
  }
  if (findBrowser() === undefined) {
    const cli = path.join(root, 'node_modules', 'playwright', 'cli.js');
    await runScript(cli, ['install', 'chromium'], { output: 'errors' });
  }
  const installed = findBrowser();
  if (installed === undefined) throw new ExpectedError(advice);
  return installed;
}
