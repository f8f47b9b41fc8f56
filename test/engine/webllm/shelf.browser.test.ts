import { afterEach, describe, expect, test, vi } from 'vitest';
import { sha256 } from '../../../src/base/hash.ts';
import type { ModelSpec } from '../../../src/engine/model.ts';
import type { CheckedFile, CheckProgress } from '../../../src/engine/webllm/offer.ts';
import { bytesHeader, hashHeader, scopes, type Scope } from '../../../src/engine/webllm/places.ts';
import { createShelf } from '../../../src/engine/webllm/shelf.ts';

const folder = 'https://models.example/small/resolve/main/';
const library = 'https://libraries.example/small.wasm';
const spec: ModelSpec = {
  ...{ id: 'small', engine: 'webllm', chat: 'general' },
  ...{ urls: ['https://models.example/small'], library },
};
const preflight = { adapter: null, shortfalls: [] };
const confirmed = new Set<string>();
const shelf = createShelf({ preflight, memoryGib: 8, allowHost: (host) => confirmed.has(host) });

afterEach(async () => {
  vi.unstubAllGlobals();
  confirmed.clear();
  for (const scope of Object.values(scopes)) await caches.delete(scope);
  await caches.delete('cat-lab/checked');
});

const put = async (scope: Scope, url: string, body: string, headers = {}): Promise<void> =>
  (await caches.open(scopes[scope])).put(url, new Response(body, { headers }));

/** As a download does. */
async function keep(scope: Scope, url: string, body: string): Promise<void> {
  const hash = await sha256(body);
  await put(scope, url, body, { [hashHeader]: hash, [bytesHeader]: String(body.length) });
}

const config = '{"tokenizer_files":["tokenizer.json"]}';
/** MD5 of `four` and of `five!`. */
const md5 = ['8cbad96aced40b3838dd9f07f6ef5772', 'ec550badc26b54eabf2ed55051f7392d'];
const listOf = (digest = ''): string =>
  JSON.stringify({
    records: [
      { dataPath: 'params_shard_0.bin', nbytes: 4, ...(digest === '' ? {} : { md5sum: digest }) },
      { dataPath: 'params_shard_1.bin', nbytes: 5 },
    ],
  });

const lists = async (list = listOf()): Promise<void> => {
  await keep('config', `${folder}mlc-chat-config.json`, config);
  await keep('model', `${folder}tensor-cache.json`, list);
};

const whole = async (list = listOf()): Promise<void> => {
  await lists(list);
  await keep('model', `${folder}tokenizer.json`, '{}');
  await keep('wasm', library, 'wasm');
  await keep('model', `${folder}params_shard_0.bin`, 'four');
  await keep('model', `${folder}params_shard_1.bin`, 'five!');
};

/** Bytes that are no longer those that came, under the hash of those that did. */
const spoil = async (name: string, body: string): Promise<void> => {
  const cache = await caches.open(scopes.model);
  const { headers } = (await cache.match(`${folder}${name}`))!;
  await cache.put(`${folder}${name}`, new Response(body, { headers }));
};

const states = (files: readonly CheckedFile[] | null): Record<string, string> =>
  Object.fromEntries((files ?? []).map(({ name, state }) => [name, state]));

describe('the shelf', () => {
  test('has nothing of a model that was never fetched', async () => {
    expect(await shelf.kept(spec)).toEqual({ state: 'none', bytes: 0 });
    expect(await caches.has(scopes.config)).toBe(false);
  });

  test('calls a model whole only with every file as a download leaves it', async () => {
    await whole();
    await (await caches.open(scopes.model)).delete(`${folder}params_shard_0.bin`);
    expect((await shelf.kept(spec)).state).toBe('part');
    // Put there by somebody else, without a check.
    await put('model', `${folder}params_shard_0.bin`, 'four');
    expect((await shelf.kept(spec)).state).toBe('part');
    await keep('model', `${folder}params_shard_0.bin`, 'four');
    const kept = await shelf.kept(spec);
    expect(kept.state).toBe('whole');
    expect(kept.bytes).toBeGreaterThan(100);
  });

  test('deletes all files of a model, or those that are named, and none of another', async () => {
    await whole();
    await keep('model', 'https://models.example/other/params_shard_0.bin', 'else');
    await shelf.remove(spec, ['params_shard_1.bin']);
    expect((await shelf.kept(spec)).state).toBe('part');
    expect(await (await caches.open(scopes.model)).keys()).toHaveLength(4);
    await shelf.remove(spec);
    expect(await shelf.kept(spec)).toEqual({ state: 'none', bytes: 0 });
    expect(await (await caches.open(scopes.model)).keys()).toHaveLength(1);
  });
});

