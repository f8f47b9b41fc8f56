/**
 * wllama asked to compute on the software adapter. That one has no half precision, which llama.cpp
 * needs, so what can be shown here is that a model asked for there runs on the CPU, and says why.
 */
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { bundledModel } from '../../src/engine/bundled.ts';
import { EngineClient } from '../../src/engine/client.ts';
import type { LoadedModel } from '../../src/engine/model.ts';
import { linkWorker } from '../../src/engine/worker-link.ts';
import { easy } from '../kit/easy.ts';
import { all, completionOf } from './conformance.ts';

let inside: 'none' | 'broken' | undefined;
const engine = new EngineClient({
  id: 'wllama',
  gpu: 'always',
  baseUrl: () => document.baseURI,
  start: () =>
    linkWorker((name) => {
      const worker = new Worker(new URL('../kit/wllama-worker.ts', import.meta.url), {
        type: 'module',
        name,
      });
      worker.postMessage({ inside });
      return worker;
    }),
});
afterEach(() => engine.unload());

let hasHalf = false;
beforeAll(async () => {
  const adapter = await navigator.gpu.requestAdapter();
  if (adapter === null) throw new Error('this browser has no WebGPU adapter');
  hasHalf = adapter.features.has('shader-f16');
});

async function load(): Promise<LoadedModel> {
  const loaded = await engine.load(bundledModel, { threads: 1 });
  if (loaded?.ok !== true) throw new Error(`not loaded: ${JSON.stringify(loaded)}`);
  return loaded.value;
}

async function answer(): Promise<string> {
  const content = `Solve.\n${easy.question}`;
  const sampling = { temperature: 0, topP: 1, topK: 0, maxTokens: 200 };
  const messages = [{ role: 'user' as const, content }];
  const events = await all(engine.sample([{ messages, seed: 1, sampling }]));
  return completionOf(events, 0).text;
}

describe('a GGUF that is asked for on the graphics processor', () => {
  test('runs there where it has half precision, else on the CPU with the reason', async () => {
    inside = undefined;
    const { capabilities, gpuRefused } = await load();
    if (hasHalf) expect(capabilities.device).toMatch(/gpu/);
    else expect(capabilities.device).toBe('cpu');
    expect(gpuRefused).toEqual(hasHalf ? undefined : expect.stringContaining('shader-f16'));
    expect(await answer()).toMatch(/answer is \d/);
  });

  test.each([
    ['finds nothing to compute on', 'none', /none of its layers/],
    ['fails at it', 'broken', /./],
  ] as const)('runs on the CPU where llama.cpp %s, with the reason', async (_, found, why) => {
    inside = found;
    const { capabilities, gpuRefused } = await load();
    expect(capabilities).toMatchObject({ device: 'cpu' });
    expect(capabilities).not.toHaveProperty('decoding');
    expect(gpuRefused).toMatch(/^the model could not be started on it: /);
    expect(gpuRefused).toMatch(why);
    expect(await answer()).toMatch(/answer is \d/);
  });
});
