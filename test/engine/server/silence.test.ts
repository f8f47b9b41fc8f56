import { describe, expect, test } from 'vitest';
import { done, finish, token, usage } from '../../kit/llm-server.ts';
import type { Asked } from '../../kit/llm-server.ts';
import { all, completionOf } from '../conformance.ts';
import { answer, ask, faultOf, loaded } from './scene.ts';
import type { Scene } from './scene.ts';

const hello = [{ role: 'user' as const, content: 'how many tokens?' }];

/** Sends the beginning of a body, and resolves when the client waits for the rest. */
async function begin(asked: Asked, { clock }: Scene): Promise<void> {
  const before = clock.silences.length;
  asked.stream('{"usage": {"prompt_');
  await expect.poll(() => clock.silences.length).toBe(before + 2);
  expect(clock.silences.at(-1)?.milliseconds).toBe(300_000);
}

describe('a server that does not begin to answer', () => {
  test('is waited for a quarter of an hour, let go, and not asked again', async () => {
    const { server, engine, clock } = await loaded();
    const before = server.asked.length;
    const events = all(engine.sample([ask()]));
    const asked = await server.next();
    const wait = clock.silences.at(-1);
    expect(wait?.milliseconds).toBe(900_000);
    wait?.pass();
    expect(faultOf(await events)).toMatchObject({
      kind: 'server-broken',
      reason: 'it gave nothing for 900 seconds',
    });
    await asked.left;
    expect(server.asked.length).toBe(before + 1);
  });

  test('does not keep Stop waiting', async () => {
    const { server, engine } = await loaded();
    const stop = new AbortController();
    const events = all(engine.sample([ask()], stop.signal));
    const asked = await server.next();
    stop.abort();
    expect(completionOf(await events, 0).stop).toBe('aborted');
    await asked.left;
  });
});

describe('an answer that is whole JSON', () => {
  test('is asked for again where the connection breaks within it', async () => {
    const made = await loaded();
    const { server, engine, clock } = made;
    const counted = engine.countTokens(hello);
    const first = await server.next();
    await begin(first, made);
    first.cut();
    (await clock.pause()).pass();
    (await server.next()).json({ usage: { prompt_tokens: 7 } });
    expect(await counted).toEqual({ ok: true, value: 7 });
  });

  test('is a fault where it breaks each time, and is not said to be no JSON', async () => {
    const made = await loaded();
    const { server, engine, clock } = made;
    const counted = engine.countTokens(hello);
    for (let attempt = 1; attempt <= 3; attempt++) {
      const asked = await server.next();
      await begin(asked, made);
      asked.cut();
      if (attempt < 3) (await clock.pause()).pass();
    }
    expect(await counted).toMatchObject({
      fault: { kind: 'server-broken', reason: 'the connection was cut before the answer had ended' },
    });
  });

  test('is let go where it falls silent within it, and asked for again', async () => {
    const made = await loaded();
    const { server, engine, clock } = made;
    const counted = engine.countTokens(hello);
    const asked = await server.next();
    await begin(asked, made);
    clock.silences.at(-1)?.pass();
    (await clock.pause()).pass();
    await asked.left;
    (await server.next()).json({ usage: { prompt_tokens: 7 } });
    expect(await counted).toEqual({ ok: true, value: 7 });
  });
});

describe('tokens of an answer', () => {
  test('are those that the server tells where pieces of text may be several', async () => {
    const { server, engine } = await loaded({ logprobs: false });
    const events = all(engine.sample([ask()]));
    const asked = await server.next();
    asked.stream(token('several words at once', null), finish(), usage(7, 5), done);
    asked.end();
    expect(completionOf(await events, 0)).toMatchObject({ tokens: 5, promptTokens: 7, stop: 'end' });
  });

  test('are counted as they come where each has its log-probability', async () => {
    const { server, engine } = await loaded();
    const events = all(engine.sample([ask()]));
    answer(await server.next(), 'a', 'b');
    expect(completionOf(await events, 0)).toMatchObject({ tokens: 2 });
  });
});
