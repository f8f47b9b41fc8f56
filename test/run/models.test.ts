import { expect, test } from 'vitest';
import type { EngineId, ModelSpec } from '../../src/engine/model.ts';
import { createModels } from '../../src/run/models.ts';
import { ScriptedEngine, scriptedSpec } from '../kit/engine.ts';
import { finishLoad } from './lab-kit.ts';

const of = (engine: EngineId, id: string): ModelSpec => ({ ...scriptedSpec, engine, id });

function kit() {
  const cpu = new ScriptedEngine({ loaded: false, id: 'wllama' });
  const gpu = new ScriptedEngine({ loaded: false, id: 'webllm' });
  const engines = { wllama: () => Promise.resolve(cpu), webllm: () => Promise.resolve(gpu) };
  return { cpu, gpu, models: createModels(engines, () => {}) };
}

test('a model goes although the choice that was to follow it was overtaken by a third', async () => {
  const { cpu, gpu, models } = kit();
  const first = models.load(of('wllama', 'a'));
  await finishLoad(cpu);
  expect(await first).toBe(true);
  let goOn = (): void => {};
  const busy = new Promise<void>((resolve) => (goOn = resolve));
  const second = models.load(of('wllama', 'b'), {}, busy);
  const third = models.load(of('webllm', 'c'), {}, busy);
  goOn();
  await finishLoad(gpu);
  expect([await second, await third]).toEqual([false, true]);
  expect([cpu.loaded, gpu.loaded?.spec.id]).toEqual([null, 'c']);
});

test('a judge goes although another one was about to come', async () => {
  const { cpu, models } = kit();
  const first = models.load(of('wllama', 'a'), { role: 'judge' });
  await finishLoad(cpu);
  expect(await first).toBe(true);
  let goOn = (): void => {};
  const second = models.load(of('wllama', 'b'), { role: 'judge' }, new Promise((resolve) => (goOn = resolve)));
  await models.unload('judge');
  goOn();
  expect(await second).toBe(false);
  expect([cpu.loaded, models.hasJudge()]).toEqual([null, false]);
});
