import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type {} from '@vitest/browser-playwright';
import { cdp, page as frame } from 'vitest/browser';
import type { Page } from './page.ts';
import { expectAccessible, openPage } from './page.ts';
import { groupPage, many, rubricPage, states } from './states.ts';

let page: Page;
afterEach(() => page.close());

const show = async (count: number): Promise<void> => {
  page = await groupPage(many(count), '3', 1);
};

const scheme = (value: 'light' | 'dark' | ''): Promise<unknown> =>
  cdp().send('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-color-scheme', value }],
  });

describe.each(['light', 'dark'] as const)('axe finds nothing in %s colours', (value) => {
  beforeEach(async () => {
    await scheme(value);
    return () => scheme('');
  });

  test.each(states)('$name', async ({ open }) => {
    page = await open();
    expect(matchMedia(`(prefers-color-scheme: ${value})`).matches).toBe(true);
    await expectAccessible(page);
  });
});

describe('the page', () => {
  test.each([320, 640, 768, 1280, 1920])('is never wider than a window of %i pixels', async (width) => {
    const { innerWidth: before, innerHeight } = window;
    await frame.viewport(width, 800);
    await show(32);
    const { scrollWidth } = document.documentElement;
    await frame.viewport(before, innerHeight);
    expect(scrollWidth).toBeLessThanOrEqual(width);
  });

  test.each([320, 768, 1280])('is no wider than %i pixels with a rubric of 32 answers', async (width) => {
    const { innerWidth: before, innerHeight } = window;
    await frame.viewport(width, 800);
    page = await rubricPage(32);
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
    await show(8);
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
    await show(3);
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
