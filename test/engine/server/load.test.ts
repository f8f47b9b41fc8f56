/** Loading from a server: what it is found to do, and every fault of it. */
import { describe, expect, test } from 'vitest';
import type { LoadResult } from '../../../src/engine/engine.ts';
import { createServerEngine } from '../../../src/engine/server/engine.ts';
import { mannerly } from '../../kit/llm-server.ts';
import type { Asked } from '../../kit/llm-server.ts';
import { all } from '../conformance.ts';
import { ask, faultOf, host, loaded, scene } from './scene.ts';

const loadFault = async (manner: (asked: Asked) => void): Promise<LoadResult> => {
  const { server, engine, spec } = await scene();
  server.behave(manner);
  return engine.load(spec);
};

describe('a load', () => {
  test('finds out what the server does, and says what it does not tell', async () => {
    const plain = await loaded({ logprobs: false });
    expect(plain.engine.loaded).toMatchObject({
      bytes: 0,
      revision: expect.stringMatching(/^[0-9a-f]{64}$/),
      capabilities: { slots: 8, contextTokens: 2048, score: false, grammar: false, device: 'remote' },
      untold: ['weights', 'logprobs'],
    });
    expect(plain.engine.score).toBeUndefined();
    const able = await loaded({ grammar: true, scores: true, choices: true });
    expect(able.engine.loaded).toMatchObject({
      capabilities: { score: true, grammar: true },
      untold: ['weights'],
    });
  });

  test('asks for less as the server refuses, and says so', async () => {
    const { engine } = await loaded({
      models: [{ id: 'small' }],
      logprobs: false,
      refuses: ['top_k', 'stream_options', 'logprobs'],
    });
    expect(engine.loaded).toMatchObject({
      capabilities: { contextTokens: 4096 },
      untold: ['weights', 'logprobs', 'context', 'sampling'],
    });
    expect(faultOf(await all(engine.sample([ask(1, 'hello', { topK: 5 })])))).toMatchObject({
      kind: 'server-refused',
      reason: expect.stringContaining('top-k') as string,
    });
  });

  test('takes the context as vLLM, llama.cpp and others name it', async () => {
    for (const entry of [
      { id: 'small', max_model_len: 3000 },
      { id: 'small', owned_by: 'other', meta: { n_ctx: 3000, size: 99 } },
      { id: 'small', context_window: 3000, created: null, meta: 'odd' },
    ]) {
      const { engine } = await loaded({ models: [{ id: 7 }, 'odd' as never, entry] });
      expect(engine.loaded?.capabilities.contextTokens).toBe(3000);
    }
  });

  test('has one revision for one model, another for another, whatever the time of the answer', async () => {
    const revisions: string[] = [];
    const { server, engine, spec } = await scene();
    for (const models of [
      [{ id: 'small', created: 1_700_000_000, root: 'a' }],
      [{ id: 'small', created: 1_699_999_990, root: 'a' }],
      [{ id: 'small', created: 1_600_000_000, root: 'a' }],
      [{ id: 'small', created: 1_700_000_000, root: 'b' }],
    ]) {
      server.behave(mannerly({ models }));
      await engine.load(spec);
      revisions.push(engine.loaded?.revision ?? '');
    }
    expect(revisions[1]).toBe(revisions[0]);
    expect(new Set(revisions).size).toBe(3);
  });

  test('names the models that there are where it has not this one', async () => {
    expect(await loadFault(mannerly({ models: [{ id: 'other' }] }))).toEqual({
      ok: false,
      fault: { kind: 'server-model-missing', server: host, model: 'small', offered: ['other'] },
    });
  });

  test('of an address without such an interface is missing, or broken', async () => {
    expect(await loadFault((asked) => asked.text('<h1>No</h1>', 404))).toMatchObject({
      fault: { kind: 'model-missing', status: 404, url: expect.stringMatching(/\/v1\/models$/) as string },
    });
    expect(await loadFault((asked) => asked.text('<h1>Hello</h1>'))).toMatchObject({
      fault: { kind: 'server-broken' },
    });
    expect(await loadFault((asked) => asked.json({ hello: 1 }))).toMatchObject({
      fault: { kind: 'server-broken' },
    });
  });

  test('without the right key is denied, and no fault repeats it', async () => {
    const { server, engine, keys, spec } = await scene();
    keys.set(server.base, ' secret-key ');
    server.behave((asked) => asked.json({ error: { message: 'bad key secret-key' } }, 401));
    const denied = await engine.load(spec);
    expect(denied).toEqual({ ok: false, fault: { kind: 'server-denied', server: host, status: 401 } });
    expect(server.asked[0]?.key).toBe('Bearer secret-key');
    server.behave((asked) => asked.json({ error: { message: 'odd: secret-key\n!' } }, 422));
    const refused = await engine.load(spec);
    expect(refused).toMatchObject({ fault: { kind: 'server-refused', status: 422, reason: 'odd: … !' } });
  });

  test('sends a key to its own server alone', async () => {
    const { server, engine, keys, spec } = await scene();
    keys.set('https://elsewhere.example/v1', 'secret-key');
    server.behave(mannerly());
    await engine.load(spec);
    expect(server.asked.map(({ key }) => key)).not.toContain('Bearer secret-key');
    expect(server.asked.length).toBeGreaterThan(3);
  });

  test('goes to no host that nobody confirmed, and to none that others could read along', async () => {
    const { engine, spec, server } = await scene();
    const refused = { ok: false, fault: { kind: 'host-refused', url: 'https://models.example/v1' } };
    expect(await engine.load({ ...spec, urls: ['https://models.example/v1'] })).toEqual(refused);
    const open = createServerEngine({ allowHost: () => true, baseUrl: () => 'http://page.example/' });
    const plain = await open.load({ ...spec, urls: ['http://models.example/v1'] });
    expect(plain).toMatchObject({ fault: { kind: 'host-refused' } });
    expect(server.asked).toEqual([]);
  });

  test('follows no redirect: another host was not confirmed', async () => {
    const { server, engine, spec, clock } = await scene();
    server.behave((asked) => asked.json({}, 307, { Location: 'https://models.example/v1/models' }));
    const loading = engine.load(spec);
    for (let at = 0; at < 3; at++) (await clock.pause()).pass();
    expect(await loading).toMatchObject({ fault: { kind: 'server-unreachable' } });
  });

  test('of a server that is not there tries again, and gives up', async () => {
    const { server, engine, spec, clock } = await scene();
    await server.close();
    const loading = engine.load(spec);
    const pauses: number[] = [];
    for (let at = 0; at < 3; at++) {
      const wait = await clock.pause();
      pauses.push(wait.milliseconds);
      wait.pass();
    }
    expect(await loading).toMatchObject({ fault: { kind: 'server-unreachable', server: host } });
    expect(pauses).toEqual([500, 1000, 2000]);
  });

  test('ends at once where it is aborted, waiting or being answered', async () => {
    const { server, engine, spec, clock } = await scene();
    const abort = new AbortController();
    const loading = engine.load(spec, { signal: abort.signal });
    (await server.next()).json({}, 503);
    await clock.pause();
    abort.abort();
    expect(await loading).toBeNull();
    const again = new AbortController();
    const second = engine.load(spec, { signal: again.signal });
    const { left } = await server.next();
    again.abort();
    expect(await second).toBeNull();
    await left;
    expect(engine.loaded).toBeNull();
  });
});
