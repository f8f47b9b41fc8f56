import { afterEach, describe, expect, test } from 'vitest';
import type { Shelf } from '../../../src/engine/webllm/offer.ts';
import { loadedModel } from '../../kit/lab.ts';
import { handOffer as offer, HandShelf } from '../../kit/shelf.ts';
import { expectAccessible, openPage, type Page } from '../page.ts';

let page: Page;
afterEach(() => page.close());

const open = async (shelf: Shelf): Promise<void> => {
  page = await openPage();
  page.app.shelf = shelf;
  page.lab.ready();
  await page.drawn();
  await page.click('Settings');
};

const names = (): (string | null)[] => {
  const shelf = page.find('cat-model-shelf').shadowRoot;
  return [...(shelf?.querySelectorAll('.line strong') ?? [])].map((name) => name.textContent);
};

describe('the models for the graphics processor', () => {
  test('stand in their order with what they need, and are accessible', async () => {
    await open(new HandShelf(offer('Small'), offer('Large', { fit: 'hardly', memoryMb: 9216 })));
    expect(names()).toEqual(['Small', 'Large']);
    expect(page.text('cat-model-shelf')).toMatch(/1\.5 GB of graphics memory/);
    expect(page.text('cat-model-shelf')).toMatch(/Large hardly fits/);
    await expectAccessible(page);
  });

  test('load without a question where all files are here, and can be deleted', async () => {
    const shelf = new HandShelf(offer('Small'));
    shelf.here.set('Small-q4f32_1-MLC', { state: 'checked', bytes: 9e8 });
    await open(shelf);
    expect(page.text('cat-model-shelf')).toContain('ready offline (900.0 MB)');
    await page.click('Delete the files of Small');
    await page.drawn();
    expect(page.text('cat-model-shelf')).toContain('The files of Small are deleted.');
    expect(page.text('cat-model-shelf')).not.toContain('ready offline');
    shelf.here.set('Small-q4f32_1-MLC', { state: 'whole', bytes: 9e8 });
    page.close();
    await open(shelf);
    expect(page.text('cat-model-shelf')).toContain('downloaded (900.0 MB), not verified yet');
    expect(page.text('cat-model-shelf')).not.toContain('ready offline');
    await page.click('Load Small');
    expect(page.lab.loads).toHaveLength(1);
  });

  test('ask first where another tab has deleted a file since they were shown', async () => {
    const shelf = new HandShelf(offer('Small'));
    shelf.here.set('Small-q4f32_1-MLC', { state: 'whole', bytes: 9e8 });
    await open(shelf);
    shelf.here.set('Small-q4f32_1-MLC', { state: 'part', bytes: 8e8 });
    await page.click('Load Small');
    await page.drawn();
    expect(page.lab.loads).toEqual([]);
    expect(page.text('cat-download-ask')).toContain('for the list of files?');
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
    await page.click('Ask for the exact size');
    await page.click('Fetch and load');
    page.lab.ready(loadedModel({ ...small.spec, preset }));
    await page.drawn();
    expect(page.find<HTMLInputElement>('#topK').value).toBe('20');
    expect(page.find<HTMLInputElement>('#maxTokens').value).toBe('1536');
  });

  test('say everything that keeps them from running, each with cause and remedy', async () => {
    page = await openPage();
    const shelf = new HandShelf(offer('Small'));
    shelf.preflight = {
      adapter: null,
      shortfalls: [
        { kind: 'limit', limit: 'maxStorageBuffersPerShaderStage', found: 8, needed: 10 },
        { kind: 'limit', limit: 'maxBufferSize', found: 2 ** 20, needed: 2 ** 28 },
      ],
    };
    page.app.shelf = shelf;
    page.app.noGpu = { kind: 'no-webgpu', reason: 'the device offers too little' };
    page.lab.ready();
    await page.drawn();
    await page.click('Settings');
    const text = page.text('cat-model-shelf');
    expect(text).toContain('WebLLM needs 10 buffers (maxStorageBuffersPerShaderStage)');
    expect(text).toContain('WebLLM needs 256 MiB (maxBufferSize); the device offers 1 MiB.');
    expect(text.match(/Update the graphics driver/g)).toHaveLength(2);
    expect(names()).toEqual([]);
    expect(page.text('cat-model-status')).toContain('No graphics processor in use.');
    await expectAccessible(page);
  });

  test('say why none can run where the device itself is not at fault', async () => {
    page = await openPage();
    page.app.shelf = new HandShelf(offer('Small'));
    page.app.noGpu = { kind: 'no-webgpu', reason: 'the bundled model could not be started on it' };
    page.lab.ready();
    await page.drawn();
    expect(page.text('cat-model-shelf')).toContain('The bundled model could not be started on it.');
  });

  test('stand under what is to be known of the device', async () => {
    const shelf = new HandShelf(offer('Small'));
    shelf.preflight = { ...shelf.preflight, shortfalls: [{ kind: 'no-half' }, { kind: 'memory-unknown' }] };
    await open(shelf);
    expect(page.text('cat-model-shelf')).toMatch(/What to know of this device No half precision .*8 GB are assumed/);
  });
});
