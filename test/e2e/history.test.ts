import { describe, expect, inject, test } from 'vitest';
import { say } from '../../src/view/text/current.ts';
import { useApp, type App } from '../kit/app.ts';
import { easy } from '../kit/easy.ts';

const open = useApp();
const url = inject('appUrl');

/** Long enough to be caught at work. */
const many = 32;

const askEasy = async (app: App): Promise<void> => {
  await app.ready();
  await app.question().fill(easy.question);
  await app.ask().click();
};

const openEarlier = (app: App): Promise<void> =>
  app.history().getByRole('button', { name: easy.question }).first().click();

const goOn = (app: App) =>
  app.page.getByRole('button', { name: say.question.goOn, exact: true });

/** Cards whose rollout has ended with an answer or without one. */
const ended = (app: App) => app.page.locator('cat-rollout-card .answer');

describe('what the page keeps', () => {
  test('shows what was asked and earlier questions after a reload, and answers the same one at once', async () => {
    const app = await open({ url });
    await askEasy(app);
    await app.headline().waitFor();
    const texts = await app.page.locator('cat-rollout-card .text').allInnerTexts();

    await app.page.reload();
    await app.history().first().waitFor();
    expect(await app.history().count()).toBe(1);
    expect(await app.history().first().innerText()).toContain(easy.question);
    await app.page.getByText(say.question.cached).waitFor();
    expect(await app.question().inputValue()).toBe(easy.question);
    expect(await app.page.locator('cat-rollout-card .text').allInnerTexts()).toEqual(texts);
    expect(await app.again().isVisible()).toBe(true);

    const second = await open({ url, beside: app });
    expect(await second.question().inputValue()).not.toBe(easy.question);
    await askEasy(second);
    await second.page.getByText(say.question.cached).waitFor();
    expect(await second.page.locator('cat-rollout-card .text').allInnerTexts()).toEqual(texts);
    await second.page.close();

    await app.again().click();
    await app.page.getByText(say.question.cached).waitFor({ state: 'hidden' });
    await app.headline().waitFor();
    await expect.poll(() => app.history().count()).toBe(2);
  });

  test('opens an earlier question as it was', async () => {
    const app = await open({ url });
    await askEasy(app);
    await app.headline().waitFor();
    const headline = await app.headline().innerText();
    const texts = await app.page.locator('cat-rollout-card .text').allInnerTexts();

    await app.page.reload();
    await openEarlier(app);
    await app.headline().waitFor();
    expect(await app.headline().innerText()).toBe(headline);
    expect(await app.question().inputValue()).toBe(easy.question);
    expect(await app.page.locator('cat-rollout-card .text').allInnerTexts()).toEqual(texts);
  });

  test('has a question that was written and not asked after a reload, too', async () => {
    const app = await open({ url, query: '?engine=none' });
    await app.question().fill('How many legs have 7 cats?');
    await app.page.reload();
    await expect.poll(() => app.question().inputValue()).toBe('How many legs have 7 cats?');
  });

  test('deletes a question, and brings it back', async () => {
    const app = await open({ url });
    await askEasy(app);
    await app.headline().waitFor();
    await app.page.getByRole('button', { name: say.history.removeLabel(easy.question) }).click();
    await app.page.getByText(say.history.removed).waitFor();
    expect(await app.history().count()).toBe(0);
    await app.page.getByRole('button', { name: say.history.undo }).click();
    await app.history().first().waitFor();
    await app.page.reload();
    await app.history().first().waitFor();
  });
});

describe('Stop', () => {
  test('ends the work at once and keeps what is done, also over a reload', async () => {
    const app = await open({ url });
    await app.ready();
    await app.setNumber(say.settings.numbers.group.label, many);
    await askEasy(app);
    await ended(app).nth(1).waitFor();
    await app.stop().click();
    await goOn(app).waitFor();
    const kept = await ended(app).count();
    expect(kept).toBeGreaterThanOrEqual(2);
    expect(kept).toBeLessThan(many);
    expect(await app.headline().count()).toBe(0);

    await app.page.reload();
    await app.history().first().waitFor();
    expect(await app.history().first().innerText()).toContain(say.history.statuses.stopped);
    await openEarlier(app);
    await ended(app).first().waitFor();
    await expect.poll(() => ended(app).count()).toBeGreaterThanOrEqual(kept);

    // The same group goes on: its list grows by none.
    await app.ready();
    await app.setNumber(say.settings.numbers.group.label, many);
    await goOn(app).click();
    await expect.poll(() => ended(app).count(), { timeout: 60_000 }).toBeGreaterThan(kept);
    await app.stop().click();
    await goOn(app).waitFor();
    expect(await app.history().count()).toBe(1);
  });

  test('loses nothing but what is in flight when the tab is killed', async () => {
    const app = await open({ url });
    await app.ready();
    await app.setNumber(say.settings.numbers.group.label, many);
    await askEasy(app);
    await ended(app).nth(1).waitFor();
    await app.page.close();

    const second = await open({ url, beside: app });
    await second.history().first().waitFor();
    await openEarlier(second);
    await ended(second).nth(1).waitFor();
    expect(await ended(second).count()).toBeLessThan(many);
  });
});

describe('a second tab', () => {
  test('is told that the first one works on the same question', async () => {
    const first = await open({ url });
    const second = await open({ url, beside: first });
    for (const app of [first, second]) {
      await app.ready();
      await app.setNumber(say.settings.numbers.group.label, many);
    }
    await first.page.bringToFront();
    await askEasy(first);
    await ended(first).first().waitFor();
    await second.page.bringToFront();
    await askEasy(second);
    await second.faults().filter({ hasText: 'Another tab is working on this run' }).waitFor();
    await first.page.bringToFront();
    await first.stop().click();
    await goOn(first).waitFor();
    expect(await first.faults().allInnerTexts()).toEqual([]);
  });
});
