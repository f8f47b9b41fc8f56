import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { EngineClient } from '../../src/engine/client.ts';
import type { LoadedModel, ModelSpec } from '../../src/engine/model.ts';
import type { SampleEvent, SampleRequest } from '../../src/engine/sample.ts';
import { collect, scriptedCapabilities } from '../kit/engine.ts';
import { FarEnd } from '../kit/far-end.ts';

const spec: ModelSpec = { id: 'm', engine: 'wllama', urls: ['m.gguf'], chat: 'general' };
const model: LoadedModel = {
  spec,
  revision: 'r',
  bytes: 1,
  capabilities: scriptedCapabilities,
  calibration: [],
};
const request: SampleRequest = {
  messages: [{ role: 'user', content: 'q' }],
  sampling: { temperature: 1, topP: 1, topK: 0, maxTokens: 9 },
  seed: 1,
};

let ends: FarEnd[] = [];
let client: EngineClient;

beforeEach(() => {
  ends = [];
  client = new EngineClient({
    id: 'wllama',
    baseUrl: () => 'https://here.example/app/',
    allowHost: (host) => host === 'there.example',
    start: () => {
      const end = new FarEnd();
      ends.push(end);
      return end;
    },
  });
});
afterEach(() => {
  for (const end of ends) end.close();
});

const far = (place = -1): FarEnd => {
  const end = ends.at(place);
  if (end === undefined) throw new Error('no worker was started');
  return end;
};

async function load(): Promise<FarEnd> {
  const loading = client.load(spec);
  const { call } = await far().next('load');
  far().say({ kind: 'loaded', call, model });
  await loading;
  return far();
}

const kinds = (events: readonly SampleEvent[]): string[] =>
  events.map((event) =>
    event.kind === 'token' ? event.text : `${event.index}:${event.completion.stop}`,
  );

describe('a load', () => {
  test('sends absolute URLs and keeps the spec as it was given', async () => {
    const loading = client.load(spec);
    const { call, spec: sent } = await far().next('load');
    expect(sent.urls).toEqual(['https://here.example/app/m.gguf']);
    far().say({ kind: 'loaded', call, model: { ...model, spec: sent } });
    expect(await loading).toEqual({ ok: true, value: model });
    expect(client.loaded?.spec).toEqual(spec);
  });

  test('reports progress of its own call only', async () => {
    const seen: number[] = [];
    const loading = client.load(spec, {
      onProgress: (step) => seen.push(step.stage === 'fetch' ? step.bytes : -1),
    });
    const { call } = await far().next('load');
    const progress = (of: number, bytes: number): void =>
      far().say({ kind: 'progress', call: of, progress: { stage: 'fetch', bytes, totalBytes: 9 } });
    progress(call, 3);
    progress(call + 1, 5);
    far().say({ kind: 'loaded', call, model });
    await loading;
    expect(seen).toEqual([3]);
  });

  test('that fails ends its worker and tells the fault', async () => {
    const loading = client.load(spec);
    const { call } = await far().next('load');
    const fault = { kind: 'model-corrupt', model: 'm', reason: 'cut short' } as const;
    far().say({ kind: 'failed', call, fault });
    expect(await loading).toEqual({ ok: false, fault });
    expect(far().terminated).toBe(true);
  });

  test('aborted is null at once and ends its worker', async () => {
    const abort = new AbortController();
    const loading = client.load(spec, { signal: abort.signal });
    abort.abort();
    expect(await loading).toBeNull();
    expect(far().terminated).toBe(true);
  });

  test('superseded is null, and its late answer changes nothing', async () => {
    const first = client.load(spec);
    const { call } = await far(0).next('load');
    const second = client.load({ ...spec, id: 'other' });
    expect(await first).toBeNull();
    far(0).say({ kind: 'loaded', call, model });
    const next = await far(1).next('load');
    far(1).say({ kind: 'loaded', call: next.call, model });
    expect(await second).toMatchObject({ value: { spec: { id: 'other' } } });
  });

  test('from a host that nobody confirmed starts no worker', async () => {
    const refused = await client.load({ ...spec, urls: ['https://elsewhere.example/m.gguf'] });
    expect(refused).toMatchObject({ ok: false, fault: { kind: 'host-refused' } });
    expect(ends).toEqual([]);
  });

  test('from a confirmed host goes there', async () => {
    void client.load({ ...spec, urls: ['https://there.example/m.gguf'] });
    expect((await far().next('load')).spec.urls).toEqual(['https://there.example/m.gguf']);
  });

  test('whose worker dies is a fault, and another load starts a fresh worker', async () => {
    const loading = client.load(spec);
    far().die('out of memory');
    const fault = { kind: 'worker-died', engine: 'wllama', reason: 'out of memory' };
    expect(await loading).toEqual({ ok: false, fault });
    await load();
    expect(ends).toHaveLength(2);
    expect(client.loaded).toEqual(model);
  });
});

