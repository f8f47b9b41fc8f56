/**
 * web-llm held to the engine's contract, and to what only it promises, with the bundled model on
 * whatever WebGPU the browser has: without an adapter these tests fail.
 */
import { CreateMLCEngine, type MLCEngine } from '@mlc-ai/web-llm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { bundledGpuModel } from '../../src/engine/bundled.ts';
import { EngineClient } from '../../src/engine/client.ts';
import type { Engine } from '../../src/engine/engine.ts';
import type { SampleRequest } from '../../src/engine/sample.ts';
import { createWebllmEngine } from '../../src/engine/webllm/engine.ts';
import { linkWorker } from '../../src/engine/worker-link.ts';
import { all, completionOf, conformance } from './conformance.ts';

const questions = [
  'Tom has 12 apples and buys 5 boxes of 6 apples. How many apples has he?',
  'Mia has 7 pens. She gets 3 more and gives 4 away. How many pens does she have?',
  'A farmer has 6 rows of 8 trees. 5 of the trees die. How many trees are left?',
  'Ben reads 12 pages a day for 4 days. How many pages does he read?',
].map((question) => `Solve.\n${question}`);

conformance('webllm', () => createWebllmEngine(), bundledGpuModel, {
  prompt: questions[0] ?? '',
  minSlots: 4,
  grammar: true,
});

const ask = (content: string, rest: Partial<SampleRequest['sampling']> = {}): SampleRequest => ({
  messages: [{ role: 'user', content }],
  seed: 1,
  sampling: { temperature: 0, topP: 1, topK: 0, maxTokens: 32, ...rest },
});

const load = async (engine: Engine): Promise<void> => {
  const loaded = await engine.load(bundledGpuModel);
  if (loaded?.ok !== true) throw new Error(`not loaded: ${JSON.stringify(loaded)}`);
};

/** The bundled model's folder, and what its config says. */
async function bundledConfig(): Promise<{ folder: string; config: Config }> {
  const folder = new URL(bundledGpuModel.urls[0] ?? '', document.baseURI).href;
  const response = await fetch(`${folder}resolve/main/mlc-chat-config.json`);
  return { folder, config: (await response.json()) as Config };
}

interface Config {
  model_type: string;
  readonly model_config: { sliding_window?: number };
  readonly context_window_size: number;
}

/** The engine with another config of the bundled model. */
const withConfig = (config: object): Engine =>
  new EngineClient({
    id: 'webllm',
    baseUrl: () => document.baseURI,
    start: () =>
      linkWorker((name) => {
        const worker = new Worker(new URL('../kit/webllm-worker.ts', import.meta.url), {
          type: 'module',
          name,
        });
        worker.postMessage({ config: JSON.stringify(config) });
        return worker;
      }),
  });

/** web-llm itself, with the bundled model. */
const openOwn = (folder: string): Promise<MLCEngine> =>
  CreateMLCEngine('nano', {
    appConfig: {
      model_list: [
        {
          model: folder,
          model_id: 'nano',
          model_lib: new URL(bundledGpuModel.library ?? '', document.baseURI).href,
        },
      ],
    },
    logLevel: 'SILENT',
  });

