/** Asking a server, once loaded: streams, faults, many at once, counts, scores and schemas. */
import { describe, expect, test } from 'vitest';
import { done, event, finish, mannerly, token, usage } from '../../kit/llm-server.ts';
import { all, completionOf } from '../conformance.ts';
import { answer, ask, faultOf, host, loaded } from './scene.ts';

describe('a request', () => {
  test('streams its tokens as they come, and ends with the tokens of its prompt', async () => {
    const { server, engine } = await loaded();
    const stream = engine.sample([ask(9)])[Symbol.asyncIterator]();
    const first = stream.next();
    const asked = await server.next();
    expect(asked.body).toMatchObject({
      ...{ model: 'small', stream: true, seed: 9, temperature: 1, top_p: 1, max_tokens: 20 },
      ...{ top_k: -1, min_p: 0, logprobs: true, messages: [{ role: 'user', content: 'hello' }] },
    });
    asked.stream(token('He'));
    expect((await first).value).toEqual({ kind: 'token', index: 0, text: 'He', logprob: -0.5 });
    asked.stream(token('y', -1), finish('length'), usage(7), done);
    asked.end();
    const rest = await all({ [Symbol.asyncIterator]: () => stream });
    expect(rest.at(-1)).toMatchObject({
      kind: 'done',
      completion: { text: 'Hey', tokens: 2, promptTokens: 7, logprobs: [-0.5, -1], stop: 'length' },
    });
  });

  test('counts its tokens where there are no log-probabilities, and lists none', async () => {
    const { server, engine } = await loaded({ logprobs: false });
    const events = all(engine.sample([ask()]));
    const asked = await server.next();
    expect(asked.body).not.toHaveProperty('logprobs');
    asked.stream(token('a', null), token('b', null), finish(), usage(7, 2), done);
    expect(completionOf(await events, 0)).toMatchObject({ text: 'ab', tokens: 2, logprobs: [], stop: 'end' });
  });

  test('has no end token among its tokens, and half characters in the last of them', async () => {
    const { server, engine } = await loaded();
    const events = all(engine.sample([ask()]));
    const several = (content: string, texts: readonly string[], reason: string | null): string =>
      event({
        choices: [
          {
            index: 0,
            delta: { content },
            logprobs: { content: texts.map((text) => ({ token: text, logprob: -0.5 })) },
            finish_reason: reason,
          },
        ],
      });
    (await server.next()).stream(
      several('🐈', ['\uFFFD', '\uFFFD'], null),
      several('a b', ['a', ' b'], null),
      several('', ['<|im_end|>'], 'stop'),
      done,
    );
    expect(await events).toMatchObject([
      { kind: 'token', text: '' },
      { kind: 'token', text: '🐈' },
      { kind: 'token', text: 'a' },
      { kind: 'token', text: ' b' },
      { kind: 'done', completion: { tokens: 4, stop: 'end' } },
    ]);
  });

  test('waits as long as a busy server asks, and is then answered', async () => {
    const { server, engine, clock } = await loaded();
    const events = all(engine.sample([ask()]));
    (await server.next()).json({ error: { message: 'slow down' } }, 429, { 'Retry-After': '7' });
    const wait = await clock.pause();
    expect(wait.milliseconds).toBe(7000);
    wait.pass();
    answer(await server.next(), 'yes');
    expect(completionOf(await events, 0)).toMatchObject({ text: 'yes', stop: 'end' });
  });

  test('reads the date until which it is to wait, and gives up where that is long', async () => {
    const { server, engine, clock } = await loaded();
    const busy = async (after: number): Promise<void> =>
      (await server.next()).json({ error: 'full' }, 503, {
        'Retry-After': new Date(clock.now() + after).toUTCString(),
      });
    const soon = all(engine.sample([ask()]));
    await busy(5000);
    const wait = await clock.pause();
    expect(wait.milliseconds).toBe(5000);
    wait.pass();
    answer(await server.next(), 'yes');
    await soon;
    const late = all(engine.sample([ask()]));
    await busy(3_600_000);
    expect(faultOf(await late)).toEqual({ kind: 'server-busy', server: host, status: 503, reason: 'full' });
  });

  test('of a server that fails each time ends as a fault after four tries', async () => {
    const { server, engine, clock } = await loaded();
    const before = server.asked.length;
    const events = all(engine.sample([ask()]));
    for (let at = 0; at < 4; at++) {
      (await server.next()).text('<h1>Internal</h1>', 500);
      if (at < 3) (await clock.pause()).pass();
    }
    expect(faultOf(await events)).toMatchObject({ kind: 'server-busy', status: 500 });
    expect(server.asked.length - before).toBe(4);
  });

  test('keeps what came before the connection was cut', async () => {
    const { server, engine } = await loaded();
    const stream = engine.sample([ask()])[Symbol.asyncIterator]();
    const first = stream.next();
    const asked = await server.next();
    asked.stream(token('half'));
    await first;
    asked.cut();
    expect((await stream.next()).value).toMatchObject({
      kind: 'fault',
      fault: { kind: 'server-broken' },
      completion: { text: 'half', tokens: 1, stop: 'fault' },
    });
  });

  test('ends where the model did by any of its words, and not by an empty one', async () => {
    const { server, engine } = await loaded();
    const events = all(engine.sample([ask()]));
    const early = (text: string): string =>
      event({ choices: [{ index: 0, delta: { content: text }, finish_reason: '' }] });
    (await server.next()).stream(early('a'), early('b'), finish('eos'), done);
    expect(completionOf(await events, 0)).toMatchObject({ text: 'ab', stop: 'end' });
  });

  test('that the server breaks off is a fault in its word, with what came before', async () => {
    const { server, engine } = await loaded();
    const events = all(engine.sample([ask()]));
    (await server.next()).stream(token('half'), finish('content_filter'), usage(7), done);
    const seen = await events;
    expect(faultOf(seen)).toMatchObject({
      kind: 'server-broken',
      reason: 'it broke the answer off: content_filter',
    });
    expect(completionOf(seen, 0)).toMatchObject({ text: 'half', stop: 'fault' });
  });

  test('is asked again where its stream broke before its first token', async () => {
    const { server, engine, clock } = await loaded();
    const events = all(engine.sample([ask()]));
    const asked = await server.next();
    asked.stream(': nothing yet\n\n');
    asked.end();
    (await clock.pause()).pass();
    answer(await server.next(), 'yes');
    expect(completionOf(await events, 0).text).toBe('yes');
  });

  test.each([
    ['what is no JSON', 'data: {"choi\n\n', 'server-broken'],
    ['what is no chat completion', 'data: {"choices":7}\n\n', 'server-broken'],
    ['an error', event({ error: { message: 'out of memory', code: 507 } }), 'server-busy'],
    ['an error of vLLM', event({ object: 'error', message: 'no such thing', code: 400 }), 'server-refused'],
  ])('whose stream holds %s ends as a fault', async (_, part, kind) => {
    const { server, engine } = await loaded();
    const events = all(engine.sample([ask()]));
    (await server.next()).stream(token('a'), part);
    expect(faultOf(await events)).toMatchObject({ kind });
    expect(completionOf(await events, 0)).toMatchObject({ text: 'a', stop: 'fault' });
  });

  test('of a server that falls silent ends as a fault', async () => {
    const { server, engine, clock } = await loaded();
    const stream = engine.sample([ask()])[Symbol.asyncIterator]();
    const first = stream.next();
    const asked = await server.next();
    asked.stream(token('a'));
    await first;
    const second = stream.next();
    clock.silences.at(-1)?.pass();
    expect((await second).value).toMatchObject({
      fault: { kind: 'server-broken', reason: 'it gave nothing for 300 seconds' },
    });
    await asked.left;
  });

  test('that is too long faults with the numbers, however the server words it', async () => {
    const { server, engine } = await loaded();
    for (const error of [
      { message: 'request (3000 tokens) exceeds the available context size (2048 tokens)', type: 'exceed_context_size_error', n_prompt_tokens: 3000, n_ctx: 2048 },
      { message: "This model's maximum context length is 2048 tokens. However, your request has 3000 input tokens.", code: 400 },
      { message: "You passed 3000 input tokens and requested 20 output tokens. However, the model's context length is only 2048 tokens", code: 400 },
      { message: "This model's maximum context length is 2048 tokens. However, your messages resulted in 3000 tokens.", code: 'context_length_exceeded' },
    ]) {
      const events = all(engine.sample([ask()]));
      (await server.next()).json({ error }, 400);
      expect(faultOf(await events)).toMatchObject({ kind: 'context-overflow', needed: 3000, available: 2048 });
    }
  });

  test('that fits, but not with its longest answer, gets an answer as long as there is room', async () => {
    const { server, engine } = await loaded();
    const events = all(engine.sample([ask(1, 'hello', { maxTokens: 500 })]));
    const message =
      "This model's maximum context length is 2048 tokens. However, you requested 2500 tokens (2000 in the messages, 500 in the completion).";
    (await server.next()).json({ error: { message } }, 400);
    const again = await server.next();
    expect(again.body).toMatchObject({ max_tokens: 48 });
    answer(again, 'yes');
    expect(completionOf(await events, 0).text).toBe('yes');
  });

  test('of a model that is gone says so', async () => {
    const { server, engine } = await loaded();
    const events = all(engine.sample([ask()]));
    (await server.next()).json({ error: { message: 'The model `small` does not exist.', code: 404 } }, 404);
    expect(faultOf(await events)).toMatchObject({ kind: 'server-model-missing', model: 'small' });
  });
});

