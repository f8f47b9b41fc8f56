import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import type { Recording } from '../../src/recording/recording.ts';
import { OPENING } from '../../src/view/lesson/opening.ts';
import { say } from '../../src/view/text/current.ts';
import { played } from '../../src/view/text/recording.ts';
import { useApp, type App } from '../kit/app.ts';

const open = useApp();
const url = inject('appUrl');

const file = path.join(import.meta.dirname, '..', '..', 'public', 'lessons', `${OPENING}.json`);
const recording = JSON.parse(await readFile(file, 'utf8')) as Recording;

const texts = (app: App): Promise<string[]> =>
  app.page.locator('cat-recorded cat-rollout-card .text').allInnerTexts();
const button = (app: App, name: string) => app.page.getByRole('button', { name, exact: true });
const headline = (app: App) => app.page.locator('cat-recorded cat-verdict-strip section[data-tone] h2');
const slider = (app: App) => app.page.getByRole('slider', { name: played.position });

describe('the built page before any model is loaded', () => {
  test('plays a real recorded run, and says whose it is', async () => {
    const app = await open({ url, query: '?engine=none' });
    const { group } = recording;
    await button(app, played.pause).waitFor();
    await app.page.getByText(group.question.text).waitFor();
    await app.page.getByText(played.real(group.recipe.policy.model, group.createdAt)).waitFor();
    // It streams by itself, from text to text, to its end.
    await app.page.locator('cat-recorded cat-rollout-card .caret').first().waitFor();
    await button(app, played.again).waitFor();
    const shown = await texts(app);
    expect(shown.map((text) => text.trim())).toEqual(group.rollouts.map(({ text }) => text.trim()));
    expect(await headline(app).innerText()).toContain(say.verdict.headline('synthesis-right-none'));
    await app.page.locator('cat-model-status').getByText(say.model.none).waitFor();
  });

  test('is led through it by the keyboard alone', async () => {
    const app = await open({ url, query: '?engine=none' });
    await button(app, played.pause).press('Enter');
    await button(app, played.play).waitFor();
    await slider(app).press('Home');
    await slider(app).press('PageDown');
    const value = await slider(app).getAttribute('aria-valuetext');
    expect(value).toMatch(/^Answer \d is done, 1 of 8/);
    await slider(app).press('End');
    await headline(app).waitFor();
  });

  test('shows its end, and does not move, where less motion is wanted', async () => {
    const app = await open({ url, query: '?engine=none' });
    await app.page.emulateMedia({ reducedMotion: 'reduce' });
    await app.page.reload();
    await button(app, played.again).waitFor();
    await headline(app).waitFor();
    expect(await slider(app).inputValue()).toBe(await slider(app).getAttribute('max'));
  });

  test('works without it where it cannot be fetched', async () => {
    const app = await open({ url, query: '?engine=none', errors: [/lessons/] });
    await app.page.route('**/lessons/**', (route) => route.abort());
    await app.page.reload();
    await app.page.locator('cat-rollout-grid').waitFor();
    await app.ask().or(app.page.getByRole('button', { name: say.question.askAndLoad('nano') })).waitFor();
    expect(await app.page.locator('cat-recorded').count()).toBe(0);
  });
});

test('the live group takes the place of the recorded one, and a way leads back', async () => {
  const app = await open({ url });
  await app.page.locator('cat-recorded').waitFor();
  await app.ready();
  await app.setNumber(say.settings.numbers.group.label, 2);
  await button(app, played.take).click();
  expect(await app.question().inputValue()).toBe(recording.group.question.text);
  await app.page.locator('cat-recorded').waitFor({ state: 'detached' });
  await app.headline().waitFor();
  expect(await app.cards().count()).toBe(2);
  await button(app, played.show).click();
  await app.page.getByText(played.heading, { exact: true }).waitFor();
  await button(app, played.own).click();
  await app.headline().waitFor();
  expect(await app.page.locator('cat-recorded').count()).toBe(0);
});