describe('verifying a model', () => {
  test('reads every file again, and only then it counts as checked', async () => {
    await whole();
    expect((await shelf.kept(spec)).state).toBe('whole');
    const told: CheckProgress[] = [];
    const files = await shelf.check(spec, { onProgress: (at) => told.push(at) });
    expect(files).toHaveLength(6);
    expect(new Set(Object.values(states(files)))).toEqual(new Set(['digest']));
    expect((await shelf.kept(spec)).state).toBe('checked');
    const last = told.at(-1)!;
    expect([last.done, last.files, last.bytes]).toEqual([6, 6, last.totalBytes]);
    expect(told[0]).toMatchObject({ bytes: 0, done: 0 });
  });

  test('names what has changed, what is cut short and what is missing', async () => {
    await whole();
    await shelf.check(spec);
    await spoil('params_shard_0.bin', 'f0ur');
    await spoil('params_shard_1.bin', 'fiv');
    await (await caches.open(scopes.model)).delete(`${folder}tokenizer.json`);
    expect(states(await shelf.check(spec))).toEqual({
      ...{ 'mlc-chat-config.json': 'digest', 'tensor-cache.json': 'digest', library: 'digest' },
      ...{ 'params_shard_0.bin': 'changed', 'params_shard_1.bin': 'changed' },
      'tokenizer.json': 'missing',
    });
    expect((await shelf.kept(spec)).state).not.toBe('checked');
  });

  test('holds a file to the digest of the list, even where what came was recorded', async () => {
    await whole(listOf(md5[1]));
    expect(states(await shelf.check(spec))).toMatchObject({ 'params_shard_0.bin': 'changed' });
  });

  test('takes a file that somebody else put there where the list vouches for it', async () => {
    await whole(listOf(md5[0]));
    await put('model', `${folder}params_shard_0.bin`, 'four');
    expect((await shelf.kept(spec)).state).toBe('part');
    expect(states(await shelf.check(spec))).toMatchObject({ 'params_shard_0.bin': 'digest' });
    expect((await shelf.kept(spec)).state).toBe('checked');
  });

  test('says honestly where only a size, or nothing, could be compared', async () => {
    await whole();
    await put('model', `${folder}params_shard_0.bin`, 'four');
    await put('model', `${folder}tokenizer.json`, '{}');
    expect(states(await shelf.check(spec))).toMatchObject({
      ...{ 'params_shard_0.bin': 'size', 'tokenizer.json': 'unknown' },
    });
    expect((await shelf.kept(spec)).state).toBe('part');
  });

  test('says that the list is broken where it cannot be read, and looks no further', async () => {
    await whole();
    await spoil('tensor-cache.json', '{"records":');
    expect(states(await shelf.check(spec))).toEqual({
      ...{ 'mlc-chat-config.json': 'changed', 'tensor-cache.json': 'changed' },
    });
  });

  test('ends at Stop within a file, and says nothing', async () => {
    await whole();
    const stop = new AbortController();
    const onProgress = ({ done }: CheckProgress): void => {
      if (done === 2) stop.abort();
    };
    expect(await shelf.check(spec, { signal: stop.signal, onProgress })).toBeNull();
    expect((await shelf.kept(spec)).state).toBe('whole');
  });

  test('counts no longer once a file has come anew', async () => {
    await whole();
    await shelf.check(spec);
    await keep('model', `${folder}params_shard_0.bin`, 'FOUR');
    expect((await shelf.kept(spec)).state).toBe('whole');
  });
});

describe('the size of a download', () => {
  /** Hosts that answer; the tokenizer's tells its size, the library's does not. */
  const serve = (list = listOf()): string[] => {
    const asked: string[] = [];
    vi.stubGlobal('fetch', (url: string, { method }: RequestInit) => {
      asked.push(`${method} ${url}`);
      if (url.endsWith('config.json')) return Promise.resolve(new Response(config));
      if (url.endsWith('tensor-cache.json')) return Promise.resolve(new Response(list));
      if (url === library) return Promise.resolve(new Response(null, { status: 405 }));
      return Promise.resolve(new Response(null, { headers: { 'content-length': '700' } }));
    });
    return asked;
  };
  const confirm = (): void => ['models.example', 'libraries.example'].forEach((host) => confirmed.add(host));

  test('is asked of no host that was not confirmed', async () => {
    const asked = serve();
    confirmed.add('models.example');
    expect(await shelf.size(spec)).toEqual({ ok: false, fault: { kind: 'host-refused', url: library } });
    expect(asked).toEqual([]);
  });

  test('is exact by the list and its own length; the rest by a word of the host, else named', async () => {
    const asked = serve();
    confirm();
    const size = await shelf.size(spec);
    const bytes = config.length + listOf().length + 700 + 4 + 5;
    expect(size).toMatchObject({ ok: true, value: { bytes, here: 0, files: 6, unknown: ['library'] } });
    // Of what is large nothing was fetched.
    expect(asked.filter((one) => one.startsWith('GET'))).toHaveLength(2);
    expect(asked.some((one) => one.includes('shard'))).toBe(false);
  });

  test('leaves out what is here', async () => {
    serve();
    confirm();
    await whole();
    await shelf.remove(spec, ['params_shard_1.bin']);
    expect(await shelf.size(spec)).toMatchObject({ ok: true, value: { bytes: 5, files: 1, unknown: [] } });
  });

  test('is a fault where the list is missing, or no list', async () => {
    confirm();
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 404 })));
    const missing = { kind: 'model-missing', status: 404 };
    expect(await shelf.size(spec)).toMatchObject({ ok: false, fault: missing });
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('<!doctype html>')));
    expect(await shelf.size(spec)).toMatchObject({ ok: false, fault: { kind: 'model-corrupt' } });
    serve('{"records":[]}');
    expect(await shelf.size(spec)).toMatchObject({ ok: false, fault: { kind: 'model-corrupt' } });
  });
});