describe('many requests', () => {
  test('that are none are a stream that ends', async () => {
    const { engine } = await loaded();
    expect(await all(engine.sample([]))).toEqual([]);
  });

  test('are under way up to the limit, and the next begins when one has ended', async () => {
    const { server, engine } = await loaded({}, 2);
    const events = all(engine.sample([ask(1), ask(2), ask(3)]));
    const before = server.asked.length;
    const one = await server.next();
    const two = await server.next();
    answer(one, 'a');
    const three = await server.next();
    expect(server.asked.length - before).toBeLessThanOrEqual(3);
    answer(two, 'b');
    answer(three, 'c');
    const seen = await events;
    expect([0, 1, 2].map((index) => completionOf(seen, index).text).sort()).toEqual(['a', 'b', 'c']);
  });

  test('with one prompt are one request where the server gives answers of their own', async () => {
    const { server, engine } = await loaded({ choices: true }, 3);
    const events = all(engine.sample([ask(1), ask(2), ask(3, 'other')]));
    const asked = [await server.next(), await server.next()];
    const both = asked.find(({ body }) => body?.['n'] === 2);
    const other = asked.find(({ body }) => body?.['n'] === undefined);
    both?.stream(token('b', -1, 1), token('a', -1, 0), finish('stop', 1), finish('length', 0), usage(7), done);
    if (other !== undefined) answer(other, 'c');
    const seen = await events;
    expect([0, 1, 2].map((index) => completionOf(seen, index).text)).toEqual(['a', 'b', 'c']);
    expect(completionOf(seen, 0)).toMatchObject({ stop: 'length', promptTokens: 7 });
  });

  test('that had ended whole stay so where the connection is cut under the others', async () => {
    const { server, engine } = await loaded({ choices: true }, 2);
    const stream = engine.sample([ask(1, 'new'), ask(2, 'new')])[Symbol.asyncIterator]();
    const first = stream.next();
    const asked = await server.next();
    asked.stream(token('a'), finish('stop', 0), token('b', -1, 1));
    await first;
    expect((await stream.next()).value).toMatchObject({ kind: 'token', index: 1 });
    asked.cut();
    const seen = await all({ [Symbol.asyncIterator]: () => stream });
    expect(completionOf(seen, 0)).toMatchObject({ text: 'a', stop: 'end' });
    expect(completionOf(seen, 1)).toMatchObject({ text: 'b', stop: 'fault' });
  });

  test('end one by one: the connection stays for the others, and goes with the last', async () => {
    const { server, engine } = await loaded({ choices: true }, 2);
    const [one, two] = [new AbortController(), new AbortController()];
    const stream = all(
      engine.sample([
        { ...ask(1), signal: one.signal },
        { ...ask(2), signal: two.signal },
      ]),
    );
    const asked = await server.next();
    one.abort();
    asked.stream(token('late', -1, 0), token('b', -1, 1));
    two.abort();
    const seen = await stream;
    expect(completionOf(seen, 0)).toMatchObject({ stop: 'aborted', text: '' });
    expect(completionOf(seen, 1)).toMatchObject({ stop: 'aborted' });
    await asked.left;
  });

  test('end at once with the signal, in a pause too, and leave no connection', async () => {
    const { server, engine, clock } = await loaded({}, 2);
    const abort = new AbortController();
    const events = all(engine.sample([ask(1), ask(2), ask(3)], abort.signal));
    (await server.next()).json({}, 503);
    await clock.pause();
    const { left } = await server.next();
    abort.abort();
    expect((await events).map(({ kind }) => kind)).toEqual(['done', 'done', 'done']);
    await left;
    const after = all(engine.sample([ask(4)]));
    answer(await server.next(), 'yes');
    expect(completionOf(await after, 0).text).toBe('yes');
  });

  test('end when the reader leaves, and when the model is let go', async () => {
    const { server, engine } = await loaded();
    const reading = (async () => {
      for await (const one of engine.sample([ask()])) if (one.kind === 'token') break;
    })();
    const asked = await server.next();
    asked.stream(token('a'));
    await reading;
    await asked.left;
    const events = all(engine.sample([ask()]));
    const { left } = await server.next();
    await engine.unload();
    expect(completionOf(await events, 0).stop).toBe('aborted');
    await left;
  });
});