describe('a sample', () => {
  test('streams tokens and writes the completion from them', async () => {
    const end = await load();
    const events = collect(client.sample([request]));
    const { call } = await end.next('sample');
    end.say({
      kind: 'events',
      call,
      events: [
        { kind: 'begun', index: 0, promptTokens: 7 },
        { kind: 'token', index: 0, text: 'a', logprob: -1 },
        { kind: 'token', index: 0, text: 'b', logprob: -2 },
        { kind: 'ended', index: 0, stop: 'end', seconds: 3 },
      ],
    });
    const completion = {
      text: 'ab',
      tokens: 2,
      promptTokens: 7,
      logprobs: [-1, -2],
      stop: 'end',
      seconds: 3,
    };
    expect((await events).at(-1)).toEqual({ kind: 'done', index: 0, completion });
  });

  test('drops what comes after a request has ended', async () => {
    const end = await load();
    const one = new AbortController();
    const events = collect(client.sample([{ ...request, signal: one.signal }, request]));
    const { call } = await end.next('sample');
    one.abort();
    expect(await end.next('abort')).toEqual({ kind: 'abort', call, index: 0 });
    end.say({
      kind: 'events',
      call,
      events: [
        { kind: 'token', index: 0, text: 'late', logprob: -1 },
        { kind: 'ended', index: 0, stop: 'end', seconds: 1 },
        { kind: 'token', index: 1, text: 'b', logprob: -1 },
        { kind: 'ended', index: 1, stop: 'length', seconds: 1 },
      ],
    });
    expect(kinds(await events)).toEqual(['0:aborted', 'b', '1:length']);
  });

  test('aborted as a whole ends at once, without waiting for the worker', async () => {
    const end = await load();
    const abort = new AbortController();
    const events = collect(client.sample([request, request], abort.signal));
    const { call } = await end.next('sample');
    abort.abort();
    expect(kinds(await events)).toEqual(['0:aborted', '1:aborted']);
    expect(await end.next('abort')).toEqual({ kind: 'abort', call, index: null });
  });

  test('tells the worker when its reader leaves', async () => {
    const end = await load();
    const reading = (async () => {
      for await (const event of client.sample([request, request])) {
        if (event.kind === 'token') break;
      }
    })();
    const { call } = await end.next('sample');
    end.say({
      kind: 'events',
      call,
      events: [{ kind: 'token', index: 0, text: 'a', logprob: -1 }],
    });
    await reading;
    expect(await end.next('abort')).toEqual({ kind: 'abort', call, index: null });
  });

  test('hands on the fault of one request and goes on with the others', async () => {
    const end = await load();
    const events = collect(client.sample([request, request]));
    const { call } = await end.next('sample');
    const fault = { kind: 'engine-failed', engine: 'wllama', reason: 'bytes' } as const;
    end.say({
      kind: 'events',
      call,
      events: [
        { kind: 'faulted', index: 1, fault, seconds: 1 },
        { kind: 'ended', index: 0, stop: 'end', seconds: 1 },
      ],
    });
    const [first, second] = await events;
    expect(first).toMatchObject({ kind: 'fault', index: 1, fault });
    expect(second).toMatchObject({ kind: 'done', index: 0 });
  });
});

