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
    const jobs = lab.loaded('policy')?.trained?.jobs ?? [];
    const settings = applyChange(defaultSettings('nano'), { group: 2 });
    const group = await lab.ask(openQuestion('How do I keep bread fresh?'), settings);
    if (jobs.includes('propose') && jobs.includes('verdict')) {
      expect(group?.status).toBe('done');
    } else {
      expect(group).toBeNull();
      expect(faults).toEqual([{ kind: 'open-untaught', model: 'nano' }]);
    }
  }, 120_000);
});
