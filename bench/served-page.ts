/** Runs a script of this folder in a page of a real Chromium, as source, served by Vite. */
import type { Page } from 'playwright';
import { createServer } from 'vite';
import { ensureBrowser, launchBrowser, launchOptions } from '../bin/browser.ts';
import { root } from '../bin/paths.ts';

export interface PageOptions {
  /** Script in `bench/`. */
  readonly script: string;
  /** Packages that it imports, known from the start: one found later reloads the page. */
  readonly packages: readonly string[];
  /** Of Chromium. */
  readonly flags?: readonly string[];
}

/** Opens the page, does the work, closes everything; an error of the page rejects. */
export async function inPage<T>(options: PageOptions, work: (page: Page) => Promise<T>): Promise<T> {
  const { script, packages, flags = [] } = options;
  const executablePath = await ensureBrowser();
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    cacheDir: 'node_modules/.vite/bench',
    optimizeDeps: { include: [...packages] },
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
    worker: { format: 'es' },
    plugins: [
      {
        name: 'cat-lab:bench',
        configureServer: ({ middlewares }) => {
          middlewares.use('/bench-page', (_request, response) => {
            response.setHeader('Content-Type', 'text/html');
            response.end(`<!doctype html><script type="module" src="/bench/${script}"></script>`);
          });
        },
      },
    ],
  });
  await server.listen();
  const browser = await launchBrowser(launchOptions(executablePath, flags));
  try {
    const page = await browser.newPage();
    const broken = new Promise<never>((_resolve, reject) => page.once('pageerror', reject));
    await page.goto(`${server.resolvedUrls?.local[0] ?? ''}bench-page`);
    return await Promise.race([work(page), broken]);
  } finally {
    await browser.close();
    await server.close();
  }
}