describe('a prompt', () => {
  test('is counted by an answer of one token, once', async () => {
    const { server, engine } = await loaded();
    const messages = [{ role: 'user' as const, content: 'hello' }];
    const counting = engine.countTokens(messages);
    const asked = await server.next();
    expect(asked.body).toMatchObject({ max_tokens: 1 });
    asked.json({ usage: { prompt_tokens: 12 } });
    expect(await counting).toEqual({ ok: true, value: 12 });
    expect(await engine.countTokens(messages)).toEqual({ ok: true, value: 12 });
  });

  test('is counted by /tokenize where there is one', async () => {
    const { server, engine } = await loaded({ scores: true });
    const counting = engine.countTokens([{ role: 'user', content: 'other' }]);
    const asked = await server.next();
    expect(asked.path).toBe('/tokenize');
    asked.json({ count: 12, max_model_len: 2048 });
    expect(await counting).toEqual({ ok: true, value: 12 });
  });

  test('that is too long is counted by its refusal', async () => {
    const { server, engine } = await loaded();
    const counting = engine.countTokens([{ role: 'user', content: 'long' }]);
    (await server.next()).json({ error: { n_prompt_tokens: 9000, n_ctx: 2048, type: 'exceed_context_size_error' } }, 400);
    expect(await counting).toEqual({ ok: true, value: 9000 });
  });
});

