/** wllama held to the engine's contract with the bundled model, and to what only it can suffer. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { sha256 } from '../../src/base/hash.ts';
import { bundledModel } from '../../src/engine/bundled.ts';
import type { Engine } from '../../src/engine/engine.ts';
import type { ModelSpec } from '../../src/engine/model.ts';
import type { SampleRequest } from '../../src/engine/sample.ts';
import { createWllamaEngine } from '../../src/engine/wllama/engine.ts';
import { thinkingTemplate, tinyGguf } from '../kit/gguf.ts';
import { easy } from '../kit/easy.ts';
import { all, completionOf, conformance } from './conformance.ts';

conformance('wllama', () => createWllamaEngine(), bundledModel, {
  prompt: `Solve.\n${easy.question}`,
  minSlots: 4,
  grammar: true,
});

const urls: string[] = [];
const engines: Engine[] = [];

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.unload();
  for (const url of urls.splice(0)) URL.revokeObjectURL(url);
});

function make(): Engine {
  const engine = createWllamaEngine();
  engines.push(engine);
  return engine;
}

function specOf(...parts: Uint8Array<ArrayBuffer>[]): ModelSpec {
  const made = parts.map((part) => URL.createObjectURL(new Blob([part])));
  urls.push(...made);
  return { id: 'tiny', engine: 'wllama', urls: made, chat: 'general' };
}

const ask = (seed: number, maxTokens = 40, content = 'hello'): SampleRequest => ({
  messages: [{ role: 'user', content }],
  seed,
  sampling: { temperature: 1, topP: 1, topK: 0, maxTokens },
});

describe('a model file', () => {
  test('cut short is corrupt', async () => {
    const loaded = await make().load(specOf(tinyGguf().subarray(0, 100_000)));
    expect(loaded).toEqual({
      ok: false,
      fault: { kind: 'model-corrupt', model: 'tiny', reason: 'the file is cut short' },
    });
  });

  test('cut within its header is corrupt', async () => {
    const loaded = await make().load(specOf(tinyGguf().subarray(0, 500)));
    expect(loaded).toMatchObject({ ok: false, fault: { reason: 'the file is cut short' } });
  });

  test('that is something else is corrupt', async () => {
    const loaded = await make().load(specOf(new TextEncoder().encode('PK and so on')));
    expect(loaded).toMatchObject({
      ok: false,
      fault: { kind: 'model-corrupt', reason: 'the file is not a GGUF file' },
    });
  });

  test('in whose place a server sends its start page is corrupt, and says so', async () => {
    const page = new TextEncoder().encode('<!doctype html><title>Not found</title>');
    const loaded = await make().load(specOf(page));
    expect(loaded).toMatchObject({
      ok: false,
      fault: { kind: 'model-corrupt', reason: 'the server sent a web page instead of the file' },
    });
  });

  test('that is not there is missing, with its address', async () => {
    const spec = specOf(tinyGguf());
    const url = spec.urls[0] ?? '';
    URL.revokeObjectURL(url);
    expect(await make().load(spec)).toEqual({
      ok: false,
      fault: { kind: 'model-missing', model: 'tiny', url, status: 0 },
    });
  });

  test('with another hash than the one asked for is corrupt', async () => {
    const loaded = await make().load({ ...specOf(tinyGguf()), sha256: '0'.repeat(64) });
    expect(loaded).toMatchObject({ ok: false, fault: { kind: 'model-corrupt' } });
  });

  test('that llama.cpp does not know is unsupported', async () => {
    const file = tinyGguf();
    const text = new TextDecoder('latin1').decode(file);
    for (let at = text.indexOf('llama'); at !== -1; at = text.indexOf('llama', at + 1)) {
      file.set(new TextEncoder().encode('lllll'), at);
    }
    const loaded = await make().load(specOf(file));
    expect(loaded).toMatchObject({ ok: false, fault: { kind: 'model-unsupported' } });
  });

  test('whose revision is its own SHA-256, loads again after a failed load', async () => {
    const engine = make();
    const file = tinyGguf();
    await engine.load(specOf(file.subarray(0, 100)));
    const loaded = await engine.load({ ...specOf(file), sha256: await sha256(file) });
    expect(loaded).toMatchObject({ ok: true, value: { revision: await sha256(file) } });
    const events = await all(engine.sample([ask(1, 5)]));
    expect(completionOf(events, 0).tokens).toBeGreaterThan(0);
  });
});

describe('a model that thinks before it answers', () => {
  test('is told not to: its reply begins with an empty thought', async () => {
    const tokens = async (template?: string): Promise<number> => {
      const engine = make();
      await engine.load(specOf(tinyGguf(template === undefined ? {} : { template })), { threads: 1 });
      const counted = await engine.countTokens([{ role: 'user', content: 'hello' }]);
      return counted.ok ? counted.value : NaN;
    };
    // Each of its letters is a token.
    expect((await tokens(thinkingTemplate)) - (await tokens())).toBe('<think>\n\n</think>\n\n'.length);
  });
});

describe('threads', () => {
  test('set to one give one, and still four slots', async () => {
    const loaded = await make().load(specOf(tinyGguf()), { threads: 1 });
    expect(loaded).toMatchObject({ ok: true, value: { capabilities: { threads: 1, slots: 4 } } });
  });

  test('are never more than the machine has when they are measured', async () => {
    const loaded = await make().load(specOf(tinyGguf()));
    const threads = loaded?.ok === true ? loaded.value.capabilities.threads : NaN;
    expect(threads).toBeLessThanOrEqual(navigator.hardwareConcurrency);
  });

  test('wanted slots are given up to sixteen', async () => {
    const engine = make();
    await engine.load(specOf(tinyGguf()), { threads: 2, slots: 16 });
    expect(engine.loaded?.capabilities.slots).toBe(16);
    const prompts = Array.from({ length: 20 }, (_, i) => ask(i, 8, `hello ${i}`));
    const events = await all(engine.sample(prompts));
    expect(events.filter((event) => event.kind === 'done')).toHaveLength(20);
  });
});

describe('a model that writes broken UTF-8', () => {
  test('costs the request that wrote it, never the engine', async () => {
    const engine = make();
    await engine.load(specOf(tinyGguf({ brokenText: true })));
    const events = await all(engine.sample(Array.from({ length: 8 }, (_, i) => ask(i, 60))));
    const ends = events.filter((event) => event.kind !== 'token');
    expect(ends).toHaveLength(8);
    const faults = ends.flatMap((event) => (event.kind === 'fault' ? [event.fault] : []));
    expect(faults.length).toBeGreaterThan(0);
    for (const fault of faults) {
      expect(fault).toMatchObject({
        kind: 'engine-failed',
        reason: 'the model wrote bytes that are not UTF-8 text',
      });
    }
    // What came before the broken bytes is kept.
    expect(ends.some((event) => event.completion.tokens > 0)).toBe(true);
    const again = await all(engine.sample([ask(1, 1), ask(2, 1), ask(3, 1)]));
    expect(again.filter((event) => event.kind !== 'token')).toHaveLength(3);
  });
});

describe('a worker that is gone', () => {
  afterEach(() => vi.unstubAllGlobals());

  test('rejects everything pending, and a new load works', async () => {
    const workers: Worker[] = [];
    const Original = Worker;
    vi.stubGlobal(
      'Worker',
      class extends Original {
        constructor(url: string | URL, options?: WorkerOptions) {
          super(url, options);
          workers.push(this);
        }
      },
    );
    const engine = make();
    await engine.load(specOf(tinyGguf()));
    const requests = Array.from({ length: 8 }, (_, i) => ask(i, 400));
    const events = [];
    let counted: ReturnType<Engine['countTokens']> | null = null;
    for await (const event of engine.sample(requests)) {
      events.push(event);
      if (event.kind !== 'token' || counted !== null) continue;
      workers[0]?.terminate();
      counted = engine.countTokens([{ role: 'user', content: 'pending' }]);
    }
    const faults = events.filter((event) => event.kind === 'fault');
    expect(faults.length).toBeGreaterThan(0);
    expect(faults[0]).toMatchObject({ fault: { kind: 'worker-died', engine: 'wllama' } });
    expect(await counted).toMatchObject({ ok: false, fault: { kind: 'worker-died' } });
    expect(engine.loaded).toBeNull();
    expect(await engine.load(specOf(tinyGguf()))).toMatchObject({ ok: true });
  });
});
