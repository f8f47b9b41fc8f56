import { afterEach, describe, expect, test } from 'vitest';
import type { Offer } from '../../../src/engine/webllm/offer.ts';
import { handOffer, HandShelf } from '../../kit/shelf.ts';
import { expectAccessible, openPage, type Page } from '../page.ts';

let page: Page;
afterEach(() => page.close());

/** The page with one model, whose download is about to be confirmed. */
async function ask(rest: Partial<Offer> = {}, change = (_shelf: HandShelf): void => {}): Promise<HandShelf> {
  const shelf = new HandShelf(handOffer('Small', rest));
  change(shelf);
  page = await openPage();
  page.app.shelf = shelf;
  page.lab.ready();
  await page.drawn();
  await page.click('Settings');
  await page.click('Load Small');
  return shelf;
}

const box = (): string => page.text('cat-download-ask');

describe('before a compiled model is downloaded', () => {
  test('its hosts are named and confirmed, then asked for the exact size, then it is fetched', async () => {
    const shelf = await ask();
    const confirmed: string[] = [];
    page.app.confirmHost = (host) => confirmed.push(host);
    expect(box()).toContain('Ask models.example, libraries.example for the list of files?');
    expect([confirmed, shelf.sized, page.lab.loads]).toEqual([[], [], []]);
    await expectAccessible(page);

    await page.click('Ask for the exact size');
    expect(confirmed).toEqual(['models.example', 'libraries.example']);
    expect(box()).toContain('Fetch exactly 712,345,678 bytes (712.3 MB) in 24 files from models.example');
    expect(box()).toContain('Once loaded it takes 1.5 GB of graphics memory.');
    expect(box()).toContain('This page has 9.0 GB of storage left.');
    expect(page.lab.loads).toEqual([]);
    await expectAccessible(page);

    await page.click('Fetch and load');
    expect(page.lab.loads.map(({ spec }) => spec.id)).toEqual(['Small-q4f32_1-MLC']);
    expect(page.all('cat-download-ask')).toEqual([]);
  });

  test('the keyboard stays with the question', async () => {
    await ask();
    const focused = (): string =>
      page.find('cat-download-ask').shadowRoot?.activeElement?.textContent.trim() ?? '';
    expect(focused()).toBe('Ask for the exact size');
    await page.click('Ask for the exact size');
    expect(focused()).toBe('Fetch and load');
  });

  test('the size is a guess that says what it was made from', async () => {
    await ask({ about: { bytes: 675e6, basis: 'name', parameters: 1.2e9, bits: 4.5 } });
    expect(box()).toContain('about 675 MB: 1.2 billion parameters, as its name says, of 4.5 bits each');
    page.close();
    await ask();
    expect(box()).toMatch(/about 1\.2 GB or less: .*graphics memory/);
  });

  test('“exactly” is said only where every size is known', async () => {
    await ask({}, (shelf) => shelf.tell({ unknown: ['library'], here: 3e8 }));
    await page.click('Ask for the exact size');
    expect(box()).not.toContain('exactly');
    expect(box()).toContain('No list and no host tells the size of: library.');
    expect(box()).toContain('300.0 MB of it are here already');
  });

  test('too little storage is said with its remedy, and nothing is fetched until there is more', async () => {
    const shelf = await ask({}, (one) => one.tell({ free: 2e8 }));
    await page.click('Ask for the exact size');
    expect(box()).toMatch(/Not enough storage\. .*0\.7 GB are still to come.*0\.2 GB left.* Delete models/);
    expect(() => page.button('Fetch and load')).toThrow();
    shelf.tell({ free: 2e9 });
    await page.click('Ask again');
    expect(page.button('Fetch and load').disabled).toBe(false);
  });

  test('a model that may not fit says so with its remedy', async () => {
    await ask({ fit: 'hardly', memoryMb: 9216 });
    expect(box()).toMatch(/This model may not fit\. It takes 9\.0 GB .* Take a smaller model/);
  });

  test('a host that does not answer is a fault with its remedy, and can be asked again', async () => {
    const shelf = await ask({}, (one) => {
      one.refuse({ kind: 'model-missing', model: 'Small', url: 'https://models.example/x', status: 404 });
    });
    await page.click('Ask for the exact size');
    expect(box()).toMatch(/could not be fetched\. .*status 404.* Check the address/);
    await page.click('Ask again');
    expect(shelf.sized).toHaveLength(2);
  });

  test('“Not now” leaves everything as it was', async () => {
    const shelf = await ask();
    await page.click('Not now');
    expect(page.all('cat-download-ask')).toEqual([]);
    expect(shelf.sized).toEqual([]);
  });

  test('a compiled model by its address is asked about in the same way', async () => {
    await ask();
    const shelf = page.app.shelf as HandShelf;
    const field = page.find<HTMLTextAreaElement>('#urls');
    field.value = 'https://models.example/own\nhttps://models.example/own.wasm';
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await page.click('Not now');
    await page.click('Continue');
    expect(box()).toContain('How large the download is, nothing tells before the host has answered.');
    await page.click('Ask for the exact size');
    expect(shelf.sized[0]?.library).toBe('https://models.example/own.wasm');
    expect(box()).toContain('Fetch exactly 712,345,678 bytes');
    await page.click('Fetch and load');
    expect(page.lab.loads).toHaveLength(1);
  });
});
