import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/base/fault.ts';
import type { SampleEvent } from '../../src/engine/sample.ts';
import type { Question } from '../../src/question/question.ts';
import { checkQuestion } from '../../src/rollout/check.ts';
import { sampleRollouts } from '../../src/rollout/sample.ts';
import type { RolloutEvent, RolloutOptions } from '../../src/rollout/sample.ts';
import { collect, ScriptedEngine } from '../kit/engine.ts';

const question: Question = { kind: 'verifiable', text: 'How many?' };
const options: RolloutOptions = {
  prompt: 'Solve.\n{question}',
  chat: 'nano',
  sampling: { temperature: 1, topP: 1, topK: 0, maxTokens: 20 },
  seed: 7,
  count: 3,
};

const rolloutsOf = (events: readonly RolloutEvent[]) =>
  events.flatMap((event) => (event.kind === 'rollout' ? [event.rollout] : []));

describe('sampling rollouts', () => {
  it('asks for all of them at once, each with its own seed', async () => {
    const engine = new ScriptedEngine();
    engine.script = () => '4';
    await collect(sampleRollouts(engine, question, options));
    expect(engine.calls).toHaveLength(1);
    const requests = engine.calls[0]?.requests ?? [];
    expect(requests.map(({ messages }) => messages[0]?.content)).toEqual(
      Array(3).fill('Solve.\nHow many?'),
    );
    expect(new Set(requests.map(({ seed }) => seed)).size).toBe(3);
  });

  it('streams tokens as they come and records each rollout as it ends', async () => {
    const engine = new ScriptedEngine();
    const events = collect(sampleRollouts(engine, question, options));
    const call = await engine.nextCall();
    call.token(1, 'The', -0.1);
    call.token(0, 'A', -0.2);
    call.end(1);
    call.cut(0);
    call.end(2);
    const all = await events;
    expect(all.slice(0, 2)).toEqual([
      { kind: 'token', index: 1, text: 'The', logprob: -0.1 },
      { kind: 'token', index: 0, text: 'A', logprob: -0.2 },
    ]);
    expect(rolloutsOf(all)).toMatchObject([
      { index: 1, text: 'The', tokens: 1, logprobs: [-0.1], stop: 'end' },
      { index: 0, text: 'A', stop: 'length' },
      { index: 2, text: '', stop: 'end' },
    ]);
  });

  it('samples only those that a stopped group lacks, with the seeds they always have', async () => {
    const engine = new ScriptedEngine();
    engine.script = () => '4';
    const all = rolloutsOf(await collect(sampleRollouts(engine, question, options)));
    const rest = rolloutsOf(
      await collect(sampleRollouts(engine, question, { ...options, indices: [2, 0] })),
    );
    expect(rest.map(({ index, seed }) => [index, seed])).toEqual([
      [2, all[2]?.seed],
      [0, all[0]?.seed],
    ]);
  });

  it('asks for nothing where nothing is missing', async () => {
    const engine = new ScriptedEngine();
    expect(await collect(sampleRollouts(engine, question, { ...options, indices: [] }))).toEqual(
      [],
    );
    expect(engine.calls).toHaveLength(0);
  });

  it('records a fault with what was sampled before it, and goes on with the others', async () => {
    const engine = new ScriptedEngine();
    const fault: Fault = { kind: 'engine-failed', engine: 'wllama', reason: 'broken UTF-8' };
    const events = collect(sampleRollouts(engine, question, { ...options, count: 2 }));
    const call = await engine.nextCall();
    call.token(0, 'half');
    call.fault(0, fault);
    call.answer(1, 'whole');
    expect(rolloutsOf(await events)).toMatchObject([
      { index: 0, text: 'half', stop: 'fault', fault },
      { index: 1, text: 'whole', stop: 'end' },
    ]);
  });

  it('keeps what is done when it is stopped', async () => {
    const engine = new ScriptedEngine();
    const stop = new AbortController();
    const events = collect(sampleRollouts(engine, question, options, stop.signal));
    const call = await engine.nextCall();
    call.answer(0, 'done');
    call.token(1, 'half');
    stop.abort();
    expect(rolloutsOf(await events)).toMatchObject([
      { index: 0, text: 'done', stop: 'end' },
      { index: 1, text: 'half', stop: 'aborted' },
      { index: 2, text: '', stop: 'aborted' },
    ]);
  });

  it('stops the engine when its reader leaves', async () => {
    const engine = new ScriptedEngine();
    const stream = sampleRollouts(engine, question, options);
    const first = stream.next();
    const call = await engine.nextCall();
    call.token(0, 'x');
    await first;
    await stream.return();
    expect(call.stopped).toBe(true);
  });

  it('turns a stream that ends too soon into failed rollouts, so that none is lost silently', async () => {
    const engine = {
      id: 'wllama' as const,
      async *sample(): AsyncGenerator<SampleEvent> {
        yield await Promise.resolve({
          kind: 'token',
          index: 0,
          text: 'half',
          logprob: -1,
        } as const);
      },
    };
    const rollouts = rolloutsOf(
      await collect(sampleRollouts(engine, question, { ...options, count: 2 })),
    );
    expect(rollouts).toMatchObject([
      { index: 0, text: 'half', stop: 'fault', fault: { kind: 'engine-failed' } },
      { index: 1, text: '', stop: 'fault', fault: { kind: 'engine-failed' } },
    ]);
  });
});

describe('a question', () => {
  const check = (text: string, engine = new ScriptedEngine()) =>
    checkQuestion(engine, { kind: 'verifiable', text }, options);

  it('that fits is no fault', async () => {
    expect(await check('How many?')).toBeNull();
  });

  it('that is empty is one', async () => {
    expect(await check(' \n ')).toEqual({ kind: 'question-empty' });
  });

  it('must leave room for its answer in the context', async () => {
    const engine = new ScriptedEngine({ capabilities: { contextTokens: 100 } });
    // 100 tokens, of which 20 are for the answer; `Solve.` is one token.
    expect(await check('word '.repeat(79), engine)).toBeNull();
    expect(await check('word '.repeat(80), engine)).toEqual({
      kind: 'question-too-long',
      tokens: 81,
      limit: 80,
    });
  });

  it('needs a model', async () => {
    const engine = new ScriptedEngine({ loaded: false });
    expect(await check('How many?', engine)).toEqual({ kind: 'not-loaded', engine: 'wllama' });
  });
});
