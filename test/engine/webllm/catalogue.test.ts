import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { cataloguePath, readPrebuilt } from '../../../bin/catalogue.ts';
import { catalogue } from '../../../src/engine/webllm/catalogue.ts';
import { modelFolder, otherPlaces } from '../../../src/engine/webllm/places.ts';

const laptop = { halfPrecision: true, memoryGib: 8 };

describe('the catalogue of compiled models', () => {
  test('is what the pinned web-llm has', async () => {
    expect(JSON.parse(await readFile(cataloguePath, 'utf8'))).toEqual(readPrebuilt());
  });

  test('names each model once, in the precision of the device', () => {
    const half = catalogue(laptop);
    const full = catalogue({ ...laptop, halfPrecision: false });
    expect(new Set(half.map(({ name }) => name)).size).toBe(half.length);
    const id = (offers: typeof half): string | undefined =>
      offers.find(({ name }) => name === 'Llama-3.2-1B-Instruct')?.spec.id;
    expect(id(half)).toBe('Llama-3.2-1B-Instruct-q4f16_1-MLC');
    expect(id(full)).toBe('Llama-3.2-1B-Instruct-q4f32_1-MLC');
    for (const { spec } of full) expect(spec.id).toMatch(/f32/);
  });

  test('puts the paper’s models and then the largest that is likely to fit first, what hardly fits last', () => {
    const offers = catalogue(laptop);
    const fits = offers.map(({ fit }) => fit);
    expect(fits[0]).toBe('likely');
    expect(fits.at(-1)).toBe('hardly');
    expect(offers[0]?.memoryMb).toBeLessThanOrEqual(4096);
    const order = ['likely', 'perhaps', 'hardly'];
    expect(fits).toEqual([...fits].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
    expect(offers[0]?.name).toBe('Qwen3-4B');
    const rest = offers.filter(({ fit, preset }) => fit === 'likely' && preset === null);
    const sizes = rest.map(({ memoryMb }) => memoryMb);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });

  test('offers more to a machine with more memory', () => {
    const likely = (memoryGib: number | null): number =>
      catalogue({ ...laptop, memoryGib }).filter(({ fit }) => fit === 'likely').length;
    expect(likely(4)).toBeLessThan(likely(8));
    expect(likely(null)).toBe(likely(8));
  });

  test('gives the models of the paper its settings', () => {
    const preset = (name: string) => catalogue(laptop).find((offer) => offer.name === name)?.preset;
    expect(preset('Qwen3-4B')).toEqual({ temperature: 0.7, topK: 20, topP: 0.8, maxTokens: 1536 });
    expect(preset('Llama-3.1-8B-Instruct')).toMatchObject({ topK: 50, topP: 0.9 });
    expect(preset('Qwen3-8B')).toBeNull();
  });

  test('names a licence for the families that people know', () => {
    for (const { name, licence } of catalogue(laptop)) {
      if (/^(Llama|Qwen|gemma|SmolLM2|Phi)/.test(name)) expect(licence).not.toBe('see its page');
    }
  });
});

describe('the places of a model’s files', () => {
  const list = { records: [{ dataPath: 'params_shard_0.bin', nbytes: 7 }] };
  const config = { tokenizer_files: ['tokenizer.model', 'tokenizer.json'] };

  test('are where web-llm looks', () => {
    expect(modelFolder('https://h.example/a/b')).toBe('https://h.example/a/b/resolve/main/');
    expect(modelFolder('https://h.example/a/b/resolve/v2/')).toBe('https://h.example/a/b/resolve/v2/');
    const folder = 'https://h.example/a/resolve/main/';
    expect(otherPlaces(config, list, folder, 'https://h.example/a.wasm')).toEqual([
      { name: 'tokenizer.json', url: `${folder}tokenizer.json`, scope: 'model', bytes: null },
      { name: 'library', url: 'https://h.example/a.wasm', scope: 'wasm', bytes: null },
      { name: 'params_shard_0.bin', url: `${folder}params_shard_0.bin`, scope: 'model', bytes: 7 },
    ]);
  });

  test('come with the digest that the list has', () => {
    const md5sum = 'D41D8CD98F00B204E9800998ECF8427E';
    const records = [{ dataPath: 'a.bin', nbytes: 0, md5sum }, { dataPath: 'b.bin', nbytes: 1, md5sum: 3 }];
    const places = otherPlaces(config, { records }, 'https://h.example/a/', 'https://h.example/a.wasm');
    expect(places?.map(({ md5 }) => md5)).toEqual([
      ...[undefined, undefined, md5sum.toLowerCase(), undefined],
    ]);
  });

  test.each([
    [null, list],
    [{ tokenizer_files: ['vocab.txt'] }, list],
    [config, { records: [] }],
    [config, { records: [{ dataPath: 3, nbytes: 7 }] }],
    [config, 'no list'],
    [config, { records: [{ dataPath: 'https://other.example/shard.bin', nbytes: 7 }] }],
    [config, { records: [{ dataPath: '../other/shard.bin', nbytes: 7 }] }],
    [config, { records: [{ dataPath: 'shard.bin?to=other', nbytes: 7 }] }],
    [config, { records: [{ dataPath: 'tokenizer.json', nbytes: 7 }] }],
  ])('are unknown where the lists cannot be read, or lead elsewhere', (wrongConfig, wrongList) => {
    expect(otherPlaces(wrongConfig, wrongList, 'https://h.example/a/', 'l')).toBeNull();
  });
});
