import { afterEach, describe, expect, test } from 'vitest';
import type { ModelSpec } from '../../../src/engine/model.ts';
import { bytesHeader, hashHeader, scopes, type Scope } from '../../../src/engine/webllm/places.ts';
import { createShelf } from '../../../src/engine/webllm/shelf.ts';

const folder = 'https://models.example/small/resolve/main/';
const library = 'https://libraries.example/small.wasm';
const spec: ModelSpec = {
  ...{ id: 'small', engine: 'webllm', chat: 'general' },
  ...{ urls: ['https://models.example/small'], library },
};
const shelf = createShelf({ halfPrecision: false, memoryGib: 8 });

afterEach(async () => {
  for (const scope of Object.values(scopes)) await caches.delete(scope);
});

async function keep(scope: Scope, url: string, body: string): Promise<void> {
  const headers = { [hashHeader]: 'checked', [bytesHeader]: String(body.length) };
  await (await caches.open(scopes[scope])).put(url, new Response(body, { headers }));
}

const lists = async (): Promise<void> => {
  await keep('config', `${folder}mlc-chat-config.json`, '{"tokenizer_files":["tokenizer.json"]}');
  await keep(
    'model',
    `${folder}tensor-cache.json`,
    '{"records":[{"dataPath":"params_shard_0.bin","nbytes":4}]}',
  );
};

describe('the shelf', () => {
  test('has nothing of a model that was never fetched', async () => {
    expect(await shelf.kept(spec)).toEqual({ state: 'none', bytes: 0 });
  });

  test('calls a model whole only with every file checked', async () => {
    await lists();
    expect((await shelf.kept(spec)).state).toBe('part');
    await keep('model', `${folder}tokenizer.json`, '{}');
    await keep('wasm', library, 'wasm');
    // Put there by somebody else, without a check.
    const cache = await caches.open(scopes.model);
    await cache.put(`${folder}params_shard_0.bin`, new Response('four'));
    expect((await shelf.kept(spec)).state).toBe('part');
    await keep('model', `${folder}params_shard_0.bin`, 'four');
    const kept = await shelf.kept(spec);
    expect(kept.state).toBe('whole');
    expect(kept.bytes).toBeGreaterThan(100);
  });

  test('deletes all files of a model, and none of another', async () => {
    await lists();
    await keep('model', `${folder}params_shard_0.bin`, 'four');
    await keep('model', 'https://models.example/other/params_shard_0.bin', 'else');
    await shelf.remove(spec);
    expect(await shelf.kept(spec)).toEqual({ state: 'none', bytes: 0 });
    expect(await (await caches.open(scopes.model)).keys()).toHaveLength(1);
  });
});