describe('a worker that dies', () => {
  test('faults every open request, keeps its tokens, and fails every count', async () => {
    const end = await load();
    const events = collect(client.sample([request, request]));
    const other = collect(client.sample([request]));
    const counted = client.countTokens(request.messages);
    const { call } = await end.next('sample');
    end.say({
      kind: 'events',
      call,
      events: [
        { kind: 'ended', index: 1, stop: 'end', seconds: 1 },
        { kind: 'token', index: 0, text: 'a', logprob: -1 },
      ],
    });
    await end.next('count');
    // What the worker said before it died has crossed by the time that an echo has.
    const echo = client.countTokens(request.messages);
    end.say({ kind: 'counted', call: (await end.next('count')).call, tokens: 1 });
    await echo;
    end.die('gone');
    const fault = { kind: 'worker-died', engine: 'wllama', reason: 'gone' };
    expect((await events).at(-1)).toMatchObject({ index: 0, fault, completion: { text: 'a' } });
    expect(kinds(await events)).toEqual(['1:end', 'a', '0:fault']);
    expect(kinds(await other)).toEqual(['0:fault']);
    expect(await counted).toEqual({ ok: false, fault });
    expect(client.loaded).toBeNull();
    expect(end.terminated).toBe(true);
  });

  test('is noticed once: words about it after a new load change nothing', async () => {
    const old = await load();
    await load();
    old.die('late');
    expect(client.loaded).toEqual(model);
  });
});

describe('a worker that falls silent', () => {
  afterEach(() => vi.useRealTimers());

  test('is taken for dead, and everything that waits for it faults', async () => {
    const end = await load();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const events = collect(client.sample([request]));
    await end.next('sample');
    vi.advanceTimersByTime(120_000);
    const fault = { kind: 'worker-died', engine: 'wllama', reason: 'it gave no token for 60 seconds' };
    expect(await events).toMatchObject([{ kind: 'fault', fault }]);
    expect(end.terminated).toBe(true);
  });

  test('is given more time for a longer prompt', async () => {
    const end = await load();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const long = { ...request, messages: [{ role: 'user', content: 'x'.repeat(5000) }] as const };
    void collect(client.sample([long]));
    await end.next('sample');
    vi.advanceTimersByTime(150_000);
    expect(client.loaded).toEqual(model);
    vi.advanceTimersByTime(20_000);
    expect(client.loaded).toBeNull();
  });
});

test('an engine that says it is lost faults what waits for it, and is unloaded', async () => {
  const end = await load();
  const events = collect(client.sample([request]));
  await end.next('sample');
  const fault = { kind: 'device-lost', reason: 'the driver was reset' } as const;
  end.say({ kind: 'lost', fault });
  expect(await events).toMatchObject([{ kind: 'fault', index: 0, fault }]);
  expect(client.loaded).toBeNull();
});

test('unloading ends the worker, and what it was doing is aborted', async () => {
  const end = await load();
  const events = collect(client.sample([request]));
  await end.next('sample');
  await client.unload();
  expect(kinds(await events)).toEqual(['0:aborted']);
  expect(end.terminated).toBe(true);
  expect(await client.countTokens(request.messages)).toMatchObject({ fault: { kind: 'not-loaded' } });
});

describe('a loss', () => {
  const fault = { kind: 'out-of-memory', reason: 'full' } as const;

  test('is remembered with its model and the requests that were open, until the next load', async () => {
    const end = await load();
    expect(client.lost).toBeNull();
    const events = collect(client.sample([request, request, request]));
    const { call } = await end.next('sample');
    end.say({ kind: 'events', call, events: [{ kind: 'ended', index: 1, stop: 'end', seconds: 1 }] });
    end.say({ kind: 'lost', fault });
    await events;
    expect(client.lost).toEqual({ fault, model, atOnce: 2 });
    await load();
    expect(client.lost).toBeNull();
  });

  test('counts no more at once than there were slots', async () => {
    const end = await load();
    const events = collect(client.sample(Array.from({ length: 20 }, () => request)));
    await end.next('sample');
    end.say({ kind: 'lost', fault });
    await events;
    expect(client.lost?.atOnce).toBe(model.capabilities.slots);
  });

  test('is none where the model was let go, or had not been loaded', async () => {
    await load();
    await client.unload();
    expect(client.lost).toBeNull();
    const loading = client.load(spec);
    await far().next('load');
    far().die('gone');
    await loading;
    expect(client.lost).toBeNull();
  });
});

test('wishes for a smaller cache and a graphics processor cross to the worker', async () => {
  void client.load(spec, { slots: 4, cacheTokens: 2048 });
  expect(await far().next('load')).toMatchObject({ slots: 4, cacheTokens: 2048, gpu: 'auto' });
});
