import { afterEach, describe, expect, test } from 'vitest';
import type {} from '@vitest/browser-playwright';
import { cdp, page as frame, userEvent } from 'vitest/browser';
import type { Group } from '../../../src/group/group.ts';
import type { RolloutCard } from '../../../src/view/rollout/rollout-card.ts';
import { liveEvents } from '../../kit/scene.ts';
import type { Line } from '../../kit/scene.ts';
import type { Page } from '../page.ts';
import { expectAccessible, openPage } from '../page.ts';

let page: Page;
afterEach(() => page.close());

const FILL = (boxes: number, dollars: number): Line => ({
  text:
    `It makes 204 * 2 = 408 caps.\nThey fill 408 / 12 = ${boxes} boxes.\n` +
    `They bring ${boxes} * 9 = ${dollars} dollars.\nThe answer is ${dollars}.`,
});
const WORKED_OUT: Line = {
  text: FILL(34, 306).text.replace('/ 12 =', '/ 12 = (40 / 12 = 3 r 4, 48 / 12 = 4)'),
};

/** Four answers, of which two slip at step 2, and a synthesis that does not. */
async function run(synthesis: Line = FILL(34, 306), rollouts?: readonly Line[]): Promise<Group> {
  page = await openPage();
  page.lab.ready();
  const group = await page.group([], '', {
    rollouts: rollouts ?? [FILL(24, 216), FILL(34, 306), FILL(24, 216), { text: 'I wonder.' }],
    synthesis,
  });
  page.lab.emit(...liveEvents(group));
  await page.drawn();
  return group;
}

const steps = (): HTMLButtonElement[] => page.all<HTMLButtonElement>('button.step');
const cards = (): (string | null)[] =>
  page.all<RolloutCard>('cat-rollout-card').map((card) => card.stand?.kind ?? null);
const step = (at: number): HTMLButtonElement => steps()[at]!;
const spoken = (button: Element): string => button.textContent.replace(/\s+/g, ' ').trim();

async function press(key: string): Promise<void> {
  await userEvent.keyboard(key);
  await page.drawn();
}

async function click(at: number): Promise<void> {
  step(at).click();
  await page.drawn();
}

describe('the steps of the synthesis', () => {
  test('carry how many answers say the same and how many otherwise, heard as well', async () => {
    await run();
    expect(steps().map((button) => spoken(button.querySelector('.counts')!))).toEqual([
      '3 0', '1 2', '1 2', '1 2',
    ]);
    expect(spoken(step(1))).toContain(
      'Step 2: 2 They fill 408 / 12 = 34 boxes. 1 answer says the same, 2 say otherwise.',
    );
  });

  test('say in one sentence where the majority parts', async () => {
    await run();
    expect(page.text('.parting')).toMatch(/answers 1 and 3 part from it at step 2 \(408 \/ 12 = 24\)\.$/);
  });

  test('stand only once the text is whole: while it streams it is plain', async () => {
    page = await openPage();
    page.lab.ready();
    const group = await page.group([], '', { rollouts: [FILL(24, 216), FILL(34, 306)], synthesis: FILL(34, 306) });
    const events = liveEvents(group);
    const end = events.findIndex(({ kind }) => kind === 'synthesis-done');
    page.lab.emit(...events.slice(0, end));
    await page.drawn();
    const before = page.find('cat-synthesis-panel').getBoundingClientRect().height;
    expect(steps()).toEqual([]);
    expect(page.text('cat-synthesis-panel')).toContain('They fill 408');
    page.lab.emit(...events.slice(end, end + 1));
    await page.drawn();
    expect(steps()).toEqual([]);
    expect(Math.abs(page.find('cat-synthesis-panel').getBoundingClientRect().height - before)).toBeLessThan(4);
    page.lab.emit(...events.slice(end + 1));
    await page.drawn();
    expect(steps()).toHaveLength(4);
  });

  test('show the number that a model gave them once, and one that is another as it was written', async () => {
    await run({ text: '1. It makes 204 * 2 = 408 caps.\n7. They fill 408 / 12 = 34 boxes.\nThe answer is 34.' });
    expect(spoken(step(0))).toMatch(/^Step 1: 1 It makes/);
    expect(spoken(step(1))).toMatch(/^Step 2: 2 7\. They fill/);
  });

  test('show how a sum was worked out, as it was written', async () => {
    await run(WORKED_OUT);
    expect(steps()).toHaveLength(4);
    expect(spoken(step(1))).toContain('408 / 12 = (40 / 12 = 3 r 4, 48 / 12 = 4) 34 boxes.');
  });

  test('show model text as the text it is', async () => {
    const evil = { text: '<img src=x onerror="window.hit=1">\nThe answer is 4.' };
    await run(evil, [evil, evil]);
    await click(0);
    expect(page.all('img')).toEqual([]);
    expect(page.text('cat-explain-steps')).toContain('“<img src=x onerror'.slice(1));
    expect('hit' in window).toBe(false);
  });
});

