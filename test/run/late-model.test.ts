/** A question that was asked while its model could not be had, and another came in its place. */
import { expect, test } from 'vitest';
import type { ModelSpec } from '../../src/engine/model.ts';
import { compare } from '../../src/reward/maths/compare.ts';
import { createLab } from '../../src/run/create-lab.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { ScriptedEngine, scriptedSpec } from '../kit/engine.ts';
import { answering, finishLoad, nextLoad, question, settings } from './lab-kit.ts';

test('is answered by the model that comes in place of the one that could not be loaded', async () => {
  const gpu = new ScriptedEngine({ loaded: false });
  const cpu = new ScriptedEngine({ loaded: false });
  cpu.script = answering(['5'], '5');
  const engines = { webllm: () => Promise.resolve(gpu), wllama: () => Promise.resolve(cpu) };
  const lab = createLab({ engines, store: createMemoryStore(), compare });
  const onGpu: ModelSpec = { ...scriptedSpec, engine: 'webllm' };
  const loaded = lab.load(onGpu).then((done) => done || lab.load(scriptedSpec, { keepsWork: true }));
  await nextLoad(gpu);
  const asked = lab.ask(question('2 + 3?'), settings());
  gpu.failLoad({ kind: 'engine-unavailable', engine: 'webllm', reason: 'no graphics processor' });
  await finishLoad(cpu);
  expect(await loaded).toBe(true);
  expect(await asked).toMatchObject({ status: 'done', faults: [] });
});
