import { expect, test } from 'vitest';
import { bundledGpuModel } from '../../src/engine/bundled.ts';
import { createWebllmEngine } from '../../src/engine/webllm/engine.ts';
import { measureDevice } from '../../src/run/measure-device.ts';

test('a real device is measured: every figure is a number, and the batch is what was loaded', async () => {
  const engine = createWebllmEngine();
  const loaded = await engine.load(bundledGpuModel);
  expect(loaded?.ok).toBe(true);
  const measured = await measureDevice(engine);
  await engine.unload();
  if (measured?.ok !== true) throw new Error(JSON.stringify(measured));
  const { rows, decoding, gpuBytes, slots } = measured.value;
  expect(decoding).toBe('shared-prompt');
  expect(gpuBytes).toBeGreaterThan(1e6);
  expect(slots).toBeGreaterThanOrEqual(8);
  expect(rows.map(({ group }) => group)).toContain(8);
  for (const row of rows) {
    for (const figure of Object.values(row)) expect(Number.isFinite(figure) && figure > 0).toBe(true);
  }
});
