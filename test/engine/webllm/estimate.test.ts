import { expect, test } from 'vitest';
import { catalogue } from '../../../src/engine/webllm/catalogue.ts';
import { estimate } from '../../../src/engine/webllm/estimate.ts';

test.each([
  ['Llama-3.1-8B-Instruct', 'q4f16_1', 8e9, 4.5],
  ['SmolLM2-360M-Instruct', 'q0f16', 360e6, 16],
  ['Qwen2.5-0.5B-Instruct', 'q4f32_1', 0.5e9, 4.5],
  ['stablelm-2-zephyr-1_6b', 'q4f16_1', 1.6e9, 4.5],
])('the size of %s is guessed by the parameters in its name', (name, way, parameters, bits) => {
  const bytes = Math.round((parameters * bits) / 8);
  expect(estimate(name, way, 1e5)).toEqual({ bytes, basis: 'name', parameters, bits });
});

test.each([
  ['Phi-3.5-mini-instruct', 'q4f16_1', 3672],
  ['gemma-4-E2B-it', 'q4f16_1', 3000],
  // What the name says cannot be more than the memory.
  ['Large-70B', 'q4f16_1', 1000],
])('the size of %s is at most its graphics memory, where its name tells nothing', (name, way, memoryMb) => {
  expect(estimate(name, way, memoryMb)).toEqual({ bytes: memoryMb * 2 ** 20, basis: 'memory' });
});

test('every model of the catalogue has a guess', () => {
  for (const { about } of catalogue({ halfPrecision: true, memoryGib: 8 })) {
    expect(about.bytes).toBeGreaterThan(1e7);
  }
});
