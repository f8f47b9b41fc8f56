/**
 * The built page in a real Chromium with a profile on the disk, and a script of this folder in it,
 * bundled as the page is: IndexedDB of a private window would lie in memory.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from 'playwright';
import { build } from 'vite';
import { ensureBrowser, launchOptions } from '../bin/browser.ts';
import { ensureBuilt } from '../bin/build.ts';
import { root } from '../bin/paths.ts';
import { serve } from '../bin/serve.ts';

export interface BuiltPageOptions {
  /** Script in `bench/`, without its ending. */
  readonly script: string;
  /** Of Chromium. */
  readonly flags?: readonly string[];
}

/** Opens the page anew with such a query, and the script in it, once the page has its lab. */
export type OpenPage = (query: string) => Promise<Page>;

async function bundled(script: string): Promise<string> {
  const outDir = path.join(root, '.cache', 'bench');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: path.join(root, 'bench', `${script}.ts`),
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  return path.join(outDir, `${script}.js`);
}

/** Does the work, closes everything, deletes the profile; an error of a page rejects. */
export async function inBuiltPage<T>(
  { script, flags = [] }: BuiltPageOptions,
  work: (open: OpenPage) => Promise<T>,
): Promise<T> {
  const folder = await ensureBuilt();
  const executablePath = await ensureBrowser();
  const address = `/bench/${script}.js`;
  const served = await serve({ folder, extra: { [address]: await bundled(script) } });
  const profile = await mkdtemp(path.join(tmpdir(), 'cat-lab-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    ...launchOptions(executablePath, flags),
    serviceWorkers: 'block',
  });
  try {
    const broken = new Promise<never>((_resolve, reject) =>
      context.once('weberror', (error) => reject(error.error())),
    );
    const open: OpenPage = async (query) => {
      await Promise.all(context.pages().slice(1).map((page) => page.close()));
      const page = await context.newPage();
      await page.goto(`${served.url}${query}`);
      // Looks again and again by itself: what the policy of the page forbids is what would do it here.
      await page.evaluate(async () => {
        const app = document.querySelector<HTMLElement & { lab?: unknown }>('cat-app');
        while (!app?.lab) await new Promise((resolve) => setTimeout(resolve, 20));
      });
      await page.addScriptTag({ type: 'module', url: address });
      return page;
    };
    return await Promise.race([work(open), broken]);
  } finally {
    await context.close();
    await served.close();
    await rm(profile, { recursive: true, force: true });
  }
}
