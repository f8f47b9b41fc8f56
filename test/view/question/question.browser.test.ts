import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { loadedModel, nanoSpec } from '../../kit/lab.ts';
import type { Page } from '../page.ts';
import { expectAccessible, openPage } from '../page.ts';

let page: Page;
afterEach(() => page.close());

describe('the question', () => {
  test('is a problem with its known answer when the page opens', async () => {
    page = await openPage();
    expect(page.question().value).toMatch(/How many/);
    expect(page.text('cat-question-panel')).toMatch(/known answer \d+/);
  });

  test('gives way to another problem of the chosen level', async () => {
    page = await openPage();
    const before = page.question().value;
    await page.click('Another problem');
    expect(page.question().value).not.toBe(before);
    const after = page.question().value;
    const level = page.find<HTMLSelectElement>('select');
    level.value = 'hard';
    level.dispatchEvent(new Event('change'));
    await page.drawn();
    expect(page.question().value).not.toBe(after);
  });

  test('of a level that the model was not taught says so', async () => {
    page = await openPage();
    page.lab.ready();
    const choose = async (name: string): Promise<void> => {
      const level = page.find<HTMLSelectElement>('select');
      level.value = name;
      level.dispatchEvent(new Event('change'));
      await page.drawn();
    };
    await choose('medium');
    expect(page.text('cat-question-panel')).not.toContain('not taught');
    await choose('hard');
    expect(page.text('cat-question-panel')).toContain('not taught this level');
    await expectAccessible(page);
    page.lab.ready(loadedModel({ ...nanoSpec, id: 'big', chat: 'general' }));
    await page.drawn();
    expect(page.text('cat-question-panel')).not.toContain('not taught');
  });

  test('follows the seed while it is the problem that the page gave', async () => {
    const seeded = async (seed: number): Promise<string> => {
      page = await openPage();
      const before = page.question().value;
      page.app.seed = seed;
      await page.drawn();
      const { value } = page.question();
      expect(value).not.toBe(before);
      page.close();
      return value;
    };
    const first = await seeded(11);
    expect(await seeded(11)).toBe(first);
    expect(await seeded(12)).not.toBe(first);
  });

  test('stays when the seed changes after somebody wrote it', async () => {
    page = await openPage();
    await page.write('Mia has 6 apples');
    page.app.seed = 11;
    await page.drawn();
    expect(page.question().value).toBe('Mia has 6 apples');
  });

  test('loses its known answer when it is edited', async () => {
    page = await openPage();
    await page.write(`${page.question().value} Or so.`);
    expect(page.text('cat-question-panel')).toContain('right answer not known here');
    page.lab.ready();
    await page.click('Ask');
    expect(page.lab.asked).toHaveLength(1);
    expect(page.lab.asked.at(-1)?.question).not.toHaveProperty('truth');
  });

  test('takes what was wrong with it along when it is edited', async () => {
    page = await openPage();
    page.lab.ready();
    await page.write('');
    page.lab.fault({ kind: 'question-empty' });
    await page.drawn();
    expect(page.text('cat-fault-note')).toContain('There is no question.');
    await page.write('Mia has 6 apples');
    expect(page.all('cat-fault-note')).toEqual([]);
  });

  test('is asked with its truth and the settings, by Ctrl + Enter too', async () => {
    page = await openPage();
    page.lab.ready();
    await page.drawn();
    page.question().focus();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await page.drawn();
    expect(page.lab.asked).toHaveLength(1);
    expect(page.lab.asked[0]?.question).toMatchObject({ kind: 'verifiable', text: page.question().value });
    expect(page.lab.asked[0]?.question).toHaveProperty('truth');
    expect(page.lab.asked[0]?.settings).toMatchObject({ group: 8, questionVisible: false });
    expect(page.lab.asked[0]?.options.fresh).toBe(false);
  });

  test('is asked once, however often the key is pressed', async () => {
    page = await openPage();
    page.lab.ready();
    await page.drawn();
    page.question().focus();
    await userEvent.keyboard('{Control>}{Enter}{Enter}{/Control}');
    expect(page.lab.asked).toHaveLength(1);
  });

  test('loads the model that comes with the page where none is loaded', async () => {
    page = await openPage();
    await page.click('Load nano and ask');
    expect(page.lab.loads.map(({ spec }) => spec)).toEqual([nanoSpec]);
    expect(page.lab.asked).toHaveLength(1);
  });
});

