import { expect, inject, test } from 'vitest';
import { de } from '../../src/view/text/de.ts';
import { useApp } from '../kit/app.ts';
import { easy } from '../kit/easy.ts';

const url = inject('appUrl');
const open = useApp();

/** The names of the scripts that the page has fetched. */
const scripts = (page: { evaluate<T>(work: () => T): Promise<T> }): Promise<string[]> =>
  page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));

test('an English page fetches no other language', async () => {
  const { page } = await open({ url, query: '?engine=none' });
  await page.getByRole('heading', { name: 'CaT Lab' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  expect((await scripts(page)).filter((name) => name.includes('german'))).toEqual([]);
});

test('an address that names German gives the page in German, and in nothing else before', async () => {
  const { page } = await open({
    url,
    query: '?engine=none&lang=de',
    before: () => {
      const said: string[] = [];
      (globalThis as { said?: string[] }).said = said;
      const look = (): void => {
        const text = document.querySelector('cat-app')?.shadowRoot?.querySelector('.claim')?.textContent ?? '';
        if (text !== '' && said.at(-1) !== text) said.push(text);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    },
  });
  await page.getByRole('button', { name: de.question.another }).waitFor();
  expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual(['de', 'ltr']);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(await page.evaluate(() => (globalThis as { said?: string[] }).said)).toEqual([de.claim]);
  expect((await scripts(page)).filter((name) => name.includes('german'))).toHaveLength(1);
});

test('another language is chosen at the foot of the page, kept, and leaves everything where it was', async () => {
  const app = await open({ url, query: '?engine=wllama' });
  const { page } = app;
  await app.ready();
  await app.question().fill(easy.question);
  await app.ask().click();
  // It takes half a minute on a busy machine, and what is chosen here is not how fast it is.
  await app.headline().waitFor({ timeout: 150_000 });
  const answers = await app.cards().locator('.value').allInnerTexts();

  const menu = page.locator('cat-language-menu select');
  await menu.selectOption('de');
  await page.locator('html[lang=de]').waitFor();
  await expect.poll(() => page.locator('cat-question-panel textarea').inputValue()).toBe(easy.question);
  await expect.poll(() => app.cards().locator('.value').allInnerTexts()).toEqual(answers);
  await expect.poll(() => page.locator('cat-language-menu select').evaluate((field) => field.matches(':focus'))).toBe(true);

  await page.goto(`${url}?engine=none`);
  await page.getByRole('button', { name: de.question.another }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
}, 400_000);

test('a page of which the browser asks German is in German', async () => {
  const { page } = await open({
    url,
    query: '?engine=none',
    before: () => Object.defineProperty(navigator, 'languages', { value: ['fr', 'de-AT', 'en'] }),
  });
  await page.getByRole('button', { name: de.question.another }).waitFor();
});
