/**
 * A Chromium with a profile of its own that is killed as a power cut would: all its processes at once, with
 * no word before. The next one opens the same profile.
 */
import { spawn } from 'node:child_process';
import { chromium, type Page } from 'playwright';
import { ensureBrowser, launchOptions } from '../../bin/browser.ts';
import type { Allowed, Watch } from './watch.ts';

export interface Killable {
  readonly page: Page;
  /** Resolves once every process of it is gone. */
  kill(): Promise<void>;
}

export async function openKillable(profile: string, watch: Watch, allowed: Allowed): Promise<Killable> {
  const program = await ensureBrowser();
  const { args = [] } = launchOptions(program);
  const child = spawn(
    program,
    [
      ...args,
      ...['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`],
      ...['--no-first-run', '--no-default-browser-check', '--disable-gpu', 'about:blank'],
    ],
    // A group of its own, so that a kill of the group takes its children along.
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const gone = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const kill = async (): Promise<void> => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      process.kill(-child.pid, 'SIGKILL');
    }
    await gone;
  };
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let said = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const [, found] = /DevTools listening on (ws:\/\/\S+)/.exec(said) ?? [];
        if (found !== undefined) resolve(found);
      });
      child.on('error', reject);
      child.on('close', () => reject(new Error(`Chromium did not start: ${said}`)));
    });
    const browser = await chromium.connectOverCDP(address);
    const [context = await browser.newContext()] = browser.contexts();
    await watch(context, allowed);
    // A page that keeps itself for working without a connection has a test of its own.
    await context.addInitScript(() => {
      Object.defineProperty(navigator, 'serviceWorker', { value: undefined });
    });
    return { page: await context.newPage(), kill };
  } catch (error) {
    await kill();
    throw error;
  }
}
