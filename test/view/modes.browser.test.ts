/** The page for who reads, sees, moves or steers it otherwise than most. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type {} from '@vitest/browser-playwright';
import { cdp } from 'vitest/browser';
import { say } from '../../src/view/text/current.ts';
import { liveEvents } from '../kit/scene.ts';
import { inWidth, standingOut } from './narrow.ts';
import type { Page } from './page.ts';
import { expectAccessible, openPage } from './page.ts';
import { groupPage, many, questionStates, states } from './states.ts';

let page: Page;
afterEach(() => page.close());

const prefer = (name: string, value: string): Promise<unknown> =>
  cdp().send('Emulation.setEmulatedMedia', { features: [{ name, value }] });

const preferring = (name: string, value: string): void => {
  beforeEach(async () => {
    await prefer(name, value);
    expect(matchMedia(`(${name}: ${value})`).matches).toBe(true);
    return () => prefer(name, '');
  });
};

const roots = (): (Document | ShadowRoot)[] => [
  document,
  ...page.all('*').flatMap((one) => (one.shadowRoot === null ? [] : [one.shadowRoot])),
];

/** What moves by itself, in all shadow roots. */
const moving = (): Animation[] => roots().flatMap((root) => root.getAnimations());

describe('in a window of 320 pixels, or at 400 per cent in one of 1280', () => {
  test.each(states)('axe finds nothing: $name', async ({ open }) => {
    await inWidth(320, async () => {
      page = await open();
      await expectAccessible(page);
      await expect.poll(standingOut).toEqual([]);
    });
  });
});

describe('in the system’s own colours', () => {
  preferring('forced-colors', 'active');

  test.each(states)('axe finds nothing: $name', async ({ open }) => {
    page = await open();
    await expectAccessible(page);
  });

  test('every drawing has the colour of text or of what is chosen', async () => {
    page = await groupPage(many(8), '3', 1);
    const probe = document.createElement('i');
    document.body.append(probe);
    const system = ['CanvasText', 'Canvas', 'Highlight', 'GrayText', 'LinkText', 'ButtonText', 'HighlightText'].map((name) => {
      probe.style.color = name;
      return getComputedStyle(probe).color;
    });
    probe.remove();
    const wrong = page.all<SVGElement>('svg.votes rect, svg.votes path, svg.votes text').flatMap((shape) => {
      const { fill, stroke } = getComputedStyle(shape);
      return [fill, stroke].filter((colour) => colour.startsWith('rgb(') && !system.includes(colour));
    });
    expect(wrong).toEqual([]);
  });

  test('a button’s words stand on a button’s ground, and one place of the page is marked as the present one', async () => {
    page = await openPage();
    const button = page.button(say.question.askAndLoad('nano'));
    const plain = page.button(say.question.another);
    expect(getComputedStyle(button).backgroundColor).toBe(getComputedStyle(plain).backgroundColor);
    expect(getComputedStyle(button).color).toBe(getComputedStyle(plain).color);
    const lines = page.all('nav a').map((link) => getComputedStyle(link).borderBottomColor);
    expect(lines.filter((colour) => colour === lines[0])).toHaveLength(1);
  });

  test('what has the focus has an outline', async () => {
    page = await groupPage(['3', '4'], '3', 1);
    const button = page.button(say.question.another);
    button.focus({ focusVisible: true } as FocusOptions);
    expect(getComputedStyle(button).outlineStyle).toBe('solid');
  });
});

describe('with more contrast', () => {
  preferring('prefers-contrast', 'more');

  test.each(questionStates)('text has seven times the light of its ground, or a seventh: $name', async ({ open }) => {
    page = await open();
    await expectAccessible(page, ['color-contrast-enhanced']);
  });
});

describe('with less motion', () => {
  preferring('prefers-reduced-motion', 'reduce');

  test('nothing moves by itself while answers are written', async () => {
    page = await groupPage(many(8), '3', 0.5);
    expect(moving()).toEqual([]);
    const smooth = page.all('*').filter((one) => getComputedStyle(one).scrollBehavior === 'smooth');
    expect(smooth).toEqual([]);
  });
});

test('without that wish something does move: the place where the next word will stand', async () => {
  page = await groupPage(many(8), '3', 0.5);
  expect(moving().length).toBeGreaterThan(0);
});

describe('with wider spaces between lines, letters and words', () => {
  test.each(states)('nothing is cut off: $name', async ({ open }) => {
    page = await open();
    const spaces = new CSSStyleSheet();
    spaces.replaceSync(`* {
      line-height: 1.5 !important;
      letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important;
    }`);
    for (const root of roots()) root.adoptedStyleSheets = [...root.adoptedStyleSheets, spaces];
    await page.drawn();
    const before = document.adoptedStyleSheets;
    const cut = page.all('*').filter((one) => {
      if (!(one instanceof HTMLElement) || !one.checkVisibility() || one.matches('.heard, .unit, option')) return false;
      // For who hears the page: seen it is as small as a point.
      if (one.clientWidth <= 1) return false;
      const { overflowX, overflowY, textOverflow } = getComputedStyle(one);
      const wide = overflowX === 'hidden' && one.scrollWidth > one.clientWidth + 1;
      const high = overflowY === 'hidden' && one.scrollHeight > one.clientHeight + 2;
      // What ends in dots has all of it as its name.
      const told = textOverflow === 'ellipsis' && one.closest('[title]') !== null;
      return (wide || high) && !told;
    });
    document.adoptedStyleSheets = before.filter((sheet) => sheet !== spaces);
    expect(cut.map((one) => `${one.localName}.${one.className}: ${one.textContent.trim().slice(0, 40)}`)).toEqual([]);
    expect(standingOut()).toEqual([]);
  });
});

describe('to whoever listens', () => {
  test('it says a word for each answer, and none for each token', async () => {
    page = await openPage();
    page.lab.ready();
    await page.click(say.question.ask);
    const group = await page.group(['3', '3', '4'], '3');
    const spoken = (): string[] =>
      page
        .all('[aria-live], [role="log"], [role="status"], [role="alert"]')
        .filter((one) => one.getAttribute('aria-live') !== 'off')
        .map((one) => one.textContent.trim());
    const said: string[] = [];
    for (const event of liveEvents(group)) {
      const before = spoken();
      page.lab.emit(event);
      await page.drawn();
      const after = spoken();
      if (after.join('|') !== before.join('|')) said.push(event.kind);
    }
    expect(said.filter((kind) => kind.endsWith('-token'))).toEqual([]);
    expect(said.filter((kind) => kind === 'rollout-done')).toHaveLength(3);
    expect(said).toContain('synthesis-done');
  });
});