describe('webllm, decoding a batch', () => {
  const engine = createWebllmEngine();
  beforeAll(() => load(engine), 180_000);
  afterAll(() => engine.unload());

  test('found by its self-test that the bundled library batches and shares prompts', () => {
    expect(engine.loaded?.capabilities.decoding).toBe('shared-prompt');
  });

  test('more requests than rows take their turns, free and constrained beside each other', async () => {
    const narrow = createWebllmEngine();
    const loaded = await narrow.load(bundledGpuModel, { slots: 2 });
    expect(loaded).toMatchObject({ ok: true, value: { capabilities: { slots: 2 } } });
    const jsonSchema = {
      ...{ type: 'object', properties: { v: { enum: ['yes', 'no'] } } },
      ...{ required: ['v'], additionalProperties: false },
    };
    const [content = ''] = questions;
    const requests = [0, 1, 2, 3, 4].map((index) =>
      index % 2 === 0 ? ask(content) : { ...ask(content), jsonSchema },
    );
    const events = all(narrow.sample(requests));
    const messages = [{ role: 'user' as const, content }];
    const scored = await narrow.score?.([{ messages, continuation: 'The answer is 42.' }]);
    const texts = requests.map((_, index) => index);
    const found = await events;
    for (const index of texts) {
      const { text, stop } = completionOf(found, index);
      if (index % 2 === 0) expect(text).toBe(completionOf(found, 0).text);
      else expect(JSON.parse(text)).toEqual({ v: expect.stringMatching(/yes|no/) });
      expect(stop).not.toBe('fault');
    }
    // Masked logits would be far below this.
    expect(scored?.ok === true && Math.min(...(scored.value[0] ?? []))).toBeGreaterThan(-100);
    await narrow.unload();
  });

  test('one slot decodes one after another through web-llm’s own pipeline where a batch is refused', { timeout: 180_000 }, async () => {
    const { config } = await bundledConfig();
    // A window over some layers is proven in no batch.
    config.model_config.sliding_window = 512;
    expect(config.context_window_size).toBe(4096);
    const single = withConfig(config);
    const { manifest: _manifest, ...spec } = bundledGpuModel;
    const loaded = await single.load(spec);
    expect(loaded).toMatchObject({
      ok: true,
      value: { capabilities: { decoding: 'in-turn', slots: 1 } },
    });
    const alone = await all(single.sample(questions.slice(0, 2).map((question) => ask(question))));
    const batch = await all(engine.sample(questions.slice(0, 2).map((question) => ask(question))));
    for (const index of [0, 1]) {
      expect(completionOf(alone, index).text).toBe(completionOf(batch, index).text);
    }
    await single.unload();
  });

  test('four prompts at once give the texts that each gives alone', async () => {
    const together = await all(engine.sample(questions.map((question) => ask(question))));
    for (const [index, question] of questions.entries()) {
      const alone = completionOf(await all(engine.sample([ask(question)])), 0);
      const beside = completionOf(together, index);
      expect(beside.text).toBe(alone.text);
      beside.logprobs.forEach((value, at) => expect(value).toBeCloseTo(alone.logprobs[at] ?? NaN, 2));
    }
  });

  test('a seed gives the same text whatever is decoded beside it', async () => {
    const warm = { temperature: 1 };
    const mine = { ...ask(questions[0] ?? '', warm), seed: 77 };
    const alone = completionOf(await all(engine.sample([mine])), 0);
    const others = questions.slice(1).map((question) => ask(question, warm));
    const beside = completionOf(await all(engine.sample([...others, mine])), others.length);
    expect(beside.text).toBe(alone.text);
  });

  test('greedy text is what web-llm’s own interface gives', async () => {
    const own = await openOwn((await bundledConfig()).folder);
    const events = await all(engine.sample(questions.slice(0, 2).map((question) => ask(question))));
    for (const [index, content] of questions.slice(0, 2).entries()) {
      const reply = await own.chat.completions.create({
        messages: [{ role: 'user', content }],
        temperature: 0,
        max_tokens: 32,
      });
      expect(completionOf(events, index).text).toBe(reply.choices[0]?.message.content);
    }
    await own.unload();
  });

  test('a model of Qwen3’s kind is asked with thinking off, as web-llm’s own interface does it', { timeout: 300_000 }, async () => {
    const { folder, config } = await bundledConfig();
    config.model_type = 'qwen3';
    const quiet = withConfig(config);
    const { manifest: _manifest, ...spec } = bundledGpuModel;
    expect(await quiet.load(spec)).toMatchObject({ ok: true });
    const asked = questions.slice(0, 2);
    const events = await all(quiet.sample(asked.map((question) => ask(question))));
    await quiet.unload();
    const own = await openOwn(folder);
    for (const [index, content] of asked.entries()) {
      const reply = await own.chat.completions.create({
        ...{ messages: [{ role: 'user', content }], temperature: 0, max_tokens: 32 },
        extra_body: { enable_thinking: false },
      });
      // web-llm counts the empty thought among what the model said.
      const said = reply.choices[0]?.message.content ?? '';
      expect(said).toMatch(/^<think>\s*<\/think>/);
      const answer = said.replace(/^<think>\s*<\/think>\s*/, '');
      expect(answer).not.toBe('');
      expect(completionOf(events, index).text.startsWith(answer)).toBe(true);
    }
    await own.unload();
  });

  test('a text scores what it had when it was sampled', async () => {
    const content = questions[1] ?? '';
    const { text, logprobs } = completionOf(await all(engine.sample([ask(content)])), 0);
    const messages = [{ role: 'user' as const, content }];
    const scored = await engine.score?.([
      { messages, continuation: text },
      { messages, continuation: text.replace(/\d/, '9') },
    ]);
    if (scored?.ok !== true) throw new Error(`not scored: ${JSON.stringify(scored)}`);
    const [same, other] = scored.value;
    expect(same).toHaveLength(logprobs.length);
    same?.forEach((value, at) => expect(value).toBeCloseTo(logprobs[at] ?? NaN, 2));
    const sum = (values: readonly number[] = []): number => values.reduce((a, b) => a + b, 0);
    expect(sum(other)).toBeLessThan(sum(same));
  });
});

