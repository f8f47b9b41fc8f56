/**
 * The one suite that holds every engine to `src/engine/engine.ts`, with the real thing and a real
 * model in a real browser. An engine that is absent fails; nothing here skips.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import type { LoadProgress, ModelSpec } from '../../src/engine/model.ts';
import type { Completion, SampleEvent, SampleRequest } from '../../src/engine/sample.ts';

export interface ConformanceOptions {
  /** Something that the model answers in many ways. */
  readonly prompt: string;
  readonly minSlots: number;
  /** Whether it is to say that it can constrain its output. */
  readonly grammar: boolean;
  /** False of an engine whose weights are elsewhere. */
  readonly downloads?: boolean;
}

const loadTimeout = 120_000;

export function conformance(
  name: string,
  makeEngine: () => Engine,
  spec: ModelSpec,
  options: ConformanceOptions,
): void {
  const messages = [{ role: 'user' as const, content: options.prompt }];
  const ask = (seed: number, rest: Partial<SampleRequest['sampling']> = {}): SampleRequest => ({
    messages,
    seed,
    sampling: { temperature: 1, topP: 1, topK: 0, maxTokens: 24, ...rest },
  });
  const eight = (rest: Partial<SampleRequest['sampling']> = {}): SampleRequest[] =>
    Array.from({ length: 8 }, (_, seed) => ask(seed + 1, rest));

  describe(`${name}, before a model is loaded`, () => {
    test('every request faults as not loaded', async () => {
      const events = await all(makeEngine().sample([ask(1), ask(2)]));
      expect(events.map((event) => event.kind)).toEqual(['fault', 'fault']);
      for (const event of events) {
        expect(event).toMatchObject({ fault: { kind: 'not-loaded' }, completion: { stop: 'fault' } });
      }
    });

    test('tokens cannot be counted', async () => {
      const counted = await makeEngine().countTokens(messages);
      expect(counted).toMatchObject({ ok: false, fault: { kind: 'not-loaded' } });
    });

    test('a load aborted under way is null and leaves nothing loaded', async () => {
      const engine = makeEngine();
      const abort = new AbortController();
      const loading = engine.load(spec, {
        signal: abort.signal,
        onProgress: () => abort.abort(),
      });
      expect(await loading).toBeNull();
      expect(engine.loaded).toBeNull();
    });

    test('a load with an aborted signal is null', async () => {
      expect(await makeEngine().load(spec, { signal: AbortSignal.abort() })).toBeNull();
    });

    test('a second load aborts the first', { timeout: loadTimeout }, async () => {
      const engine = makeEngine();
      const first = engine.load(spec);
      const second = engine.load(spec);
      expect(await first).toBeNull();
      expect(await second).toMatchObject({ ok: true });
      await engine.unload();
    });

    test('a missing file is a fault with the status', async () => {
      const url = '/models/no-such-model.gguf?status';
      const { manifest: _manifest, ...plain } = spec;
      const loaded = await makeEngine().load({ ...plain, urls: [url] });
      expect(loaded).toMatchObject({ ok: false });
      expect(['model-missing', 'model-corrupt']).toContain(loaded?.ok === false && loaded.fault.kind);
    });

    test('a host that nobody confirmed is refused before anything is fetched', async () => {
      const loaded = await makeEngine().load({ ...spec, urls: ['https://models.example/a.gguf'] });
      expect(loaded).toEqual({
        ok: false,
        fault: { kind: 'host-refused', url: 'https://models.example/a.gguf' },
      });
    });
  });

  describe(`${name}, with a model`, () => {
    const engine = makeEngine();
    const progress: LoadProgress[] = [];

    beforeAll(async () => {
      const loaded = await engine.load(spec, { onProgress: (step) => progress.push(step) });
      if (loaded?.ok !== true) throw new Error(`not loaded: ${JSON.stringify(loaded)}`);
    }, loadTimeout);
    afterAll(() => engine.unload());

    test('the load told its bytes, rising to all of them, where it fetched any', () => {
      const fetched = progress.filter((step) => step.stage === 'fetch');
      if (options.downloads === false) {
        expect(progress).toEqual([{ stage: 'start' }]);
        return;
      }
      expect(fetched.length).toBeGreaterThan(1);
      const bytes = fetched.map((step) => step.bytes);
      expect(bytes).toEqual([...bytes].sort((a, b) => a - b));
      expect(bytes.at(-1)).toBe(engine.loaded?.bytes);
    });

    test('the loaded model says honestly what it is', () => {
      const { loaded } = engine;
      expect(loaded?.spec).toEqual(spec);
      expect(loaded?.revision).toMatch(/^[0-9a-f]{64}$/);
      expect(loaded?.capabilities.slots).toBeGreaterThanOrEqual(options.minSlots);
      expect(loaded?.capabilities.contextTokens).toBeGreaterThanOrEqual(1024);
      expect(loaded?.capabilities.threads).toBeGreaterThanOrEqual(1);
      expect(loaded?.capabilities.grammar).toBe(options.grammar);
      for (const { tokensPerSecond } of loaded?.calibration ?? []) {
        expect(tokensPerSecond).toBeGreaterThan(0);
      }
    });

    test('eight samples stream token by token and end once each', async () => {
      const events = await all(engine.sample(eight()));
      for (let index = 0; index < 8; index++) {
        const mine = events.filter((event) => event.index === index);
        expect(mine.map((event) => event.kind).lastIndexOf('done')).toBe(mine.length - 1);
        expect(mine.filter((event) => event.kind !== 'token')).toHaveLength(1);
        const done = completionOf(events, index);
        const tokens = mine.filter((event) => event.kind === 'token');
        expect(tokens.map((event) => event.text).join('')).toBe(done.text);
        expect(tokens.map((event) => event.logprob)).toEqual(done.logprobs);
        expect(done.tokens).toBe(tokens.length);
        expect(done.tokens).toBeGreaterThan(0);
        expect(done.promptTokens).toBeGreaterThan(options.prompt.length / 20);
        expect(done.seconds).toBeGreaterThan(0);
      }
    });

    test('samples of different prompts are under way at the same time', async () => {
      const requests = eight().map((request, index) => ({
        ...request,
        messages: [{ role: 'user' as const, content: `${options.prompt} ${index}` }],
      }));
      const events = await all(engine.sample(requests));
      const firstDone = events.findIndex((event) => event.kind === 'done');
      const begun = new Set(events.slice(0, firstDone).map((event) => event.index));
      expect(begun.size).toBeGreaterThan(options.minSlots === 1 ? 0 : 1);
    });

    test('every log-probability is one: finite and not above zero', async () => {
      const events = await all(engine.sample([ask(5), ask(6, { temperature: 1.5 })]));
      const values = events.flatMap((event) => (event.kind === 'token' ? [event.logprob] : []));
      expect(values.length).toBeGreaterThan(0);
      for (const value of values) {
        // Null is no log-probability either.
        expect(value).toEqual(expect.any(Number));
        expect(Number.isFinite(value)).toBe(true);
        expect(value).toBeLessThanOrEqual(1e-6);
      }
    });

    test('seeds matter at temperature 1', async () => {
      const events = await all(engine.sample(eight()));
      const texts = Array.from({ length: 8 }, (_, index) => completionOf(events, index).text);
      expect(new Set(texts).size).toBeGreaterThan(1);
    });

    test('temperature 0 is greedy: seeds do not matter', async () => {
      const events = await all(
        engine.sample([ask(1, { temperature: 0 }), ask(2, { temperature: 0 })]),
      );
      expect(completionOf(events, 0).text).toBe(completionOf(events, 1).text);
    });

    test('log-probabilities are those of temperature 1, whatever temperature and top-k', async () => {
      const ways = [{ temperature: 0 }, { temperature: 1, topK: 1 }, { temperature: 0.2, topK: 1 }];
      const events = await all(engine.sample(ways.map((way) => ask(3, way))));
      const [plain, ...others] = ways.map((_, index) => completionOf(events, index));
      for (const other of others) {
        expect(other.text).toBe(plain?.text);
        other.logprobs.forEach((value, i) => expect(value).toBeCloseTo(plain?.logprobs[i] ?? NaN, 2));
      }
      // The greedy path of a model that knows several answers is not certain of every token.
      expect(Math.min(...(plain?.logprobs ?? []))).toBeLessThan(-0.01);
    });

    test('maxTokens cuts off and says so', async () => {
      const events = await all(engine.sample([ask(1, { maxTokens: 3 })]));
      expect(completionOf(events, 0)).toMatchObject({ stop: 'length', tokens: 3 });
    });

    test('no mark of the chat format is in a text', async () => {
      const events = await all(engine.sample(eight({ maxTokens: 120 })));
      const texts = Array.from({ length: 8 }, (_, index) => completionOf(events, index).text);
      for (const text of texts) expect(text).not.toMatch(/<\|[a-z_]+\|>/);
    });

    test('a counted prompt has the tokens that its samples report', async () => {
      const counted = await engine.countTokens(messages);
      const events = await all(engine.sample([ask(1, { maxTokens: 1 })]));
      expect(counted).toEqual({ ok: true, value: completionOf(events, 0).promptTokens });
    });

    test('one of eight aborted: it keeps what it had, the others end by themselves', async () => {
      const one = new AbortController();
      const requests = eight().map((request, index) =>
        index === 0 ? { ...request, signal: one.signal } : request,
      );
      const events: SampleEvent[] = [];
      for await (const event of engine.sample(requests)) {
        events.push(event);
        if (event.kind === 'token' && event.index === 0) one.abort();
      }
      const aborted = completionOf(events, 0);
      expect(aborted).toMatchObject({ stop: 'aborted' });
      expect(aborted.tokens).toBeGreaterThan(0);
      expect(aborted.tokens).toBeLessThan(24);
      for (let index = 1; index < 8; index++) {
        expect(['end', 'length']).toContain(completionOf(events, index).stop);
      }
    });

    test('all aborted: the stream ends, and the engine samples again', async () => {
      const abort = new AbortController();
      const events: SampleEvent[] = [];
      for await (const event of engine.sample(eight({ maxTokens: 160 }), abort.signal)) {
        events.push(event);
        if (event.kind === 'token') abort.abort();
      }
      const stops = Array.from({ length: 8 }, (_, index) => completionOf(events, index).stop);
      expect(stops).toContain('aborted');
      const after = await all(engine.sample([ask(1, { maxTokens: 2 })]));
      expect(completionOf(after, 0).tokens).toBe(2);
    });

    test('a signal aborted beforehand ends every request without a token', async () => {
      const events = await all(engine.sample(eight(), AbortSignal.abort()));
      expect(events.map((event) => event.kind)).toEqual(Array(8).fill('done'));
      expect(completionOf(events, 7)).toMatchObject({ stop: 'aborted', tokens: 0, text: '' });
    });

    test('leaving the loop stops the work, and the engine samples again', async () => {
      for await (const event of engine.sample(eight({ maxTokens: 160 }))) {
        if (event.kind === 'token') break;
      }
      const after = await all(engine.sample([ask(1, { maxTokens: 2 })]));
      expect(completionOf(after, 0).stop).toBe('length');
    });

    test('a prompt beyond the context faults alone, with the numbers', async () => {
      const limit = engine.loaded?.capabilities.contextTokens ?? 0;
      const long = [{ role: 'user' as const, content: '1 '.repeat(limit) }];
      const events = await all(engine.sample([{ ...ask(1), messages: long }, ask(2)]));
      const fault = events.find((event) => event.kind === 'fault');
      expect(fault).toMatchObject({ index: 0, fault: { kind: 'context-overflow', available: limit } });
      expect(fault?.fault.kind === 'context-overflow' && fault.fault.needed).toBeGreaterThan(limit);
      expect(completionOf(events, 1).tokens).toBeGreaterThan(0);
    });

    test('an engine that says it can constrain its output keeps to the schema', async () => {
      const jsonSchema = {
        type: 'object',
        properties: { verdict: { enum: ['yes', 'no'] } },
        required: ['verdict'],
        additionalProperties: false,
      };
      const constrained = { ...ask(1, { maxTokens: 200 }), jsonSchema };
      const events = await all(engine.sample(options.grammar ? [constrained] : [ask(1)]));
      const { text } = completionOf(events, 0);
      if (options.grammar) expect(JSON.parse(text)).toEqual({ verdict: expect.stringMatching(/yes|no/) });
      else expect(text).not.toBe('');
    });

    test('no requests are a stream that ends', async () => {
      expect(await all(engine.sample([]))).toEqual([]);
    });

    test('unloaded, it is as at the start', async () => {
      const other = makeEngine();
      await other.load(spec);
      await other.unload();
      expect(other.loaded).toBeNull();
      expect((await all(other.sample([ask(1)]))).map((event) => event.kind)).toEqual(['fault']);
    }, loadTimeout);
  });
}

export async function all<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of stream) items.push(item);
  return items;
}

/** The completion that ended a request; throws where it never ended. */
export function completionOf(events: readonly SampleEvent[], index: number): Completion {
  const end = events.find((event) => event.index === index && event.kind !== 'token');
  if (end === undefined || end.kind === 'token') throw new Error(`request ${index} never ended`);
  return end.completion;
}
