import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../../src/view/page.css';
import '../../../src/view/lesson/glossary-term.ts';
import type { GlossaryTerm } from '../../../src/view/lesson/glossary-term.ts';

let line: HTMLElement;
let term: GlossaryTerm;
beforeEach(async () => {
  line = document.createElement('main');
  term = document.createElement('cat-term');
  term.shown = 'rollouts';
  term.means = 'One try: an answer that the model wrote from beginning to end, alone.';
  const elsewhere = document.createElement('button');
  elsewhere.textContent = 'Elsewhere';
  line.append(term, elsewhere);
  document.body.append(line);
  await term.updateComplete;
  // Wherever the last test has left the pointer.
  await userEvent.hover(elsewhere);
});
afterEach(() => line.remove());

const word = (): HTMLButtonElement => term.shadowRoot!.querySelector('button')!;
const means = (): HTMLElement => term.shadowRoot!.querySelector('.means')!;
const elsewhere = (): HTMLButtonElement => line.querySelector(':scope > button')!;
const isShown = (): boolean => means().checkVisibility({ visibilityProperty: true });
const settled = async (): Promise<boolean> => {
  await term.updateComplete;
  return isShown();
};

describe('a word of the glossary', () => {
  test('is explained on focus, to ears too, and no longer when the focus has gone', async () => {
    expect(isShown()).toBe(false);
    word().focus();
    expect(await settled()).toBe(true);
    expect(word().getAttribute('aria-describedby')).toBe(means().id);
    elsewhere().focus();
    expect(await settled()).toBe(false);
  });

  test('stays explained while the pointer is on the word or on its explanation', async () => {
    await userEvent.hover(word());
    await expect.poll(isShown).toBe(true);
    await userEvent.hover(means());
    expect(await settled()).toBe(true);
    await userEvent.hover(elsewhere());
    await expect.poll(isShown).toBe(false);
  });

  test('is explained no longer after Escape, which does nothing else, wherever pointer and focus are', async () => {
    const heard: string[] = [];
    const listen = (event: KeyboardEvent): void => void heard.push(event.key);
    document.addEventListener('keydown', listen);
    await userEvent.hover(word());
    await expect.poll(isShown).toBe(true);
    await userEvent.keyboard('{Escape}');
    expect(await settled()).toBe(false);
    await userEvent.keyboard('{Escape}');
    document.removeEventListener('keydown', listen);
    expect(heard).toEqual(['Escape']);
  });

  test('is explained on a tap, until one taps elsewhere', async () => {
    await userEvent.click(word());
    expect(await settled()).toBe(true);
    elsewhere().dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    expect(await settled()).toBe(false);
  });

  test('has its explanation inside the window, at the end of a line too', async () => {
    line.setAttribute('dir', 'rtl');
    word().focus();
    await settled();
    for (const direction of ['rtl', 'ltr']) {
      line.setAttribute('dir', direction);
      term.requestUpdate();
      await settled();
      const { left, right } = means().getBoundingClientRect();
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(document.documentElement.clientWidth);
    }
  });

  test('has no title, and nothing that axe finds', async () => {
    word().focus();
    await settled();
    expect(term.shadowRoot!.querySelectorAll('[title]')).toHaveLength(0);
    const { violations } = await axe.run(line, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.failureSummary ?? ''}`)).toEqual([]);
  });
});