describe('webllm, on a device that fails', () => {
  // The load before and the one after it make shaders twice.
  const patience = 180_000;
  let worker: Worker | null = null;
  let bufferLimit: number | null = null;
  const engine = new EngineClient({
    id: 'webllm',
    baseUrl: () => document.baseURI,
    start: () =>
      linkWorker((name) => {
        worker = new Worker(new URL('../kit/webllm-worker.ts', import.meta.url), {
          type: 'module',
          name,
        });
        if (bufferLimit !== null) worker.postMessage({ bufferLimit });
        return worker;
      }),
  });
  afterEach(() => {
    bufferLimit = null;
    return engine.unload();
  });

  test('takes half the cache where memory ends', { timeout: patience }, async () => {
    // Keys and values of one layer take 1,536 bytes a token; a cache has room for 32,896 tokens.
    bufferLimit = 20_000 * 1536;
    await load(engine);
    expect(engine.loaded?.capabilities).toMatchObject({ decoding: 'shared-prompt', contextTokens: 4096 });
    expect(engine.loaded?.gpuBytes).toBeLessThan(5 * bufferLimit + 5_000_000);
    const events = await all(engine.sample(questions.map((q) => ask(q, { maxTokens: 2 }))));
    for (const index of questions.keys()) expect(completionOf(events, index).tokens).toBe(2);
  });

  test('says that memory ran out under its work, and goes on with a smaller plan', { timeout: patience }, async () => {
    await load(engine);
    const before = engine.loaded?.capabilities;
    await all(engine.sample([ask(questions[0] ?? '', { maxTokens: 2 })]));
    worker?.postMessage({ bufferLimit: 0 });
    const faults = (await all(engine.sample(questions.map((q) => ask(q))))).flatMap((event) =>
      event.kind === 'fault' ? [event.fault.kind] : [],
    );
    expect(faults).toContain('out-of-memory');
    expect(faults).not.toContain('device-lost');
    expect(engine.lost).toMatchObject({ fault: { kind: 'out-of-memory' } });
    expect(engine.loaded).toBeNull();
    const spec = { ...bundledGpuModel, contextTokens: 2048 };
    const loaded = await engine.load(spec, { slots: 2, cacheTokens: 4112 });
    expect(loaded).toMatchObject({
      ok: true,
      value: { capabilities: { slots: 2, contextTokens: 2048, cacheTokens: 4112 } },
    });
    expect(before?.cacheTokens).toBeGreaterThan(4112);
    const again = completionOf(await all(engine.sample([ask(questions[0] ?? '')])), 0);
    expect(again.stop).not.toBe('fault');
  });

  test('says that memory is out where nothing fits', { timeout: patience }, async () => {
    bufferLimit = 2 ** 20;
    const loaded = await engine.load(bundledGpuModel);
    expect(loaded).toMatchObject({ ok: false, fault: { kind: 'out-of-memory' } });
    expect(engine.loaded).toBeNull();
  });

  test('faults what is under way with what it had, and works after a new load', { timeout: patience }, async () => {
    await load(engine);
    const kinds: string[] = [];
    let first: string | null = null;
    for await (const event of engine.sample(questions.map((q) => ask(q, { maxTokens: 120 })))) {
      if (event.kind === 'token' && first === null) {
        first = event.text;
        worker?.postMessage('destroy-device');
      }
      if (event.kind === 'fault') {
        kinds.push(event.fault.kind);
        expect(event.completion.stop).toBe('fault');
      }
    }
    expect(kinds).toEqual(Array(questions.length).fill('device-lost'));
    expect(engine.loaded).toBeNull();
    await load(engine);
    const again = completionOf(await all(engine.sample([ask(questions[0] ?? '')])), 0);
    expect(again.stop).not.toBe('fault');
  });
});
