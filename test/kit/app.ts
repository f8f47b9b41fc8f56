/** The built page in a real Chromium, watched (watch.ts): what it does wrong fails the test that caused it. */
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { findBrowser, launchOptions } from '../../bin/browser.ts';
import { say } from '../../src/view/text/current.ts';
import { useWatch, type Allowed } from './watch.ts';

export interface OpenOptions extends Allowed {
  /** Address of the served folder, with a slash at its end. */
  readonly url: string;
  /** Part after the address: `?engine=none`. */
  readonly query?: string;
  /** The page may keep itself for working without a connection; else no test waits for that. */
  readonly keeps?: boolean;
  /** Runs in the page before any of its own scripts. */
  readonly before?: () => void;
  /** An earlier tab, whose storage the new one shares. */
  readonly beside?: App;
}

/** One tab. */
export class App {
  readonly page: Page;
  readonly context: BrowserContext;

  constructor(page: Page, context: BrowserContext) {
    this.page = page;
    this.context = context;
  }

  readonly ask = (): Locator =>
    this.page.getByRole('button', { name: say.question.ask, exact: true });
  readonly stop = (): Locator => this.page.getByRole('button', { name: say.question.stop });
  readonly again = (): Locator => this.page.getByRole('button', { name: say.question.again });
  readonly question = (): Locator => this.page.getByLabel(say.question.label, { exact: true });
  /** Of the person's own group, which a recorded one may stand in for until then. */
  readonly cards = (): Locator => this.page.locator('cat-rollout-card:not(cat-recorded *) article');
  readonly headline = (): Locator =>
    this.page.locator('cat-verdict-strip:not(cat-recorded *) section[data-tone] h2');
  readonly faults = (): Locator => this.page.locator('cat-fault-note [role=alert]');
  readonly history = (): Locator => this.page.locator('cat-history-list li');

  /** Waits until the model is loaded and measured. */
  async ready(): Promise<void> {
    await this.page.locator('cat-model-status .dot.ready').waitFor();
  }

  /** Sets one of the numbers in the settings, by its words. */
  async setNumber(label: string, value: number): Promise<void> {
    await this.page.getByRole('button', { name: say.settings.open }).click();
    await this.page.getByLabel(label, { exact: true }).fill(String(value));
    await this.page.getByRole('button', { name: say.settings.close }).last().click();
  }
}

/** Call it once in a file of tests; it gives what opens tabs, each closed after its test. */
export function useApp(): (options: OpenOptions) => Promise<App> {
  let browser: Browser;
  const contexts = new Set<BrowserContext>();
  const watch = useWatch();

  beforeAll(async () => {
    browser = await chromium.launch(launchOptions(findBrowser()));
  });
  afterEach(async () => {
    // A round trip to each page brings what its console still has to say.
    const pages = [...contexts].flatMap((context) => context.pages());
    await Promise.all(pages.map((page) => page.evaluate(() => undefined)));
    await Promise.all([...contexts].map((context) => context.close()));
    contexts.clear();
  });
  afterAll(() => browser.close());

  return async ({ url, query = '', keeps = false, before, beside, origins = [], errors = [] }) => {
    const context = beside?.context ?? (await browser.newContext({ serviceWorkers: keeps ? 'allow' : 'block' }));
    if (!contexts.has(context)) {
      contexts.add(context);
      await watch(context, { origins: [new URL(url).origin, ...origins], errors });
      if (before !== undefined) await context.addInitScript(before);
    }
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(`${url}${query}`);
    return new App(page, context);
  };
}
