import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Group } from '../../../src/group/group.ts';
import { HandLab } from '../../kit/lab.ts';
import { sceneGroup } from '../../kit/scene.ts';
import type { Page } from '../page.ts';
import { expectAccessible, openPage, says } from '../page.ts';

let page: Page;
afterEach(() => page.close());

describe('earlier questions', () => {
  const groups = async (): Promise<Group[]> => {
    const scene = (id: string, text: string, answer: string): Promise<Group> =>
      sceneGroup({ id, question: text, truth: '4', rollouts: [says('4'), says('4')], synthesis: says(answer) });
    return [await scene('b', 'How many pears?', '5'), await scene('a', 'How many figs?', '4')];
  };

  test('stand in a list with how they went, and open by keyboard', async () => {
    const lab = new HandLab();
    lab.groups = await groups();
    page = await openPage(lab);
    expect(page.text('cat-history-list')).toMatch(/pears.*differs from the vote.*synthesis wrong.*figs.*synthesis right/);
    page.button('Open: How many figs?').focus();
    await userEvent.keyboard('{Enter}');
    await page.drawn();
    expect(page.question().value).toBe('How many figs?');
    expect(page.text('cat-verdict-strip')).toContain('said 4');
    await expectAccessible(page);
  });

  test('are said to go with the tab where the browser keeps nothing', async () => {
    const lab = new HandLab();
    lab.groups = await groups();
    page = await openPage(lab);
    expect(page.text('cat-history-list')).toContain('Kept in this browser only.');
    lab.fault({ kind: 'storage-denied', reason: 'private browsing' });
    await page.drawn();
    expect(page.text('cat-history-list')).toContain('Kept until this tab closes.');
  });

  test('lead to those of experiments, which are not among them', async () => {
    const lab = new HandLab();
    lab.groups = await groups();
    page = await openPage(lab);
    const link = page.find('cat-history-list').shadowRoot?.querySelector('a');
    expect(link?.getAttribute('href')).toBe('#experiments');
    expect(link?.textContent).toContain('experiments');
  });

  test('are deleted one by one, and come back by Undo', async () => {
    const lab = new HandLab();
    lab.groups = await groups();
    page = await openPage(lab);
    await lab.open(lab.groups[1]!.id);
    await page.write('How many figs?');
    expect(page.text('cat-rollout-card')).toContain('The answer is 4.');
    await page.click('Delete: How many figs?');
    expect(page.text('cat-history-list')).not.toContain('figs');
    expect(page.text('cat-rollout-card')).not.toContain('The answer is');
    await expectAccessible(page);
    expect(page.button('Undo').matches(':focus')).toBe(true);
    await userEvent.keyboard('{Enter}');
    await page.drawn();
    expect(page.text('cat-history-list')).toContain('figs');
    expect(page.text('cat-rollout-card')).toContain('The answer is 4.');
    expect(page.text('cat-toast')).toContain('Brought back.');
  });

  test('leave a word that asks for nothing, which goes by itself, and an offer to undo, which stays', async () => {
    const lab = new HandLab();
    lab.groups = await groups();
    page = await openPage(lab);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      await page.click('Delete: How many figs?');
      vi.advanceTimersByTime(60_000);
      await page.drawn();
      expect(page.text('cat-toast')).not.toBe('');
      await page.click('Undo');
      expect(page.text('cat-toast')).toContain('Brought back.');
      vi.advanceTimersByTime(60_000);
      await page.drawn();
      expect(page.text('cat-toast')).toBe('');
      expect(page.text('cat-history-list')).toContain('figs');
    } finally {
      vi.useRealTimers();
    }
  });

  test('are deleted all at once', async () => {
    const lab = new HandLab();
    lab.groups = await groups();
    page = await openPage(lab);
    await page.click('Delete everything');
    expect(lab.removals).toEqual(['everything']);
    expect(page.text('cat-history-list')).toBe('');
  });
});