describe('a question outside nano’s world', () => {
  test('is answered with what nano can do, and not asked', async () => {
    page = await openPage();
    page.lab.ready();
    await page.write('Who wrote Hamlet?');
    await page.click('Ask');
    expect(page.lab.asked).toEqual([]);
    expect(page.text('cat-beyond-note')).toContain('outside nano’s world');
    expect(page.text('cat-beyond-note')).toContain('Load another model');
    await expectAccessible(page);
  });

  test('can be asked anyway, or swapped for one that nano can answer', async () => {
    page = await openPage();
    page.lab.ready();
    await page.write('Who wrote Hamlet?');
    await page.click('Ask');
    await page.click('Ask nano anyway');
    expect(page.lab.asked[0]?.question.text).toBe('Who wrote Hamlet?');
    expect(page.all('cat-beyond-note')).toEqual([]);
    page.lab.asked[0]!.settle();
    await page.drawn();
    await page.click('Ask');
    const example = page.text('blockquote');
    await page.click('Take this one');
    expect(page.question().value).toBe(example);
    expect(page.text('cat-question-panel')).toContain('known answer');
  });

  test('is asked of another model at once', async () => {
    page = await openPage();
    page.lab.ready(loadedModel({ ...nanoSpec, id: 'big', chat: 'general' }));
    await page.write('Who wrote Hamlet?');
    await page.click('Ask');
    expect(page.lab.asked).toHaveLength(1);
    expect(page.lab.asked[0]?.settings.sampling.temperature).toBe(0.7);
  });
});

describe('another model', () => {
  test('is fetched only after its host was confirmed', async () => {
    page = await openPage();
    const confirmed: string[] = [];
    page.app.confirmHost = (host) => confirmed.push(host);
    page.lab.ready();
    await page.write('Who wrote Hamlet?');
    await page.click('Ask');
    const field = page.find<HTMLTextAreaElement>('cat-beyond-note ~ textarea, #urls');
    field.value = 'https://models.example.org/small.gguf';
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await page.drawn();
    await page.click('Continue');
    expect(page.text('cat-model-loader')).toContain('Fetch from models.example.org?');
    expect([page.lab.loads, confirmed]).toEqual([[], []]);
    await expectAccessible(page);
    await page.click('Fetch from models.example.org');
    expect(confirmed).toEqual(['models.example.org']);
    expect(page.lab.loads[0]?.spec).toEqual({
      id: 'small',
      engine: 'wllama',
      urls: ['https://models.example.org/small.gguf'],
      chat: 'general',
    });
  });

  test('can be an example, whose address a button fills in and nothing fetches yet', async () => {
    page = await openPage();
    page.lab.ready();
    await page.write('Who wrote Hamlet?');
    await page.click('Ask');
    expect(page.text('cat-model-loader')).toMatch(/nobody has tried here.*about 270 MB/);
    await page.click('Fill in this address');
    const field = page.find<HTMLTextAreaElement>('#urls');
    expect(field.value).toMatch(/^https:\/\/huggingface\.co\/.*\.gguf$/);
    expect(field.matches(':focus')).toBe(true);
    expect(page.text('cat-model-loader')).not.toContain('Fill in');
    await page.click('Continue');
    expect(page.text('cat-model-loader')).toContain('Fetch from huggingface.co?');
    expect(page.lab.loads).toEqual([]);
    await expectAccessible(page);
  });

  test('that cannot be had leaves a way back to the one of the page', async () => {
    page = await openPage();
    page.lab.ready();
    await page.click('Settings');
    const urls = ['https://models.example.org/none.gguf'];
    const spec = { id: 'none', engine: 'wllama', urls, chat: 'general' } as const;
    const detail = { spec, confirmed: [] };
    page.app.dispatchEvent(new CustomEvent('cat-load', { detail }));
    page.lab.emit({ kind: 'model-progress', model: 'none', progress: { stage: 'start' } });
    page.lab.fault({ kind: 'model-missing', model: 'none', url: urls[0]!, status: 404 });
    await page.drawn();
    expect(page.find<HTMLDialogElement>('dialog').open).toBe(false);
    expect(page.text('cat-model-status')).toContain('Try again');
    expect(page.text('cat-model-status')).toContain('Back to nano');
    await expectAccessible(page);
    await page.click('Back to nano');
    expect(page.lab.loads.map((load) => load.spec.id)).toEqual(['none', 'nano']);
    page.lab.ready();
    await page.drawn();
    expect(page.text()).not.toContain('Back to nano');
  });

  test('that is loading shows its bytes and can be cancelled', async () => {
    page = await openPage();
    await page.click('Load nano');
    page.lab.emit({
      kind: 'model-progress',
      model: 'nano',
      progress: { stage: 'fetch', bytes: 1_500_000, totalBytes: 3_000_000 },
    });
    await page.drawn();
    expect(page.text('cat-model-status')).toContain('1.5 MB of 3.0 MB');
    expect(page.find<HTMLProgressElement>('progress').position).toBeCloseTo(0.5);
    await expectAccessible(page);
    await page.click('Cancel');
    expect(page.lab.loads[0]?.options.signal?.aborted).toBe(true);
  });
});
