import { afterEach, describe, expect, test } from 'vitest';
import type { CheckedFile } from '../../../src/engine/webllm/offer.ts';
import { handOffer, HandShelf } from '../../kit/shelf.ts';
import { expectAccessible, openPage, type Page } from '../page.ts';

let page: Page;
afterEach(() => page.close());

const id = 'Small-q4f32_1-MLC';
const file = (name: string, state: CheckedFile['state']): CheckedFile => ({ name, state, bytes: 4 });
const text = (): string => page.text('cat-model-shelf');

/** The page with a model that is downloaded and is being verified. */
async function verify(): Promise<HandShelf> {
  const shelf = new HandShelf(handOffer('Small'), handOffer('Other'));
  shelf.here.set(id, { state: 'whole', bytes: 9e8 });
  page = await openPage();
  page.app.shelf = shelf;
  page.lab.ready();
  await page.drawn();
  await page.click('Settings');
  await page.click('Verify the files of Small');
  return shelf;
}

const end = async (shelf: HandShelf, ...files: CheckedFile[]): Promise<void> => {
  shelf.checks.at(-1)!.settle(files);
  await page.drawn();
};

describe('verifying a downloaded model', () => {
  test('is offered for what is here only', async () => {
    await verify();
    expect(() => page.button('Verify the files of Other')).toThrow();
  });

  test('shows how far it is, and nothing else can be done with the models meanwhile', async () => {
    const shelf = await verify();
    shelf.checks[0]!.options.onProgress?.({ bytes: 3e8, totalBytes: 9e8, done: 8, files: 24 });
    await page.drawn();
    expect(text()).toContain('8 of 24 files · 300.0 MB of 900.0 MB');
    expect(page.find<HTMLProgressElement>('progress').value).toBe(3e8);
    expect(page.button('Load Small').disabled).toBe(true);
    expect(page.button('Delete the files of Small').disabled).toBe(true);
    await expectAccessible(page);
  });

  test('ends in “ready offline” only when every file is as its digest says', async () => {
    const shelf = await verify();
    expect(text()).not.toContain('ready offline');
    shelf.here.set(id, { state: 'checked', bytes: 9e8 });
    await end(shelf, file('a.bin', 'digest'), file('b.bin', 'digest'));
    expect(text()).toContain('Small is ready offline: each of its 2 files was read again');
    expect(text()).toContain('ready offline (900.0 MB)');
    await expectAccessible(page);
  });

  test('ends at Stop, with nothing changed', async () => {
    const shelf = await verify();
    await page.click('Stop verifying Small');
    expect(shelf.checks[0]!.options.signal?.aborted).toBe(true);
    expect(text()).toContain('Verifying Small was stopped; nothing was changed.');
    expect(text()).toContain('not verified yet');
    expect(page.button('Load Small').disabled).toBe(false);
  });

  test('names the broken files, and its repair fetches only those again', async () => {
    const shelf = await verify();
    await end(shelf, file('a.bin', 'digest'), file('b.bin', 'changed'), file('c.bin', 'missing'));
    expect(text()).toContain('Small is not ready offline.');
    expect(text()).toContain('Changed or cut short since the download: b.bin.');
    expect(text()).toContain('Not here: c.bin.');
    expect(text()).toContain('here, but not in order');
    await expectAccessible(page);

    shelf.tell({ bytes: 8, files: 2, here: 9e8 });
    await page.click('Repair: fetch 2 files again');
    expect(shelf.removed).toEqual([['b.bin', 'c.bin']]);
    expect(page.lab.loads).toEqual([]);
    await page.click('Ask for the exact size');
    expect(text()).toContain('Fetch exactly 8 bytes (0.0 MB) in 2 files');
    await page.click('Fetch and load');
    expect(page.lab.loads.map(({ spec }) => spec.id)).toEqual([id]);
  });

  test('a model with broken files is not loaded without a word', async () => {
    const shelf = await verify();
    await end(shelf, file('a.bin', 'digest'), file('b.bin', 'changed'));
    await page.click('Load Small');
    expect(page.lab.loads).toEqual([]);
    expect(text()).toContain('Ask models.example');
  });

  test('says honestly where only a size, or nothing, could be compared', async () => {
    const shelf = await verify();
    await end(shelf, file('a.bin', 'size'), file('tokenizer.json', 'unknown'), file('c.bin', 'digest'));
    expect(text()).toContain('Compared by size only, since no digest is known: a.bin.');
    expect(text()).toContain('Neither a digest nor a size is known of: tokenizer.json.');
    expect(text()).toContain('1 file is as the digest says.');
    expect(text()).not.toMatch(/is ready offline/);
  });

  test('stays with its model where another search lists others', async () => {
    const shelf = await verify();
    await end(shelf, file('a.bin', 'changed'));
    const field = page.find<HTMLInputElement>('#search');
    const search = async (words: string): Promise<void> => {
      field.value = words;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await page.drawn();
    };
    shelf.here.set('Other-q4f32_1-MLC', { state: 'whole', bytes: 9e8 });
    await search('other');
    expect(text()).not.toContain('not ready offline');
  });

  test('says what kept it from reading', async () => {
    const shelf = await verify();
    shelf.checks[0]!.fail(new Error('the disk is gone'));
    await page.drawn();
    expect(text()).toContain('The files could not be read: the disk is gone.');
    expect(page.button('Verify the files of Small').disabled).toBe(false);
  });
});
