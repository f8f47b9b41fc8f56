import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type {} from '@vitest/browser-playwright';
import { cdp, page as frame } from 'vitest/browser';
import { loadedModel, nanoSpec } from '../kit/lab.ts';
import { openScene } from '../kit/open-scene.ts';
import { liveEvents } from '../kit/scene.ts';
import type { Page } from './page.ts';
import { expectAccessible, openPage } from './page.ts';

let page: Page;
afterEach(() => page.close());

/** A page with a group of `count` rollouts, of which `part` of all events have come. */
async function show(count: number, part: number): Promise<void> {
  page = await openPage();
  if (part === 0) return;
  page.lab.ready();
  await page.click('Ask');
  const answers = Array.from({ length: count }, (_, index) => String(index % 11));
  const group = await page.group(answers, '3');
  const events = liveEvents(group);
  page.lab.emit(...events.slice(0, Math.floor(events.length * part)));
  if (part === 1) page.lab.asked[0]!.settle(group);
  await page.drawn();
}

/** A page with a judged question of as many answers. */
async function showRubric(count: number): Promise<void> {
  page = await openPage();
  page.lab.ready(loadedModel({ ...nanoSpec, id: 'big', chat: 'general' }));
  const criteria = Array.from({ length: 12 }, (_, at) => `Says what to do about matter ${at + 1}.`);
  const verdicts = criteria.map(() => 'ynu.'.repeat(8).slice(0, count));
  const group = await openScene({ criteria, verdicts });
  page.lab.groups = [group];
  page.app.dispatchEvent(new CustomEvent('cat-open', { detail: group.id }));
  await page.drawn();
}

const scheme = (value: 'light' | 'dark' | ''): Promise<unknown> =>
  cdp().send('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-color-scheme', value }],
  });

const STATES: [string, number, number][] = [
  ['before anything', 8, 0],
  ['half-way', 8, 0.5],
  ['at the end', 8, 1],
  ['with one rollout', 1, 1],
  ['with 32 rollouts', 32, 1],
];

describe.each(['light', 'dark'] as const)('axe finds nothing in %s colours', (value) => {
  beforeEach(async () => {
    await scheme(value);
    return () => scheme('');
  });

  test('with a rubric, the evidence of a verdict and its criteria', async () => {
    await showRubric(8);
    page.find<HTMLButtonElement>("[data-row='1'][data-column='1']").click();
    page.find('cat-rubric-criteria').shadowRoot!.querySelector('details')!.open = true;
    await page.drawn();
    await expectAccessible(page);
  });

  test.each(STATES)('%s', async (_name, count, part) => {
    await show(count, part);
    expect(matchMedia(`(prefers-color-scheme: ${value})`).matches).toBe(true);
    await expectAccessible(page);
  });
});

describe('the page', () => {
  test.each([320, 768, 1280, 1920])('is never wider than a window of %i pixels', async (width) => {
    const { innerWidth: before, innerHeight } = window;
    await frame.viewport(width, 800);
    await show(32, 1);
    const { scrollWidth } = document.documentElement;
    await frame.viewport(before, innerHeight);
    expect(scrollWidth).toBeLessThanOrEqual(width);
  });

  test.each([320, 768, 1280])('is no wider than %i pixels with a rubric of 32 answers', async (width) => {
    const { innerWidth: before, innerHeight } = window;
    await frame.viewport(width, 800);
    await showRubric(32);
    const { scrollWidth } = document.documentElement;
    await frame.viewport(before, innerHeight);
    expect(scrollWidth).toBeLessThanOrEqual(width);
  });

  test.each([320, 360])('fits %i pixels while its model loads', async (width) => {
    const { innerWidth: before, innerHeight } = window;
    await frame.viewport(width, 800);
    page = await openPage();
    page.lab.emit({
      kind: 'model-progress',
      model: 'nano',
      progress: { stage: 'fetch', bytes: 1_500_000, totalBytes: 3_000_000 },
    });
    await page.drawn();
    const { scrollWidth } = document.documentElement;
    await frame.viewport(before, innerHeight);
    expect(scrollWidth).toBeLessThanOrEqual(width);
  });

  test('cuts nothing off its cards in a window of 320 pixels', async () => {
    const { innerWidth: before, innerHeight } = window;
    await frame.viewport(320, 800);
    await show(8, 1);
    const cut = page
      .all('cat-rollout-card')
      .flatMap((card) => [...card.shadowRoot!.querySelectorAll('.head, .line, .numbers')])
      .filter((row) => {
        const { right } = row.closest('.card')!.getBoundingClientRect();
        return row.scrollWidth > row.clientWidth || row.getBoundingClientRect().right > right;
      });
    await frame.viewport(before, innerHeight);
    expect(cut.map((row) => row.textContent)).toEqual([]);
  });

  test('shows the focus of everything that can be reached by keyboard', async () => {
    await show(3, 1);
    const reached = page
      .all<HTMLElement>('button, select, textarea, summary, [tabindex="0"]')
      .filter((element) => element.checkVisibility());
    expect(reached.length).toBeGreaterThan(8);
    for (const element of reached) {
      element.focus({ focusVisible: true } as FocusOptions);
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      expect([element.className, outlineStyle, outlineWidth]).toEqual([element.className, 'solid', '2px']);
    }
  });
});
