/** `npm run screenshot`: the README's picture, of a real run of the built page. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowser, launchBrowser, launchOptions } from './browser.ts';
import { ensureBuilt } from './build.ts';
import { takeLessons } from './lesson-shots.ts';
import { root } from './paths.ts';
import { serve } from './serve.ts';

/** A group is done in seconds; the wait is for machines that are busy with other things. */
const timeout = 120_000;

/**
 * Asks the problem that `--seed` gives at the page's own default level and saves what stands there
 * after the verdict, whatever it is and however long the page, in `--out` (docs/screenshot.png).
 * `--dark` takes the dark look. `--lessons FOLDER` takes pictures of the lessons instead, which need be
 * taken anew when their recordings are.
 */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: '1' },
      out: { type: 'string', default: path.join(root, 'docs', 'screenshot.png') },
      dark: { type: 'boolean', default: false },
      lessons: { type: 'string' },
    },
  });
  const seed = Number(values.seed);
  if (!Number.isInteger(seed) || seed < 0) {
    console.error(`--seed needs a whole number from 0, not "${values.seed}"`);
    return 2;
  }
  const folder = await ensureBuilt();
  const browser = await launchBrowser(launchOptions(await ensureBrowser()));
  const served = await serve({ folder });
  try {
    if (values.lessons !== undefined) {
      await takeLessons(browser, served.url, values.lessons);
      return 0;
    }
    const page = await browser.newPage({
      viewport: { width: 1280, height: 820 },
      serviceWorkers: 'block',
      colorScheme: values.dark ? 'dark' : 'light',
    });
    page.setDefaultTimeout(timeout);
    await page.goto(served.url);
    await page.locator('cat-app').evaluate((app, value) => Object.assign(app, { seed: value }), seed);
    await page.getByRole('button', { name: /^Ask/ }).click();
    const verdict = page.locator('cat-verdict-strip section[data-tone]');
    await verdict.locator('h2').waitFor();
    // Its colours fade in.
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
    await page.screenshot({ path: values.out, fullPage: true });
    console.log(`${values.out}: ${(await verdict.innerText()).replace(/\s+/g, ' ').trim()}`);
    return 0;
  } finally {
    await browser.close();
    await served.close();
  }
}
