import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { MLCEngine } from '@mlc-ai/web-llm';
import { expect, test } from 'vitest';
import { modelSizes, openHandles, type Handles } from '../../../src/engine/webllm/worker/handles.ts';

const engineWith = (pipeline: object | undefined): MLCEngine =>
  ({
    loadedModelIdToPipeline: new Map(pipeline === undefined ? [] : [['m', pipeline]]),
  }) as unknown as MLCEngine;

test('the private handles are written for the version that is pinned and installed', async () => {
  const source = await readFile('src/engine/webllm/worker/handles.ts', 'utf8');
  const manifest = JSON.parse(await readFile('package.json', 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const pinned = manifest.dependencies['@mlc-ai/web-llm'];
  const entry = createRequire(import.meta.url).resolve('@mlc-ai/web-llm');
  const installed = await readFile(`${entry.slice(0, entry.lastIndexOf('/lib/'))}/package.json`, 'utf8');
  expect(pinned).toMatch(/^\d+\.\d+\.\d+$/);
  expect((JSON.parse(installed) as { version: string }).version).toBe(pinned);
  expect(source).toContain(`@mlc-ai/web-llm ${pinned ?? '?'}:`);
});

test('a handle that is not there is named', () => {
  expect(() => openHandles(engineWith(undefined), 'm')).toThrow(/no pipeline/);
  const lib = { webGPUContext: {} };
  expect(() => openHandles(engineWith({ tvm: { lib }, vm: {} }), 'm')).toThrow(
    /lacks device, params, embed, tokenizer/,
  );
  expect(() => openHandles(engineWith({ tvm: { lib: {} } }), 'm')).toThrow(/tvm\.lib\.webGPUContext/);
});

test('the sizes of a model are read from its config, or unknown', () => {
  const sizes = (config: object) =>
    modelSizes({ pipeline: { config: { model_config: config } } } as unknown as Handles, true);
  const llama = {
    ...{ num_hidden_layers: 16, num_attention_heads: 32, num_key_value_heads: 8 },
    ...{ hidden_size: 2048, max_position_embeddings: 131072 },
  };
  expect(sizes(llama)).toEqual({
    ...{ layers: 16, kvHeads: 8, headSize: 64, bytesPerNumber: 2, trained: 131072 },
  });
  expect(sizes({ ...llama, head_dim: 128 })?.headSize).toBe(128);
  expect(sizes({ hidden_size: 2048 })).toBeNull();
});
