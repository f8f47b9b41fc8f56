import { describe, expect, inject, test } from 'vitest';
import { LONGEST_LINK } from '../../src/share/link.ts';
import { told } from '../../src/view/text/share.ts';
import { useApp, type App } from '../kit/app.ts';
import { easy } from '../kit/easy.ts';

const open = useApp();
const url = inject('appUrl');

const recorded = (app: App) => app.page.locator('cat-shared cat-recorded cat-rollout-card .text');

describe('a link made on the built page', () => {
  test('shows the recorded answers in another browser, and keeps them only when told to', async () => {
    const first = await open({ url });
    await first.ready();
    await first.question().fill(easy.question);
    await first.ask().click();
    await first.headline().waitFor();
    const texts = await first.page.locator('cat-rollout-card .text').allInnerTexts();
    await first.page.getByRole('button', { name: told.open }).click();
    const link = await first.page.getByRole('textbox', { name: told.dialog.link }).inputValue();
    expect(link.startsWith(`${url}#question?`)).toBe(true);
    expect(link.length).toBeLessThan(LONGEST_LINK);

    const second = await open({ url, query: `?engine=none${link.slice(url.length)}` });
    await second.page.getByText(told.recorded.link).waitFor();
    expect(await second.question().inputValue()).toBe(easy.question);
    expect(await recorded(second).allInnerTexts()).toEqual(texts);
    expect(await second.history().count()).toBe(0);
    await second.page.getByRole('button', { name: told.recorded.keep, exact: true }).click();
    await second.history().first().waitFor();
    await second.page.goto(`${url}?engine=none`);
    await second.history().first().waitFor();
    expect(await second.history().first().innerText()).toContain(easy.question);
  });

  test('that is no link of ours leaves the page as it is, and says what was wrong', async () => {
    const app = await open({ url, query: '?engine=none#question?group=99&v=1' });
    await app.page.getByText('“group”: expected a whole number from 1 to 32.').waitFor();
    await app.page.goto(`${url}?engine=none#question?text=${'a'.repeat(1_000_000)}&v=1`);
    await app.page.getByText(`Longer than ${LONGEST_LINK} characters.`).waitFor();
    expect(await app.question().inputValue()).not.toBe('');
  });
});
