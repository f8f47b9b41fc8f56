import { afterEach, describe, expect, test } from 'vitest';
import type { Kept, Offer, Shelf } from '../../src/engine/webllm/offer.ts';
import { loadedModel } from '../kit/lab.ts';
import { expectAccessible, openPage, type Page } from './page.ts';

let page: Page;
afterEach(() => page.close());

const offer = (name: string, rest: Partial<Offer> = {}): Offer => ({
  name,
  spec: {
    id: `${name}-q4f32_1-MLC`,
    engine: 'webllm',
    urls: [`https://models.example/${name}`],
    library: `https://libraries.example/${name}.wasm`,
    chat: 'general',
  },
  ...{ memoryMb: 1536, contextTokens: 4096, licence: 'Apache-2.0', fit: 'likely', preset: null },
  ...rest,
});

class HandShelf implements Shelf {
  readonly here = new Map<string, Kept>();
  readonly #offers: readonly Offer[];

  constructor(...offers: Offer[]) {
    this.#offers = offers;
  }

  offers(): Promise<readonly Offer[]> {
    return Promise.resolve(this.#offers);
  }
  kept({ id }: Offer['spec']): Promise<Kept> {
    return Promise.resolve(this.here.get(id) ?? { state: 'none', bytes: 0 });
  }
  remove({ id }: Offer['spec']): Promise<void> {
    this.here.delete(id);
    return Promise.resolve();
  }
}

const open = async (shelf: Shelf): Promise<void> => {
  page = await openPage();
  page.app.shelf = shelf;
  page.lab.ready();
  await page.drawn();
  await page.click('Settings');
};

const names = (): (string | null)[] => {
  const shelf = page.find('cat-model-shelf').shadowRoot;
  return [...(shelf?.querySelectorAll('li strong') ?? [])].map((name) => name.textContent);
};

describe('the models for the graphics processor', () => {
  test('stand in their order with what they need, and are accessible', async () => {
    await open(new HandShelf(offer('Small'), offer('Large', { fit: 'hardly', memoryMb: 9216 })));
    expect(names()).toEqual(['Small', 'Large']);
    expect(page.text('cat-model-shelf')).toMatch(/1\.5 GB of graphics memory/);
    expect(page.text('cat-model-shelf')).toMatch(/Large hardly fits/);
    await expectAccessible(page);
  });

  test('are fetched only after their hosts stood there and were confirmed', async () => {
    const small = offer('Small');
    await open(new HandShelf(small));
    await page.click('Load Small');
    expect(page.text('cat-model-shelf')).toContain(
      'Fetch from models.example, libraries.example?',
    );
    expect(page.lab.loads).toHaveLength(0);
    const confirmed: string[] = [];
    page.app.confirmHost = (host) => confirmed.push(host);
    await page.click('Fetch and load');
    expect(confirmed).toEqual(['models.example', 'libraries.example']);
    expect(page.lab.loads.map(({ spec }) => spec)).toEqual([small.spec]);
  });

  test('load without a question where all files are here, and can be deleted', async () => {
    const shelf = new HandShelf(offer('Small'));
    shelf.here.set('Small-q4f32_1-MLC', { state: 'whole', bytes: 9e8 });
    await open(shelf);
    expect(page.text('cat-model-shelf')).toContain('ready offline (900.0 MB)');
    await page.click('Delete the files of Small');
    await page.drawn();
    expect(page.text('cat-model-shelf')).toContain('The files of Small are deleted.');
    expect(page.text('cat-model-shelf')).not.toContain('ready offline');
    shelf.here.set('Small-q4f32_1-MLC', { state: 'whole', bytes: 9e8 });
    await open(shelf);
    await page.click('Load Small');
    expect(page.lab.loads).toHaveLength(1);
  });

  test('are found by a part of their name', async () => {
    await open(new HandShelf(offer('Llama-8B'), offer('Qwen3-4B')));
    const field = page.find<HTMLInputElement>('#search');
    field.value = 'qwen 4b';
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await page.drawn();
    expect(names()).toEqual(['Qwen3-4B']);
  });

  test('bring the settings that the paper used with them', async () => {
    const preset = { temperature: 0.7, topK: 20, topP: 0.8, maxTokens: 1536 };
    const small = offer('Small', { preset });
    await open(new HandShelf({ ...small, spec: { ...small.spec, preset } }));
    await page.click('Load Small');
    await page.click('Fetch and load');
    page.lab.ready(loadedModel({ ...small.spec, preset }));
    await page.drawn();
    expect(page.find<HTMLInputElement>('#topK').value).toBe('20');
    expect(page.find<HTMLInputElement>('#maxTokens').value).toBe('1536');
  });

  test('say why none can run where there is no graphics processor', async () => {
    page = await openPage();
    page.app.shelf = new HandShelf(offer('Small'));
    page.app.noGpu = { kind: 'no-webgpu', reason: 'this browser does not offer WebGPU' };
    page.lab.ready();
    await page.drawn();
    expect(page.text('cat-model-shelf')).toContain('This browser does not offer WebGPU.');
    expect(names()).toEqual([]);
    expect(page.text('cat-model-status')).toContain('No graphics processor in use.');
  });
});
