import { afterEach, describe, expect, test } from 'vitest';
import { ggufOffers } from '../../../src/engine/wllama/catalogue.ts';
import { keep, removeKept } from '../../../src/engine/wllama/kept.ts';
import { loadedModel } from '../../kit/lab.ts';
import { expectAccessible, openPage, type Page } from '../page.ts';

let page: Page;
const [gemma] = ggufOffers;
if (gemma === undefined) throw new Error('nothing is offered');
const { spec } = gemma;

afterEach(async () => {
  page.close();
  await removeKept(spec);
});

const open = async (): Promise<void> => {
  page = await openPage();
  page.lab.ready();
  await page.drawn();
  await page.click('Settings');
};

describe('the models for llama.cpp', () => {
  test('name Gemma 3 4B with its size, licence, host and repository, and are accessible', async () => {
    await open();
    const text = page.text('cat-model-ggufs');
    expect(text).toMatch(/gemma-3-4b-it about 1\.9 GB to fetch/i);
    expect(text).toContain('licence: Gemma terms');
    expect(text).toContain('unsloth/gemma-3-4b-it-GGUF at huggingface.co');
    expect(text).toContain('llama-gguf-split');
    await expectAccessible(page);
  });

  test('are fetched only after their host was confirmed, and bring the paper’s settings', async () => {
    await open();
    await page.click('Load gemma-3-4b-it');
    // Whether it is here already, the browser's own file system tells, in its own time.
    await expect.poll(() => page.text('cat-model-ggufs')).toContain('from huggingface.co?');
    expect(page.lab.loads).toHaveLength(0);
    const confirmed: string[] = [];
    page.app.confirmHost = (host) => confirmed.push(host);
    await page.click('Fetch and load it');
    expect(confirmed).toEqual(['huggingface.co']);
    expect(page.lab.loads.map((load) => load.spec)).toEqual([spec]);
    page.lab.ready(loadedModel(spec));
    await page.drawn();
    expect(page.find<HTMLInputElement>('#topK').value).toBe('64');
    expect(page.find<HTMLInputElement>('#maxTokens').value).toBe('1536');
  });

  test('say on which device they run, and why not on the graphics processor', async () => {
    await open();
    const loaded = loadedModel(spec);
    page.lab.ready({ ...loaded, capabilities: { ...loaded.capabilities, device: 'gpu' } });
    await page.drawn();
    expect(page.text('cat-model-status')).toContain('GPU');
    page.lab.ready({ ...loaded, gpuRefused: 'the model could not be started on it: no memory' });
    await page.drawn();
    expect(page.text('cat-model-status')).toContain('CPU');
    expect(page.text('cat-model-status')).toContain(
      'No graphics processor in use. The model could not be started on it: no memory.',
    );
  });

  test('load without a question where they are here, and can be deleted', async () => {
    await keep(spec.urls[0] ?? '', { blob: new Blob(['GGUF']), sha256: 'f'.repeat(64) });
    await open();
    await page.drawn();
    await page.click('Delete the files of gemma-3-4b-it');
    await page.drawn();
    expect(page.text('cat-model-ggufs')).toContain('The files of gemma-3-4b-it are deleted.');
    await keep(spec.urls[0] ?? '', { blob: new Blob(['GGUF']), sha256: 'f'.repeat(64) });
    page.close();
    await open();
    await page.drawn();
    await page.click('Load gemma-3-4b-it');
    expect(page.lab.loads).toHaveLength(1);
  });
});
