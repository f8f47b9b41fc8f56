/** The store with many groups in it, in a real IndexedDB. */
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { ensureBrowser, launchOptions } from '../bin/browser.ts';
import { root } from '../bin/paths.ts';
import { sampleGroup } from './sample-group.ts';
import { median, row, type Row } from './row.ts';
import type { StoreTimes } from './store-page.ts';

const count = 1000;
const shown = 50;
const runs = 9;
/** Milliseconds: what a person does not notice, and what a rollout of nano does not feel. */
const findBudget = 50;
const writeBudget = 20;

/** Runs store-page.ts in a page that Vite serves. */
async function storeTimes(): Promise<StoreTimes> {
  const executablePath = await ensureBrowser();
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    cacheDir: 'node_modules/.vite/bench',
    optimizeDeps: { include: ['idb', 'valibot'] },
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
    plugins: [
      {
        name: 'cat-lab:bench',
        configureServer: ({ middlewares }) => {
          middlewares.use('/store', (_request, response) => {
            response.setHeader('Content-Type', 'text/html');
            response.end('<!doctype html><script type="module" src="/bench/store-page.ts"></script>');
          });
        },
      },
    ],
  });
  await server.listen();
  const browser = await chromium.launch(launchOptions(executablePath));
  try {
    const page = await browser.newPage();
    const broken = new Promise<never>((_resolve, reject) => page.once('pageerror', reject));
    await page.goto(`${server.resolvedUrls?.local[0] ?? ''}store`);
    const measured = page.evaluate(
      ([group, many, few, times]) => globalThis.measureStore(group, many, few, times),
      [await sampleGroup(), count, shown, runs] as const,
    );
    return await Promise.race([measured, broken]);
  } finally {
    await browser.close();
    await server.close();
  }
}

export async function storeRows(say: (text: string) => void): Promise<Row[]> {
  say(`a store of ${count} groups`);
  const times = await storeTimes();
  const common = { suite: 'store', engine: null, group: 8, metric: 'time', unit: 'ms' } as const;
  return [
    row({
      ...common,
      name: `newest ${shown} of ${count} groups: the list against the whole groups`,
      ours: median(times.list),
      against: median(times.whole),
      better: 'less',
    }),
    row({
      ...common,
      name: `the stored answer among ${count} groups`,
      ours: median(times.find),
      against: findBudget,
      better: 'less',
    }),
    row({
      ...common,
      name: 'a rollout written',
      ours: median(times.rollout),
      against: writeBudget,
      better: 'less',
    }),
  ];
}
