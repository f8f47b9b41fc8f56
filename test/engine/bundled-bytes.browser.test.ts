/** Every file of the bundled model, with one byte of it turned over on its way. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { bundledGpuModel, bundledModel } from '../../src/engine/bundled.ts';
import type { ModelSpec } from '../../src/engine/model.ts';
import { scopes } from '../../src/engine/webllm/places.ts';
import { getFiles } from '../../src/engine/webllm/worker/files.ts';
import { fetchModel } from '../../src/engine/wllama/worker/fetch-model.ts';

const adapter = { name: 'Card', isSoftware: false, halfPrecision: false };
const real = globalThis.fetch;

/** Files of a compiled model, with the one byte whose turning leaves what can still be read. */
const compiled = ['mlc-chat-config.json', 'tensor-cache.json', 'tokenizer.json', 'params_shard_0.bin', 'nano.wasm'];

const absolute = (url: string): string => new URL(url, location.href).href;
const whole = (spec: ModelSpec): ModelSpec => ({
  ...spec,
  urls: spec.urls.map(absolute),
  ...(spec.library === undefined ? {} : { library: absolute(spec.library) }),
});

/** From now on this file comes with its middle byte turned over. */
function spoil(name: string): void {
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    const response = await real(url, init);
    if (!url.endsWith(`/${name}`)) return response;
    const bytes = new Uint8Array(await response.arrayBuffer());
    const middle = bytes.length >> 1;
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    return new Response(bytes, { headers: { 'content-type': 'application/octet-stream' } });
  });
}

afterEach(async () => {
  vi.unstubAllGlobals();
  for (const scope of Object.values(scopes)) await caches.delete(scope);
});

describe('the bundled model for the CPU', () => {
  test('is held to its manifest: whole it is taken, with one other byte it is corrupt', async () => {
    expect(await fetchModel(whole(bundledModel), () => {})).toMatchObject({ ok: true });
    spoil('nano.gguf');
    expect(await fetchModel(whole(bundledModel), () => {})).toMatchObject({
      ok: false,
      fault: { kind: 'model-corrupt', model: 'nano', reason: expect.stringContaining('its SHA-256 is') as string },
    });
  });
});

describe('the bundled model for the GPU', () => {
  test('is taken whole', async () => {
    expect(await getFiles(whole(bundledGpuModel), adapter, () => {})).toMatchObject({ ok: true });
  });

  test('has these files and no other', async () => {
    const asked: string[] = [];
    vi.stubGlobal('fetch', (url: string, init?: RequestInit) => {
      asked.push(new URL(url, location.href).pathname.split('/').at(-1) ?? '');
      return real(url, init);
    });
    await getFiles(whole(bundledGpuModel), adapter, () => {});
    expect(asked.sort()).toEqual([...compiled, 'model.json'].sort());
  });

  test.each(compiled)('with one other byte in %s is corrupt', async (name) => {
    spoil(name);
    expect(await getFiles(whole(bundledGpuModel), adapter, () => {})).toMatchObject({
      ok: false,
      fault: { kind: 'model-corrupt', model: 'nano' },
    });
  });
});
