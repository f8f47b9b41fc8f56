import { describe, expect, test } from 'vitest';
import type { RunId } from '../../src/base/id.ts';
import { compare } from '../../src/reward/maths/compare.ts';
import { createLab } from '../../src/run/create-lab.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { ScriptedEngine, scriptedSpec, type ScriptedCall } from '../kit/engine.ts';
import { answering, countsByHand, createLabKit, finishLoad, isSynthesis, nextLoad, question, settings } from './lab-kit.ts';

const died = { kind: 'worker-died', engine: 'wllama', reason: 'trap' } as const;

describe('an engine that dies', () => {
  /** Ends the engine as a dead worker does; `call` is what it was at. */
  const die = (engine: ScriptedEngine, call: ScriptedCall): void => {
    engine.loaded = null;
    call.faultAll(died);
  };

  test('mid-group is loaded again by itself, and the group goes on with what is missing', async () => {
    const { lab, engine, faults } = await createLabKit();
    const asked = lab.ask(question('2 + 3?'), settings({ group: 3 }));
    const call = await engine.nextCall();
    call.answer(0, 'The answer is 5.');
    call.token(1, 'The');
    engine.script = answering(['5'], '5');
    die(engine, call);
    await finishLoad(engine);
    expect(await asked).toMatchObject({ status: 'done', faults: [] });
    expect(faults()).toEqual([died]);
    expect(engine.loads).toEqual([scriptedSpec, scriptedSpec]);
    expect(engine.calls[1]?.requests).toHaveLength(2);
  });

  test('a third time under the same group ends it; what is done is kept for the next ask', async () => {
    const { lab, engine } = await createLabKit();
    const asked = lab.ask(question('2 + 3?'), settings({ group: 3 }));
    const first = await engine.nextCall();
    first.answer(0, 'The answer is 5.');
    for (const call of [first, null, null]) {
      die(engine, call ?? (await engine.nextCall()));
      if (engine.loads.length < 3) await finishLoad(engine);
    }
    const failed = await asked;
    expect(failed).toMatchObject({ status: 'failed', faults: [died] });
    expect(failed?.rollouts.map((rollout) => rollout.stop)).toEqual(['end', 'fault', 'fault']);
    expect(engine.loads).toHaveLength(3);

    engine.script = answering(['5'], '5');
    const again = lab.ask(question('2 + 3?'), settings({ group: 3 }));
    await finishLoad(engine);
    expect(await again).toMatchObject({ id: failed!.id, status: 'done', faults: [] });
    expect(engine.calls.at(-2)?.requests).toHaveLength(2);
  });

  test('under a group that was run afresh goes on with that very group', async () => {
    const { lab, engine, store } = await createLabKit();
    engine.script = answering(['5'], '5');
    const first = await lab.ask(question('2 + 3?'), settings({ group: 2 }));
    for (const _ of engine.calls) await engine.nextCall();
    engine.script = null;
    const asked = lab.ask(question('2 + 3?'), settings({ group: 2 }), { fresh: true });
    const call = await engine.nextCall();
    call.answer(0, 'The answer is 7.');
    engine.script = answering(['7'], '7');
    die(engine, call);
    await finishLoad(engine);
    const second = await asked;
    expect(second?.status).toBe('done');
    expect(second?.id).not.toBe(first?.id);
    expect(second?.rollouts[0]?.text).toBe('The answer is 7.');
    expect(await store.list(10)).toHaveLength(2);
  });

  test('is not loaded again for a group that was stopped', async () => {
    const { lab, engine } = await createLabKit();
    const asked = lab.ask(question('2 + 3?'), settings({ group: 3 }));
    const call = await engine.nextCall();
    lab.stop();
    die(engine, call);
    expect((await asked)?.status).not.toBe('done');
    expect(engine.loads).toHaveLength(1);
  });

  test('that cannot be loaded again says why, and nothing starts', async () => {
    const { lab, engine, faults } = await createLabKit();
    await engine.unload();
    const asked = lab.ask(question('2 + 3?'), settings());
    await nextLoad(engine);
    engine.failLoad({ kind: 'out-of-memory', reason: 'no room' });
    expect(await asked).toBeNull();
    expect(faults()).toEqual([{ kind: 'out-of-memory', reason: 'no room' }]);
  });
});

