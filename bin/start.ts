import { spawn } from 'node:child_process';
import { ensureBuilt } from './build.ts';
import { serve } from './serve.ts';

/** The program that shows an address to the person, or null where there is no display. */
function opener(): { readonly file: string; readonly args: readonly string[] } | null {
  if (process.env['CI'] || process.env['BROWSER'] === 'none') return null;
  switch (process.platform) {
    case 'darwin':
      return { file: 'open', args: [] };
    case 'win32':
      return { file: 'rundll32', args: ['url.dll,FileProtocolHandler'] };
    default:
      return process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']
        ? { file: 'xdg-open', args: [] }
        : null;
  }
}

function open(url: string): void {
  const program = opener();
  if (program === null) return;
  const child = spawn(program.file, [...program.args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

/** Resolves when the person ends the command with Ctrl-C, or the system ends it. */
const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });

/** `npm start [-- --port N] [-- --no-open]`: builds where needed, serves, and prints the address. */
export async function main(args: readonly string[]): Promise<number> {
  const at = args.indexOf('--port');
  const port = at === -1 ? 5173 : Number(args[at + 1]);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    console.error('--port needs a number from 0 to 65535');
    return 2;
  }
  const served = await serve({ folder: await ensureBuilt(), port });
  console.log(`CaT Lab runs at ${served.url}`);
  console.log('Ctrl-C ends it.');
  if (!args.includes('--no-open')) open(served.url);
  await untilStopped();
  await served.close();
  return 0;
}
