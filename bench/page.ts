/** The page itself: what it fetches, and how long until the first token. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { ensureBrowser, launchBrowser, launchOptions } from '../bin/browser.ts';
import { ensureBuilt } from '../bin/build.ts';
import { CommandError } from '../bin/cat/faults.ts';
import { openCommandPage } from '../bin/cat/page.ts';
import { serve } from '../bin/serve.ts';
import { DEFAULT_LEVEL } from '../src/question/world/level.ts';
import { problems } from '../src/question/world/problems.ts';
import { median } from '../src/stats/median.ts';
import { row, type Row } from './row.ts';

/** 150 KB, as thousands of bytes. */
const scriptBudget = 150;
/** Seconds in which the page teaches something, with no model loaded. */
const recordedBudget = 1;
/** Seconds in which a newcomer sees that something happens. */
const firstTokenBudget = 5;
const runs = 3;
/** Keeping itself for working without a connection is no part of the page's opening. */
const plain = { serviceWorkers: 'block' } as const;

const isScript = (file: string): boolean => ['.js', '.mjs'].includes(path.extname(file));

/**
 * Kilobytes, gzipped, of every script that the server sent until the page was idle: the ones of
 * dynamic imports and workers too, since the server sees them all.
 */
export async function scriptKilobytes(): Promise<number> {
  const folder = await ensureBuilt();
  const executablePath = await ensureBrowser();
  const sent = new Set<string>();
  const served = await serve({ folder, onSent: (file) => sent.add(file) });
  const browser = await launchBrowser(launchOptions(executablePath));
  try {
    const page = await browser.newPage(plain);
    await page.goto(`${served.url}?engine=none`, { waitUntil: 'networkidle' });
    const scripts = [...sent].filter(isScript);
    if (scripts.length === 0) throw new CommandError('The page fetched no script.');
    const bytes = scripts.map((file) => gzipSync(readFileSync(file), { level: 9 }).length);
    return bytes.reduce((sum, size) => sum + size, 0) / 1000;
  } finally {
    await browser.close();
    await served.close();
  }
}

/** Marks the first frame in which the recorded run stands there. Runs in the page. */
function markRecorded(): void {
  const inside = (host: ParentNode | null | undefined, name: string): ShadowRoot | null =>
    host?.querySelector(name)?.shadowRoot ?? null;
  const look = (): void => {
    const run = inside(inside(document, 'cat-app'), 'cat-recorded');
    const card = inside(inside(run, 'cat-rollout-grid'), 'cat-rollout-card');
    if (card === null) requestAnimationFrame(look);
    else performance.mark('recorded');
  };
  look();
}

/** Seconds from opening the page, with nothing cached, to the recorded run on it. */
async function recordedSeconds(): Promise<number> {
  const folder = await ensureBuilt();
  const browser = await launchBrowser(launchOptions(await ensureBrowser()));
  const served = await serve({ folder });
  try {
    const page = await browser.newPage(plain);
    await page.addInitScript(markRecorded);
    await page.goto(`${served.url}?engine=none`);
    await page.locator('cat-recorded cat-rollout-card').first().waitFor();
    const [mark] = await page.evaluate(() =>
      performance.getEntriesByName('recorded').map(({ startTime }) => startTime),
    );
    if (mark === undefined) throw new CommandError('The recorded run was not drawn.');
    return mark / 1000;
  } finally {
    await browser.close();
    await served.close();
  }
}

/** Seconds from opening the page, with nothing cached, to the first token of a rollout. */
async function firstTokenSeconds(): Promise<number> {
  let first: number | undefined;
  const page = await openCommandPage({}, (message) => {
    if (message.kind === 'event' && message.event.kind === 'rollout-token') {
      first ??= performance.now();
    }
  });
  try {
    const loaded = await page.load({ model: 'nano' });
    if (loaded.value === null) throw new CommandError('The model could not be loaded.');
    const { question: text } = problems({ seed: 3, level: DEFAULT_LEVEL, split: 'heldout' }).next()
      .value;
    await page.ask({ question: { kind: 'verifiable', text }, tokens: true });
    if (first === undefined) throw new CommandError('No token came.');
    return (first - page.openedAt) / 1000;
  } finally {
    await page.close();
  }
}

export async function pageRows(say: (text: string) => void): Promise<Row[]> {
  say('scripts of the page');
  const kilobytes = await scriptKilobytes();
  const seconds: number[] = [];
  const recorded: number[] = [];
  for (let run = 0; run < runs; run++) {
    say(`page open to the recorded run, ${run + 1} of ${runs}`);
    recorded.push(await recordedSeconds());
  }
  for (let run = 0; run < runs; run++) {
    say(`page open to first token, ${run + 1} of ${runs}`);
    seconds.push(await firstTokenSeconds());
  }
  return [
    row({
      name: 'page open to first token',
      suite: 'page',
      engine: 'wllama',
      group: 8,
      metric: 'time',
      ours: median(seconds),
      against: firstTokenBudget,
      unit: 's',
      better: 'less',
    }),
    row({
      name: 'page open to the recorded run drawn, no engine',
      suite: 'page',
      engine: null,
      group: 8,
      metric: 'time',
      ours: median(recorded),
      against: recordedBudget,
      unit: 's',
      better: 'less',
    }),
    row({
      name: 'scripts fetched until idle, no engine, gzipped',
      suite: 'page',
      engine: null,
      group: null,
      metric: 'size',
      ours: kilobytes,
      against: scriptBudget,
      unit: 'kB',
      better: 'less',
    }),
  ];
}
