/** The files of a compiled model, on their way into the browser's caches and out of them. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Adapter } from '../../../src/engine/adapter.ts';
import type { ModelSpec } from '../../../src/engine/model.ts';
import { scopes, type Scope } from '../../../src/engine/webllm/places.ts';
import { createShelf } from '../../../src/engine/webllm/shelf.ts';
import { getFiles } from '../../../src/engine/webllm/worker/files.ts';

const folder = 'https://models.example/small/resolve/main/';
const library = 'https://models.example/small.wasm';
const spec: ModelSpec = {
  ...{ id: 'small', engine: 'webllm', chat: 'general', library },
  urls: ['https://models.example/small'],
};
const adapter: Adapter = { name: 'Card', isSoftware: false, halfPrecision: false };
const files: Readonly<Record<string, string>> = {
  [`${folder}mlc-chat-config.json`]: '{"tokenizer_files":["tokenizer.json"]}',
  [`${folder}tensor-cache.json`]: '{"records":[{"dataPath":"params_shard_0.bin","nbytes":4}]}',
  [`${folder}tokenizer.json`]: '{}',
  [`${folder}params_shard_0.bin`]: 'four',
  [library]: 'wasm',
};
const shelf = createShelf({
  preflight: { adapter: null, shortfalls: [] },
  memoryGib: 8,
  allowHost: () => true,
});

/** What a server has in the place of those. */
let changed: Record<string, string> = {};
let fetched: string[] = [];
beforeEach(() => {
  fetched = [];
  changed = {};
  vi.stubGlobal('fetch', (url: string, { method = 'GET' }: RequestInit = {}) => {
    if (method === 'GET') fetched.push(url);
    const body = changed[url] ?? files[url];
    return Promise.resolve(new Response(body ?? null, { status: body === undefined ? 404 : 200 }));
  });
});
afterEach(async () => {
  vi.unstubAllGlobals();
  for (const scope of Object.values(scopes)) await caches.delete(scope);
});

const get = (): ReturnType<typeof getFiles> => getFiles(spec, adapter, () => {});

/** Other bytes under the hash of those that came, as a failing disk leaves them. */
async function spoil(scope: Scope, url: string): Promise<void> {
  const cache = await caches.open(scopes[scope]);
  const { headers } = (await cache.match(url))!;
  await cache.put(url, new Response('f0ur', { headers }));
}

describe('the files of a compiled model', () => {
  test('are fetched once, and then are here', async () => {
    const first = await get();
    expect(first.ok && fetched.sort()).toEqual(Object.keys(files).sort());
    expect((await shelf.kept(spec)).state).toBe('whole');
    fetched = [];
    expect(await get()).toEqual(first);
    expect(fetched).toEqual([]);
  });

  test('with a shard that is not what the list says are corrupt, and the shard is not kept', async () => {
    const list = `${folder}tensor-cache.json`;
    const digest = '8cbad96aced40b3838dd9f07f6ef5772';
    const listed = (md5sum: string): string =>
      JSON.stringify({ records: [{ dataPath: 'params_shard_0.bin', nbytes: 4, md5sum }] });
    changed[list] = listed('0'.repeat(32));
    expect(await get()).toMatchObject({
      ok: false,
      fault: { kind: 'model-corrupt', reason: expect.stringContaining('the MD5 of params_shard_0.bin is') as string },
    });
    expect(await (await caches.open(scopes.model)).match(`${folder}params_shard_0.bin`)).toBeUndefined();
    await caches.delete(scopes.model);
    changed[list] = listed(digest);
    expect(await get()).toMatchObject({ ok: true });
  });

  test.each([
    ['a shard', 'model', 'params_shard_0.bin'],
    ['the list itself', 'config', 'mlc-chat-config.json'],
  ] as const)('with %s that has changed are a fault, and nothing is fetched', async (_, scope, name) => {
    await get();
    await spoil(scope, `${folder}${name}`);
    fetched = [];
    const fault = { kind: 'model-changed', model: 'small', file: name };
    expect(await get()).toEqual({ ok: false, fault });
    expect(fetched).toEqual([]);
  });

  test('count one that has changed among those to come, so that the person is asked for it', async () => {
    await get();
    await spoil('model', `${folder}params_shard_0.bin`);
    expect((await shelf.kept(spec)).state).toBe('whole');
    await get();
    expect((await shelf.kept(spec)).state).toBe('part');
    expect(await shelf.size(spec)).toMatchObject({ ok: true, value: { bytes: 4, files: 1 } });
    fetched = [];
    expect(await get()).toMatchObject({ ok: true });
    expect(fetched).toEqual([`${folder}params_shard_0.bin`]);
  });

  test('that somebody else put there were asked for, and are fetched', async () => {
    await get();
    await (await caches.open(scopes.model)).put(`${folder}tokenizer.json`, new Response('{}'));
    fetched = [];
    expect(await get()).toMatchObject({ ok: true });
    expect(fetched).toEqual([`${folder}tokenizer.json`]);
  });
});
