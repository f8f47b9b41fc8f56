import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { speak } from '../../src/view/text/words.ts';
import { mirroredLanguage } from '../kit/mirrored.ts';
import { inWidth, standingOut } from './narrow.ts';
import type { Page } from './page.ts';

// Before anything that has words: they are taken as it is imported.
await speak(mirroredLanguage);
document.documentElement.dir = 'rtl';
const { states, groupPage, many, rubricPage } = await import('./states.ts');

let page: Page;
afterEach(() => page.close());
beforeAll(() => {
  expect(getComputedStyle(document.body).direction).toBe('rtl');
});

const box = (selector: string, at = 0): DOMRect => page.all(selector)[at]!.getBoundingClientRect();

describe('a page that runs from right to left', () => {
  test.each(states)('$name, fits 320 pixels', async ({ open }) => {
    await inWidth(320, async () => {
      page = await open();
      // A chart takes the width of its place in the frame after it has one.
      await expect.poll(standingOut).toEqual([]);
    });
  });

  test('stands the other way round', async () => {
    await inWidth(1440, async () => {
      page = await groupPage(many(8), '3', 1);
      expect(box('.known').right).toBeLessThanOrEqual(box('textarea').left);
      expect(box('cat-rollout-card', 1).right).toBeLessThanOrEqual(box('cat-rollout-card', 0).left);
      expect(box('cat-synthesis-panel').right).toBeLessThanOrEqual(box('cat-rollout-grid').left);
      expect(box('.tools').right).toBeLessThan(box('h1').left);
    });
  });

  test('has numbers and bars the way they are written everywhere', async () => {
    page = await groupPage(many(8), '3', 1);
    const bar = page.find<SVGElement>('svg.votes .bar').getBoundingClientRect();
    const track = page.find<SVGElement>('svg.votes .track').getBoundingClientRect();
    expect(Math.round(bar.left)).toBe(Math.round(track.left));
  });

  test('has a model’s text in the direction of its own words', async () => {
    page = await groupPage(['3', '4'], '3', 1);
    const lines = page.all('.text *').filter((one) => one.childElementCount === 0 && one.textContent.includes('The answer is'));
    expect(lines.length).toBeGreaterThan(1);
    expect(new Set(lines.map((one) => getComputedStyle(one).direction))).toEqual(new Set(['ltr']));
  });

  test('has arrow keys that go as they look', async () => {
    page = await rubricPage(4);
    const [first, second] = [0, 1].map((column) => page.find<HTMLButtonElement>(`[data-row='0'][data-column='${column}']`));
    first!.focus();
    await userEvent.keyboard('{ArrowLeft}');
    await page.drawn();
    expect(second!.matches(':focus')).toBe(true);
    expect(second!.getBoundingClientRect().left).toBeLessThan(first!.getBoundingClientRect().left);
  });
});
