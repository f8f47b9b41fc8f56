/** One sitting at the page: what a person does to run an experiment, by the names that controls have. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { chromium, type BrowserContext, type Locator, type Page } from 'playwright';
import { say } from '../../src/view/text/current.ts';
import { tell } from '../../src/view/text/experiments.ts';
import { tell as sets } from '../../src/view/text/sets.ts';
import { tell as transfer } from '../../src/view/text/transfer.ts';
import { launchOptions } from '../browser.ts';

const NAME = 'As on the command line';
const LOOKS = 2_000;
const TELLS = 30_000;

export interface Wanted {
  readonly group: number;
  readonly maxTokens: number | null;
  readonly seed: number;
}

export class Person {
  readonly #context: BrowserContext;
  readonly #page: Page;
  readonly #profile: string;

  private constructor(context: BrowserContext, page: Page, profile: string) {
    this.#context = context;
    this.#page = page;
    this.#profile = profile;
  }

  static async open(program: string, profile: string, url: string): Promise<Person> {
    const context = await chromium.launchPersistentContext(profile, {
      ...launchOptions(program),
      serviceWorkers: 'block',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(300_000);
    await page.goto(`${url}?gpu=never`);
    return new Person(context, page, profile);
  }

  #button(name: string): Locator {
    return this.#page.getByRole('button', { name, exact: true });
  }

  /** The bundled model, or one by its address. */
  async load(address: URL | null): Promise<void> {
    const ready = this.#page.locator('cat-model-status .dot.ready');
    await ready.waitFor();
    if (address === null) return;
    await this.#button(say.settings.open).click();
    const loader = this.#page.locator('cat-model-loader');
    await loader.getByLabel(say.loader.urls).fill(address.href);
    await loader.getByRole('button', { name: say.loader.next, exact: true }).click();
    await loader.getByRole('button', { name: say.loader.confirm(address.host), exact: true }).click();
    // The page calls it by its file's name without the ending.
    const name = path.basename(address.pathname, '.gguf');
    await this.#page.locator('cat-model-status').getByText(name, { exact: true }).waitFor();
    await ready.waitFor();
  }

  async set({ group, maxTokens, seed }: Wanted): Promise<void> {
    const { numbers } = say.settings;
    await this.#button(say.settings.open).click();
    await this.#page.getByLabel(numbers.group.label, { exact: true }).fill(String(group));
    await this.#page.getByLabel(numbers.seed.label, { exact: true }).fill(String(seed));
    if (maxTokens !== null) {
      await this.#page.getByLabel(numbers.maxTokens.label, { exact: true }).fill(String(maxTokens));
    }
    await this.#button(say.settings.close).last().click();
  }

  async beginOrGoOn(file: string, count: number): Promise<void> {
    await this.#page.getByRole('link', { name: say.places.experiments }).first().click();
    await this.#page.getByRole('link', { name: tell.list.create }).waitFor();
    const begun = this.#page.getByRole('link', { name: NAME, exact: true });
    if ((await begun.count()) > 0) {
      await begun.first().click();
      const goOn = this.#button(tell.actions.label(tell.actions.resume, NAME));
      await goOn.or(this.#done()).first().waitFor();
      if (await goOn.isVisible()) await goOn.click();
      return;
    }
    await this.#page.getByRole('link', { name: tell.list.create }).click();
    await this.#page.locator('cat-set-picker input[type=file]').setInputFiles(file);
    await this.#button(sets.review.use).click();
    await this.#page.getByLabel(tell.create.name, { exact: true }).fill(NAME);
    await this.#button(tell.create.start(count)).click();
  }

  #done(): Locator {
    return this.#page.locator('cat-run-progress').getByText(tell.list.states.done, { exact: true });
  }

  /** True once all is done; false where the browser was killed when so many were. */
  async watch(kill: number | null, told: (text: string) => void): Promise<boolean> {
    const progress = this.#page.locator('cat-run-progress');
    const bar = progress.locator('.bar').first();
    await bar.waitFor();
    for (let last = 0; ; await this.#page.waitForTimeout(LOOKS)) {
      const text = (await bar.innerText()).replaceAll(/\s+/g, ' ');
      const done = Number(/([\d,]+) of [\d,]+/.exec(text)?.[1]?.replaceAll(',', '') ?? 0);
      if (Date.now() - last > TELLS) {
        told(text);
        last = Date.now();
      }
      if (kill !== null && done >= kill) {
        told(`killed at ${done}`);
        execFileSync('pkill', ['-KILL', '-f', `user-data-dir=${this.#profile}`]);
        await this.close();
        return false;
      }
      if (await this.#done().isVisible()) return true;
    }
  }

  async report(): Promise<string> {
    return this.#page.locator('cat-run-report section').innerText();
  }

  /** The run as the page's own file. */
  async save(file: string): Promise<void> {
    const saving = this.#page.waitForEvent('download');
    await this.#page
      .locator('cat-run-export')
      .getByRole('button', { name: transfer.export.save, exact: true })
      .click();
    await (await saving).saveAs(file);
  }

  /** Does nothing where it was killed. */
  async close(): Promise<void> {
    await this.#context.close().catch(() => undefined);
  }
}
