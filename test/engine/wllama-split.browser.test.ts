/** A split GGUF by the address of its first part: the bundled model in three parts, really loaded. */
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { bundledModel } from '../../src/engine/bundled.ts';
import { EngineClient } from '../../src/engine/client.ts';
import type { LoadProgress, ModelSpec } from '../../src/engine/model.ts';
import type { Completion } from '../../src/engine/sample.ts';
import { keptModel, removeKept } from '../../src/engine/wllama/kept.ts';
import { linkWorker } from '../../src/engine/worker-link.ts';
import { splitGguf } from '../kit/gguf-split.ts';
import { easy } from '../kit/easy.ts';
import { all, completionOf } from './conformance.ts';

const address = (part: number): string => `https://models.example/nano-0000${part}-of-00003.gguf`;
const spec: ModelSpec = { id: 'nano', engine: 'wllama', urls: [address(1)], chat: 'nano' };

let parts: Uint8Array<ArrayBuffer>[] = [];
let served = new Map<string, Uint8Array<ArrayBuffer>>();
let stall: string | null = null;
let fetched: string[] = [];
const door = new BroadcastChannel('file-door');
door.addEventListener('message', ({ data }) => fetched.push(String(data)));

beforeAll(async () => {
  const url = new URL(bundledModel.urls[0] ?? '', document.baseURI);
  parts = splitGguf(new Uint8Array(await (await fetch(url)).arrayBuffer()), 3);
});

const engine = new EngineClient({
  id: 'wllama',
  baseUrl: () => document.baseURI,
  allowHost: (host) => host === 'models.example',
  start: () =>
    linkWorker((name) => {
      const worker = new Worker(new URL('../kit/wllama-worker.ts', import.meta.url), {
        type: 'module',
        name,
      });
      worker.postMessage({ files: served, stall });
      return worker;
    }),
});

const serve = (...list: readonly (Uint8Array<ArrayBuffer> | undefined)[]): void => {
  served = new Map();
  list.forEach((part, at) => {
    if (part !== undefined) served.set(address(at + 1), part);
  });
};

afterEach(async () => {
  await engine.unload();
  await removeKept(spec);
  stall = null;
  fetched = [];
});

const answer = async (): Promise<Completion> => {
  const content = `Solve.\n${easy.question}`;
  const sampling = { temperature: 0, topP: 1, topK: 0, maxTokens: 200 };
  const messages = [{ role: 'user' as const, content }];
  return completionOf(await all(engine.sample([{ messages, seed: 1, sampling }])), 0);
};

const load = async (
  model: ModelSpec,
  onProgress: (progress: LoadProgress) => void = () => {},
): Promise<Awaited<ReturnType<typeof engine.load>>> => engine.load(model, { threads: 1, onProgress });

describe('a split GGUF', () => {
  test('loads all its parts by the address of the first, with the bytes of all, and answers', async () => {
    serve(...parts);
    const seen: LoadProgress[] = [];
    const loaded = await load(spec, (progress) => seen.push(progress));
    const total = parts.reduce((sum, part) => sum + part.byteLength, 0);
    expect(loaded).toMatchObject({ ok: true, value: { bytes: total, spec } });
    const fetches = seen.filter((progress) => progress.stage === 'fetch');
    expect(new Set(fetches.map(({ totalBytes }) => totalBytes))).toEqual(new Set([total]));
    expect(fetches.at(-1)).toMatchObject({ bytes: total, files: { done: 2, all: 3 } });
    const split = await answer();
    expect(split).toMatchObject({ stop: 'end', text: expect.stringMatching(/answer is \d/) });
    await load({ ...bundledModel, id: 'whole' });
    expect((await answer()).text).toBe(split.text);
  });

  test('goes on at the part where a cancelled download stopped, and then is whole', async () => {
    serve(...parts);
    stall = address(2);
    const controller = new AbortController();
    const cancelled = await engine.load(spec, {
      threads: 1,
      signal: controller.signal,
      onProgress: (progress) => {
        const isHalfway = progress.stage === 'fetch' && progress.files?.done === 1;
        if (isHalfway && progress.bytes > (parts[0]?.byteLength ?? 0)) controller.abort();
      },
    });
    expect(cancelled).toBeNull();
    expect(engine.loaded).toBeNull();
    expect(await keptModel(spec)).toEqual({ state: 'part', bytes: parts[0]?.byteLength });
    stall = null;
    fetched = [];
    expect(await load(spec)).toMatchObject({ ok: true });
    expect(fetched).toEqual([address(2), address(3)]);
    expect((await keptModel(spec)).state).toBe('whole');
  });

  test('is not fetched again once it is here, and is the same model', async () => {
    serve(...parts);
    const first = await load(spec);
    fetched = [];
    const second = await load(spec);
    expect(fetched).toEqual([]);
    expect(second).toMatchObject({ ok: true });
    if (first?.ok === true && second?.ok === true) {
      expect(second.value.revision).toBe(first.value.revision);
    }
  });

  test('whose kept part has changed is a fault that fetches nothing, and only then asks for that part', async () => {
    serve(...parts);
    await load(spec);
    const cache = await caches.open('gguf/model');
    const kept = await cache.match(address(2));
    const changed = parts[1]?.slice().fill(7, -8);
    await cache.put(address(2), new Response(changed, { headers: kept?.headers ?? {} }));
    fetched = [];
    expect(await load(spec)).toEqual({
      ok: false,
      fault: { kind: 'model-changed', model: 'nano', file: 'nano-00002-of-00003.gguf' },
    });
    expect(fetched).toEqual([]);
    // Now it is seen to be missing, so that the page asks before it loads.
    expect((await keptModel(spec)).state).toBe('part');
    expect(await load(spec)).toMatchObject({ ok: true });
    expect(fetched).toEqual([address(2)]);
  });

  test('with a part that is missing says which', async () => {
    serve(parts[0], undefined, parts[2]);
    expect(await load(spec)).toMatchObject({
      ok: false,
      fault: { kind: 'model-missing', url: address(2), status: 404 },
    });
  });

  test('with a part in the place of another is corrupt', async () => {
    serve(parts[0], parts[2], parts[1]);
    expect(await load(spec)).toMatchObject({
      ok: false,
      fault: { kind: 'model-corrupt', reason: 'in the place of part 2 stands part 3' },
    });
  });

  test('given by another part than the first is corrupt, and says what to give', async () => {
    serve(...parts);
    expect(await load({ ...spec, urls: [address(2)] })).toMatchObject({
      ok: false,
      fault: {
        kind: 'model-corrupt',
        reason: 'the file is split in 3, and 1 came; give the address of the first part',
      },
    });
  });
});