describe('a score', () => {
  test('is the log-probability of each token after the prompt, where the server can', async () => {
    const { server, engine } = await loaded({ scores: true });
    server.behave(mannerly({ scores: true }));
    const messages = [{ role: 'user' as const, content: 'hello' }];
    const scored = await engine.score?.([
      { messages, continuation: 'one two three' },
      { messages, continuation: '' },
    ]);
    expect(scored).toEqual({ ok: true, value: [[-1, -2, -3], []] });
  });

  test('of a text that the template changes is a fault', async () => {
    const { server, engine } = await loaded({ scores: true });
    server.behave((asked) =>
      asked.path === '/tokenize'
        ? asked.json({ count: 1 })
        : asked.json({ prompt_logprobs: [null, { 5: { logprob: -1, decoded_token: 'trimmed' } }] }),
    );
    const scored = await engine.score?.([{ messages: [{ role: 'user', content: 'hm' }], continuation: ' trimmed ' }]);
    expect(scored).toMatchObject({ ok: false, fault: { kind: 'server-broken' } });
  });
});

describe('a JSON schema', () => {
  test('is sent where the server keeps to it, and a refusal of it is told', async () => {
    const { server, engine } = await loaded({ grammar: true });
    const events = all(engine.sample([{ ...ask(), jsonSchema: { type: 'object' } }]));
    const asked = await server.next();
    expect(asked.body).toMatchObject({
      response_format: { type: 'json_schema', json_schema: { strict: true, schema: { type: 'object' } } },
    });
    asked.json({ error: { message: 'schema not supported' } }, 400);
    expect(faultOf(await events)).toMatchObject({ kind: 'server-refused', reason: 'schema not supported' });
  });

  test('is refused here where the server was found to ignore it', async () => {
    const { engine } = await loaded();
    const events = await all(engine.sample([{ ...ask(), jsonSchema: { type: 'object' } }]));
    expect(faultOf(events)).toMatchObject({ kind: 'server-refused', reason: 'it does not keep to a JSON schema' });
  });
});