describe('a selected step', () => {
  test('quotes the very lines and marks the cards; pressed again it lets go', async () => {
    await run();
    await click(1);
    expect(cards()).toEqual(['contradicts', 'supports', 'contradicts', null]);
    const marks = page.all<HTMLElement>('mark').map((mark) => mark.textContent);
    expect(marks).toEqual([
      'They fill 408 / 12 = 24 boxes.',
      'They fill 408 / 12 = 34 boxes.',
      'They fill 408 / 12 = 24 boxes.',
    ]);
    expect(page.text('.quotes h3')).toBe('What the answers say at step 2');
    expect(page.all('.quotes li').map(spoken)).toEqual([
      'Answer 2 They fill 408 / 12 = 34 boxes.',
      'Answers 1 and 3 (another result) They fill 408 / 12 = 24 boxes.',
    ]);
    expect(page.text('.quotes')).toContain('Answer 4 says nothing of it that could be compared.');
    await click(1);
    expect(cards()).toEqual([null, null, null, null]);
    expect(page.all('mark')).toEqual([]);
  });

  test('says where an answer parted before', async () => {
    await run();
    await click(2);
    expect(spoken(page.all('.quotes li').at(-1)!)).toMatch(
      /^Answers 1 and 3 \(other numbers, parted at step 2\) They bring 24 \* 9/,
    );
  });

  test('is reached by Tab, arrows, Home and End, and cleared by Escape', async () => {
    await run();
    step(0).focus();
    await press('{ArrowDown}');
    expect(page.find('cat-explain-steps').shadowRoot!.activeElement).toBe(step(1));
    expect(steps().map(({ tabIndex }) => tabIndex)).toEqual([-1, 0, -1, -1]);
    await press('{Enter}');
    expect(step(1).getAttribute('aria-expanded')).toBe('true');
    expect(cards()[0]).toBe('contradicts');
    await press('{End}');
    await press('{ArrowDown}');
    expect(page.find('cat-explain-steps').shadowRoot!.activeElement).toBe(step(3));
    await press('{Escape}');
    expect(page.all('[aria-expanded=true]')).toEqual([]);
    expect(cards()).toEqual([null, null, null, null]);
    expect(page.lab.stops).toBe(0);
  });

  test('is closed by its button, which gives the focus back', async () => {
    await run();
    await click(1);
    await page.click('Close');
    expect(page.all('[aria-expanded=true]')).toEqual([]);
    expect(page.find('cat-explain-steps').shadowRoot!.activeElement).toBe(step(1));
  });

  test('leaves Escape to Stop where nothing is selected', async () => {
    await run();
    await page.click('Ask');
    await press('{Escape}');
    expect(page.lab.stops).toBe(1);
  });

  test('is let go when another group is shown', async () => {
    const group = await run();
    await click(1);
    page.lab.emit(...liveEvents({ ...group, id: 'other' as Group['id'] }));
    await page.drawn();
    expect(cards()).toEqual([null, null, null, null]);
    expect(page.all('[aria-expanded=true]')).toEqual([]);
  });

  test('brings its line into sight in a card that scrolls, and leaves the page where it is', async () => {
    const long = { text: `${'It rains all day.\n'.repeat(60)}${FILL(24, 216).text}` };
    await run(FILL(34, 306), [long, FILL(34, 306)]);
    const top = window.scrollY;
    await click(1);
    const mark = page.find('mark').getBoundingClientRect();
    const box = page.find('cat-rollout-card .text, .text:has(mark)').getBoundingClientRect();
    expect(mark.top).toBeGreaterThanOrEqual(box.top);
    expect(mark.bottom).toBeLessThanOrEqual(box.bottom);
    expect(window.scrollY).toBe(top);
  });
});

describe.each(['light', 'dark'] as const)('in %s colours', (value) => {
  test('axe finds nothing, selected or not', async () => {
    const scheme = (name: string): Promise<unknown> =>
      cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: name }] });
    await scheme(value);
    await run(WORKED_OUT);
    await expectAccessible(page);
    await click(1);
    await expectAccessible(page);
    await scheme('');
  });
});

test('fits a window of 320 pixels', async () => {
  const { innerWidth, innerHeight } = window;
  await frame.viewport(320, 800);
  await run({ text: `${'a'.repeat(200)} 408 / 12 = 34\nThe answer is 34.` });
  await click(0);
  const { scrollWidth } = document.documentElement;
  await frame.viewport(innerWidth, innerHeight);
  expect(scrollWidth).toBeLessThanOrEqual(320);
});
