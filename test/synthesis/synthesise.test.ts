import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/base/fault.ts';
import type { SampleEvent } from '../../src/engine/sample.ts';
import type { Question } from '../../src/question/question.ts';
import { rolloutSeed } from '../../src/rollout/sample.ts';
import { SYNTHESIS_PROMPTS } from '../../src/synthesis/prompt.ts';
import { synthesise, synthesisSeed } from '../../src/synthesis/synthesise.ts';
import type { SynthesisOptions } from '../../src/synthesis/synthesise.ts';
import { collect, ScriptedEngine } from '../kit/engine.ts';
import { rollout } from './rollouts.ts';

const question: Question = { kind: 'verifiable', text: 'How many?', truth: '4' };
const rollouts = [rollout(0, 'The answer is 4.'), rollout(1, 'The answer is 5.')];
const options: SynthesisOptions = {
  prompts: SYNTHESIS_PROMPTS.nano,
  chat: 'nano',
  questionVisible: false,
  sampling: { temperature: 0, topP: 1, topK: 0, maxTokens: 20 },
  seed: 7,
  group: 8,
};

describe('the synthesis', () => {
  it('tells its plan first, then its tokens, then itself as a record', async () => {
    const engine = new ScriptedEngine();
    engine.script = () => 'The answer is 4.';
    const events = await collect(synthesise(engine, question, rollouts, options));
    expect(events.map(({ kind }) => kind)).toEqual([
      'plan',
      'token',
      'token',
      'token',
      'token',
      'synthesis',
    ]);
    expect(events.at(-1)).toMatchObject({
      synthesis: {
        text: 'The answer is 4.',
        stop: 'end',
        seed: synthesisSeed(7),
        plan: { order: [0, 1], shortened: [], omitted: [], questionVisible: false },
      },
    });
  });

  it('reads the rollouts and nothing of the question', async () => {
    const engine = new ScriptedEngine();
    engine.script = () => '4';
    await collect(synthesise(engine, question, rollouts, options));
    expect(engine.calls[0]?.requests).toMatchObject([
      {
        messages: [{ content: 'Combine.\n[1]\nThe answer is 4.\n[2]\nThe answer is 5.' }],
        sampling: options.sampling,
      },
    ]);
  });

  it('has a seed that no rollout has', () => {
    const seeds = Array.from({ length: 33 }, (_, index) => rolloutSeed(7, index));
    expect(seeds).not.toContain(synthesisSeed(7));
  });

  it('keeps what was written before a fault', async () => {
    const engine = new ScriptedEngine();
    const fault: Fault = { kind: 'worker-died', engine: 'wllama', reason: 'gone' };
    const events = collect(synthesise(engine, question, rollouts, options));
    const call = await engine.nextCall();
    call.token(0, 'The');
    call.fault(0, fault);
    expect((await events).at(-1)).toMatchObject({
      synthesis: { text: 'The', stop: 'fault', fault },
    });
  });

  it('keeps what was written before it was stopped', async () => {
    const engine = new ScriptedEngine();
    const stop = new AbortController();
    const events = collect(synthesise(engine, question, rollouts, options, stop.signal));
    const call = await engine.nextCall();
    call.token(0, 'The');
    stop.abort();
    expect((await events).at(-1)).toMatchObject({ synthesis: { text: 'The', stop: 'aborted' } });
  });

  it('is a failed record where the stream of the engine ends too soon', async () => {
    const engine = Object.assign(new ScriptedEngine(), {
      async *sample(): AsyncGenerator<SampleEvent> {
        yield await Promise.resolve({ kind: 'token', index: 0, text: 'The', logprob: -1 } as const);
      },
    });
    const events = await collect(synthesise(engine, question, rollouts, options));
    expect(events.at(-1)).toMatchObject({
      synthesis: { text: 'The', stop: 'fault', fault: { kind: 'engine-failed' } },
    });
  });

  it('is a fault alone where there is nothing to combine, and asks no model', async () => {
    const engine = new ScriptedEngine();
    const events = await collect(synthesise(engine, question, [rollout(0, '')], options));
    expect(events).toMatchObject([{ kind: 'fault', fault: { kind: 'no-rollouts' } }]);
    expect(engine.calls).toHaveLength(0);
  });

  it('is nothing where it is stopped while its prompt is counted, and nothing further is counted', async () => {
    let counted = 0;
    let settle = (): void => {};
    const engine = Object.assign(new ScriptedEngine({ capabilities: { contextTokens: 60 } }), {
      countTokens: () => {
        counted += 1;
        // Too many, so that shorter ones would be tried.
        return new Promise<{ ok: true; value: number }>((resolve) => {
          settle = () => resolve({ ok: true, value: 1000 });
        });
      },
    });
    const stop = new AbortController();
    const collected = collect(synthesise(engine, question, rollouts, options, stop.signal));
    await Promise.resolve();
    stop.abort();
    expect(await collected).toEqual([]);
    settle();
    await new Promise((resolve) => setTimeout(resolve));
    expect([counted, engine.calls.length]).toEqual([1, 0]);
  });

  it('needs a model', async () => {
    const engine = new ScriptedEngine({ loaded: false });
    expect(await collect(synthesise(engine, question, rollouts, options))).toEqual([
      { kind: 'fault', fault: { kind: 'not-loaded', engine: 'wllama' } },
    ]);
  });
});
