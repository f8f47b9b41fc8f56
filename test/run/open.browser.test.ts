import { afterAll, describe, expect, test } from 'vitest';
import { bundledModel } from '../../src/engine/bundled.ts';
import { createWllamaEngine } from '../../src/engine/wllama/engine.ts';
import { compare } from '../../src/reward/maths/compare.ts';
import { createLab } from '../../src/run/create-lab.ts';
import { applyChange, defaultSettings } from '../../src/run/settings.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { openQuestion } from './open-kit.ts';
import { judgesInProse, runsOpenRegime } from './open-real.ts';

const stood = createWllamaEngine();
runsOpenRegime('the CPU engine', stood, bundledModel);
judgesInProse('the CPU engine', stood, bundledModel);

describe('an open question to the bundled model itself', () => {
  const engine = createWllamaEngine();
  afterAll(() => engine.unload());

  test('is answered where its manifest lists the jobs, and refused with a reason where not', async () => {
    const lab = createLab({
      engines: { wllama: () => Promise.resolve(engine) },
      store: createMemoryStore(),
      compare,
    });
    const faults: unknown[] = [];
    lab.listen((event) => {
      if (event.kind === 'fault') faults.push(event.fault);
    });
    if (!(await lab.load(bundledModel))) throw new Error('the model could not be loaded');
    const settings = applyChange(defaultSettings('nano'), { group: 2 });
    const group = await lab.ask(openQuestion('How do I keep bread fresh?'), settings);
    expect(faults).toEqual([]);
    expect(group?.status).toBe('done');
  }, 120_000);
});
