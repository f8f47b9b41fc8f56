import { describe, expect, test } from 'vitest';
import type { Fault } from '../../../src/base/fault.ts';
import { propose } from '../../../src/reward/rubric/propose.ts';
import type { ProposeEvent } from '../../../src/reward/rubric/propose.ts';
import { RUBRIC_PROMPTS } from '../../../src/reward/rubric/prompt.ts';
import type { Rubric } from '../../../src/reward/rubric/rubric.ts';
import { collect, ScriptedEngine } from '../../kit/engine.ts';

const options = {
  prompt: RUBRIC_PROMPTS.general.propose,
  chat: 'general',
  sampling: { temperature: 0, topP: 1, topK: 0, maxTokens: 400 },
  seed: 5,
} as const;

const lines = (...numbers: readonly number[]): string =>
  numbers.map((number) => `- Names point ${number}.`).join('\n');

const run = (engine: ScriptedEngine, signal?: AbortSignal): Promise<ProposeEvent[]> =>
  collect(propose(engine, 'The reference.', options, signal));

const rubricOf = (events: readonly ProposeEvent[]): Rubric | undefined =>
  events.flatMap((event) => (event.kind === 'rubric' ? [event.rubric] : []))[0];

describe('the anchor', () => {
  test('reads the synthesis alone, and its criteria weigh the same', async () => {
    const engine = new ScriptedEngine();
    engine.script = () => lines(1, 2, 3, 4, 5);
    const rubric = rubricOf(await run(engine));
    expect(engine.calls).toHaveLength(1);
    expect(engine.calls[0]!.requests[0]!.messages[0]!.content).toContain('The reference.');
    expect(rubric?.criteria).toHaveLength(5);
    expect(rubric?.criteria[0]).toEqual({ text: 'Names point 1.', weight: 1, source: 'proposed' });
    expect(rubric?.proposals).toMatchObject([{ text: lines(1, 2, 3, 4, 5), stop: 'end' }]);
  });

  test('with fewer than 5 is asked once more, with chance, and both words are kept', async () => {
    const engine = new ScriptedEngine();
    const said = [lines(1, 2), `Sure:\n${lines(2, 3, 4)}`];
    engine.script = () => said[engine.calls.length - 1];
    const events = await run(engine);
    const rubric = rubricOf(events);
    expect(rubric?.criteria.map(({ text }) => text)).toEqual([1, 2, 3, 4].map((n) => `Names point ${n}.`));
    expect(rubric?.proposals.map(({ text }) => text)).toEqual(said);
    expect(rubric?.refused).toEqual([
      { text: 'Sure:', why: 'not-a-criterion' },
      { text: 'Names point 2.', why: 'duplicate' },
    ]);
    const [first, second] = engine.calls.map(({ requests }) => requests[0]!);
    expect(second!.seed).not.toBe(first!.seed);
    expect(second!.sampling.temperature).toBeGreaterThan(first!.sampling.temperature);
    expect(events.filter(({ kind }) => kind === 'asking')).toEqual([
      { kind: 'asking', done: 0, total: 1 },
      { kind: 'asking', done: 1, total: 1 },
      { kind: 'asking', done: 1, total: 2 },
      { kind: 'asking', done: 2, total: 2 },
    ]);
  });

  test('that proposes nothing twice leaves a rubric without criteria, with its words', async () => {
    const engine = new ScriptedEngine();
    engine.script = () => 'I cannot do that.';
    const rubric = rubricOf(await run(engine));
    expect(rubric).toMatchObject({ criteria: [], proposals: [{}, {}], refused: [{}, {}] });
  });

  test('that is cut off loses the line that it was in', async () => {
    const engine = new ScriptedEngine();
    const running = run(engine);
    const call = await engine.nextCall();
    call.token(0, `${lines(1, 2, 3, 4, 5)}\n- Never names`);
    call.cut(0);
    expect(rubricOf(await running)?.criteria).toHaveLength(5);
  });

  test('that is stopped proposes nothing', async () => {
    const engine = new ScriptedEngine();
    const controller = new AbortController();
    const running = run(engine, controller.signal);
    const call = await engine.nextCall();
    call.token(0, lines(1, 2, 3, 4, 5));
    controller.abort();
    expect(rubricOf(await running)).toBeUndefined();
  });

  test('whose engine breaks says so, and proposes nothing', async () => {
    const died: Fault = { kind: 'worker-died', engine: 'wllama', reason: 'trap' };
    const engine = new ScriptedEngine();
    engine.script = () => died;
    const events = await run(engine);
    expect(events.at(-1)).toEqual({ kind: 'fault', fault: died });
    expect(engine.calls).toHaveLength(1);
  });

  test('that cannot read so long a synthesis says so, and leaves an empty rubric', async () => {
    const full: Fault = { kind: 'context-overflow', job: 'sample', needed: 9, available: 8 };
    const engine = new ScriptedEngine();
    engine.script = () => full;
    const events = await run(engine);
    expect(events).toContainEqual({ kind: 'fault', fault: full });
    expect(rubricOf(events)).toMatchObject({ criteria: [], proposals: [{ stop: 'fault' }, {}] });
  });
});
