/** Memory that runs out under a group: the lab goes on with less, and in the end says what would fit. */
import { describe, expect, test } from 'vitest';
import type { LabLoadOptions } from '../../src/run/lab.ts';
import { ScriptedEngine, scriptedSpec } from '../kit/engine.ts';
import { answering, createLabKit, finishLoad, nextLoad, question, settings, type LabKit } from './lab-kit.ts';

const full = { kind: 'out-of-memory', reason: 'a buffer could not be had' } as const;

const open = (): Promise<LabKit> => {
  const capabilities = { slots: 32, contextTokens: 4096, cacheTokens: 32896 };
  const engine = new ScriptedEngine({ loaded: false, capabilities });
  return createLabKit({ engine, smaller: () => 'Small-1B' });
};

const plans = ({ loads, options }: ScriptedEngine): unknown[] =>
  loads.map((spec, at) => {
    const { slots, cacheTokens }: LabLoadOptions = options[at] ?? {};
    return [slots, cacheTokens, spec.contextTokens];
  });

/** Memory runs out under the call that comes next. */
const runOut = async (engine: ScriptedEngine, atOnce: number): Promise<void> => {
  await engine.nextCall();
  engine.lose(full, atOnce);
};

describe('memory that runs out under a group', () => {
  test('halves the batch, and the page is told of what the model has now', async () => {
    const { lab, engine, events } = await open();
    const asked = lab.ask(question('2 + 3?'), settings({ group: 8 }));
    await runOut(engine, 8);
    engine.capabilities = { ...engine.capabilities, slots: 4 };
    engine.script = answering(['5'], '5');
    await finishLoad(engine);
    expect(await asked).toMatchObject({ status: 'done', faults: [] });
    expect(plans(engine)).toEqual([
      [undefined, undefined, undefined],
      [4, 32896, undefined],
    ]);
    expect(events.findLast(({ kind }) => kind === 'model-ready')).toMatchObject({
      model: { capabilities: { slots: 4 } },
    });
  });

  test('a second time halves the context, a third time names a smaller model', async () => {
    const { lab, engine, faults, events } = await open();
    const asked = lab.ask(question('2 + 3?'), settings({ group: 8 }));
    await runOut(engine, 8);
    await finishLoad(engine);
    await runOut(engine, 4);
    await finishLoad(engine);
    expect(plans(engine).at(-1)).toEqual([32, 16448, 2048]);
    await runOut(engine, 4);
    expect(await asked).toMatchObject({ status: 'failed', faults: [full] });
    expect(faults().at(-1)).toEqual({ ...full, smaller: 'Small-1B' });
    expect(faults().filter((fault) => 'smaller' in fault)).toHaveLength(1);
    expect(events.some(({ kind }) => kind === 'model-unloaded')).toBe(true);

    // Asked once more there is nothing left to try.
    expect(await lab.ask(question('2 + 3?'), settings({ group: 8 }))).toBeNull();
    expect(engine.loads).toHaveLength(3);
    expect(faults().at(-1)).toEqual({ ...full, smaller: 'Small-1B' });
  });

  test('in an experiment halves once, however many groups were under way', async () => {
    const { lab, engine } = await open();
    const questions = ['1 + 1?', '2 + 3?'].map((text) => question(text));
    const running = lab.experiment(questions, settings({ group: 2 }));
    await runOut(engine, 2);
    engine.script = answering(['5'], '5');
    await finishLoad(engine);
    expect(await running).toMatchObject({ questions: 2 });
    expect(plans(engine)).toHaveLength(2);
    expect(plans(engine).at(-1)).toEqual([1, 32896, undefined]);
  });

  test('is forgotten where the person loads a model anew', async () => {
    const { lab, engine } = await open();
    const asked = lab.ask(question('2 + 3?'), settings({ group: 8 }));
    await runOut(engine, 8);
    await nextLoad(engine);
    const loading = lab.load(scriptedSpec);
    await finishLoad(engine);
    expect(await loading).toBe(true);
    await asked;
    expect(plans(engine).at(-1)).toEqual([undefined, undefined, undefined]);
  });

  test('while a model is opened names a smaller one as well', async () => {
    const { lab, engine, faults } = await open();
    const loading = lab.load(scriptedSpec);
    await nextLoad(engine);
    engine.failLoad(full);
    expect(await loading).toBe(false);
    expect(faults()).toEqual([{ ...full, smaller: 'Small-1B' }]);
  });
});