describe('a prompt whose count never ends', () => {
  test('keeps neither a stopped question nor the next load waiting', async () => {
    const { lab, engine, store } = await createLabKit();
    const counts = countsByHand(engine);
    const asked = lab.ask(question('2 + 3?'), settings());
    await counts.asked();
    lab.stop();
    expect(await asked).toBeNull();
    const loading = lab.load({ ...scriptedSpec, id: 'other' });
    await nextLoad(engine);
    engine.finishLoad();
    expect(await loading).toBe(true);
    expect(await store.list(10)).toEqual([]);
  });

  test('that ends after the stop lets go of the run', async () => {
    const { lab, engine } = await createLabKit();
    const counts = countsByHand(engine);
    const stopped = lab.ask(question('2 + 3?'), settings(), { runId: 'run-a' as RunId });
    await counts.asked();
    lab.stop();
    expect(await stopped).toBeNull();
    counts.answer(5);
    engine.script = answering(['7'], '7');
    const again = await lab.ask(question('2 + 3?'), settings(), { runId: 'run-a' as RunId });
    expect(again?.status).toBe('done');
  });
});

describe('loading', () => {
  test('tells progress, then the model', async () => {
    const { lab, engine, events } = await createLabKit();
    const loading = lab.load({ ...scriptedSpec, id: 'other' });
    await nextLoad(engine);
    engine.progress(10, 20);
    engine.finishLoad();
    expect(await loading).toBe(true);
    expect(events).toMatchObject([
      { kind: 'model-progress', model: 'other', progress: { stage: 'start' } },
      { kind: 'model-progress', progress: { stage: 'fetch', bytes: 10, totalBytes: 20 } },
      { kind: 'model-ready', model: { spec: { id: 'other' } } },
    ]);
    expect(lab.loaded('policy')?.spec.id).toBe('other');
  });

  test('a second load takes the place of the first, whose late words are dropped', async () => {
    const { lab, engine, events } = await createLabKit();
    const first = lab.load({ ...scriptedSpec, id: 'first' });
    await nextLoad(engine);
    const second = lab.load({ ...scriptedSpec, id: 'second' });
    await finishLoad(engine);
    expect(await first).toBe(false);
    expect(await second).toBe(true);
    expect(events.at(-1)).toMatchObject({ kind: 'model-ready', model: { spec: { id: 'second' } } });
    expect(events.filter((event) => event.kind === 'model-unloaded')).toEqual([]);
  });

  test('an aborted load leaves no model, and is no fault', async () => {
    const { lab, engine, events } = await createLabKit();
    const controller = new AbortController();
    const loading = lab.load(scriptedSpec, { signal: controller.signal });
    await nextLoad(engine);
    controller.abort();
    expect(await loading).toBe(false);
    expect(events.at(-1)).toEqual({ kind: 'model-unloaded' });
    expect(lab.loaded('policy')).toBeNull();
  });

  test('a question asked meanwhile waits for it', async () => {
    const { lab, engine } = await createLabKit();
    engine.script = answering(['5'], '5');
    const loading = lab.load({ ...scriptedSpec, id: 'other' });
    const asked = lab.ask(question('2 + 3?'), settings());
    await finishLoad(engine);
    await loading;
    expect(await asked).toMatchObject({ status: 'done', recipe: { policy: { model: 'other' } } });
  });

  test('a stop lets go of a question that waits, and of nothing else', async () => {
    const { lab, engine } = await createLabKit();
    const loading = lab.load({ ...scriptedSpec, id: 'other' });
    const asked = lab.ask(question('2 + 3?'), settings());
    await nextLoad(engine);
    lab.stop();
    expect(await asked).toBeNull();
    engine.finishLoad();
    expect(await loading).toBe(true);
  });

  test('an engine that this build lacks is said', async () => {
    const { lab, faults } = await createLabKit();
    expect(await lab.load({ ...scriptedSpec, engine: 'webllm' })).toBe(false);
    expect(faults()).toMatchObject([{ kind: 'engine-unavailable', engine: 'webllm' }]);
  });

  test('an anchor of its own writes the synthesis, and stands in the recipe', async () => {
    const made: ScriptedEngine[] = [];
    const wllama = (): Promise<ScriptedEngine> => {
      const engine = new ScriptedEngine({ loaded: false });
      engine.script = answering(['5'], '7');
      made.push(engine);
      void finishLoad(engine);
      return Promise.resolve(engine);
    };
    const lab = createLab({ engines: { wllama }, store: createMemoryStore(), compare });
    await lab.load(scriptedSpec);
    await lab.load({ ...scriptedSpec, id: 'strong' }, { role: 'anchor' });
    const group = await lab.ask(question('2 + 3?'), settings());
    expect(group?.recipe).toMatchObject({
      policy: { model: 'scripted' },
      anchor: { model: 'strong' },
    });
    expect(made.map((engine) => engine.calls.length)).toEqual([1, 1]);
    expect(made[1]!.calls[0]!.requests.every(isSynthesis)).toBe(true);
  });
});
