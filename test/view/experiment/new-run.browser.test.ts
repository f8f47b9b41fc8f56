import { afterEach, describe, expect, test } from 'vitest';
import type {} from '@vitest/browser-playwright';
import type { SetItem } from '../../../src/question/set/item.ts';
import { tell } from '../../../src/view/text/experiments.ts';
import { keptRun, RunLab } from '../../kit/experiments.ts';
import { expectAccessible } from '../page.ts';
import type { ExperimentsPage } from './page.ts';
import { openExperiments } from './page.ts';
import { labWith, progress, waiting } from './runs.ts';

let page: ExperimentsPage;
afterEach(() => page.close());

describe('a new run', () => {
  const choose = async (count: number): Promise<void> => {
    const { items } = keptRun('x', [], { planned: count }).plan;
    page.find('cat-set-picker').dispatchEvent(
      new CustomEvent('cat-set-chosen', { detail: { name: 'Easy', items }, bubbles: true, composed: true }),
    );
    await page.drawn();
  };
  const field = (id: string): HTMLInputElement => page.within<HTMLInputElement>('cat-run-new', `#${id}`)[0]!;
  const type = async (id: string, value: string): Promise<void> => {
    field(id).value = value;
    field(id).dispatchEvent(new InputEvent('input', { bubbles: true }));
    await page.drawn();
  };

  test('shows the settings as they are in words, and what it takes', async () => {
    page = await openExperiments(new RunLab(), '#experiments/new');
    page.lab.ready();
    await choose(20);
    const said = page.text('cat-run-new');
    expect(said).toContain('Asks nano · G 8 · temperature 1');
    expect(said).toContain('About 2 min · about 3.0 MB of storage · 5.0 GB are free');
    await expectAccessible(page);
    await page.click('Change the settings');
    expect(page.find<HTMLDialogElement>('dialog').open).toBe(true);
  });

  test('warns where there is not room enough', async () => {
    const lab = new RunLab();
    lab.estimated = { seconds: null, bytes: 9e9, free: 1e9, smaller: 0 };
    page = await openExperiments(lab, '#experiments/new');
    await choose(20);
    expect(page.text('cat-run-new')).toContain(tell.create.timeUnknown);
    expect(page.text('cat-run-new')).toContain(tell.create.tooLittle);
  });

  test('refuses a number that makes no sense', async () => {
    page = await openExperiments(new RunLab(), '#experiments/new');
    await choose(20);
    for (const value of ['0', '21', '2.5', '']) {
      await type('count', value);
      expect(field('count').getAttribute('aria-invalid')).toBe('true');
      expect(page.button('Start').disabled).toBe(true);
    }
    await expectAccessible(page);
  });

  test('begins with the first so many and the settings as they stand, and goes to the run', async () => {
    page = await openExperiments(new RunLab(), '#experiments/new');
    page.lab.ready();
    await choose(20);
    const [count] = page.within<HTMLInputElement>('cat-run-new', '#count');
    expect(count?.matches(':focus')).toBe(true);
    await type('count', '4');
    await page.click('Start with 4 questions');
    const [begun] = page.lab.begun;
    expect(begun).toMatchObject({ set: 'Easy', name: 'Easy, the first 4, G 8', settings: { group: 8, seed: 1 } });
    expect(begun?.items.map(({ question }) => question.text)).toEqual([1, 2, 3, 4].map((n) => `Question ${n} of the set?`));
    expect(page.text('cat-run-new')).toContain(tell.create.starting);

    page.lab.runs = [keptRun('begun', [], { planned: 4, state: 'here' })];
    page.lab.emit(progress('begun', 0, 4));
    await page.drawn();
    expect(location.hash).toBe('#experiments/begun');
  });

  test('asks each kind of question with its own prompts, whatever kind is in hand, and says so', async () => {
    page = await openExperiments(new RunLab(), '#experiments/new');
    page.lab.ready();
    const { items } = keptRun('x', [], { planned: 2 }).plan;
    const solve = 'Advise: {question}';
    const send = (name: string, detail: unknown): boolean => page.app.dispatchEvent(new CustomEvent(name, { detail }));
    const setOf = async (chosen: readonly SetItem[]): Promise<void> => {
      page.find('cat-set-picker').dispatchEvent(
        new CustomEvent('cat-set-chosen', { detail: { name: 'Easy', items: chosen }, bubbles: true, composed: true }),
      );
      await page.drawn();
    };
    send('cat-kind', 'open');
    send('cat-settings', { prompts: { solve } });
    await setOf(items);
    expect(page.text('cat-run-new')).not.toContain('own prompts');
    const open: SetItem = { question: { kind: 'open', text: 'Why?' }, tags: [] };
    await setOf([...items, open]);
    expect(page.text('cat-run-new')).toContain(tell.create.ownPrompts('open'));
    await setOf([open]);
    expect(page.text('cat-run-new')).toContain('· own prompts They');
    await setOf(items);
    await page.click('Start with 2 questions');
    expect(page.lab.begun[0]?.prompts).toEqual({ verifiable: {}, open: { solve } });
  });

  test('begun while another goes on, leads to itself and not to the one that it pauses', async () => {
    page = await openExperiments(labWith(waiting('a')), '#experiments/new');
    page.lab.ready();
    page.lab.emit(progress('a', 2, 5));
    await choose(20);
    expect(page.text('cat-run-new')).toContain(tell.create.busy);
    await page.click('Start with 20 questions');
    page.lab.emit(progress('a', 3, 5));
    await page.drawn();
    expect(location.hash).toBe('#experiments/new');
    expect(page.text('cat-run-new')).toContain(tell.create.starting);
    page.lab.emit(progress('begun', 0, 20));
    await page.drawn();
    expect(location.hash).toBe('#experiments/begun');
  });
});
