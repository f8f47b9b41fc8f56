import { describe, expect, test } from 'vitest';
import type { ModelSpec } from '../../../src/engine/model.ts';
import { cpuPlan, gpuPlan, keptTokens, sizes, type PlanOptions } from '../../../src/engine/wllama/worker/plan.ts';

/** Gemma 3 4B: a token's keys and values take 136 KiB. */
const metadata = new Map<string, unknown>([
  ['general.architecture', 'gemma3'],
  ['gemma3.embedding_length', 2560],
  ['gemma3.attention.head_count', 8],
  ['gemma3.attention.head_count_kv', 4],
  ['gemma3.attention.key_length', 256],
  ['gemma3.attention.value_length', 256],
  ['gemma3.block_count', 34],
  ['gemma3.context_length', 131_072],
]);
const spec: ModelSpec = { id: 'gemma', engine: 'wllama', urls: [], chat: 'general' };

const options = (rest: Partial<PlanOptions> = {}, memoryGib: number | null = 8): PlanOptions => ({
  spec,
  files: { bytes: 1.9e9, contextTokens: null, gguf: { metadata } as never },
  ...{ threads: 'auto', slots: null },
  machine: { cores: 8, isolated: true, memoryGib },
  ...rest,
});

describe('the plan for a graphics processor', () => {
  test('decodes as many answers in one lane as have the whole context in half the memory', () => {
    expect(sizes({ metadata } as never)).toEqual({ trained: 131_072, cellBytes: 136 * 1024 });
    const small = gpuPlan(options());
    expect([small.perLane(1), small.contextTokens]).toEqual([3, 4096]);
    const large = gpuPlan(options({}, 32));
    expect([large.perLane(1), large.alike(1), large.contextTokens]).toEqual([8, 8, 4096]);
    expect(large.layouts).toEqual([{ lanes: 1, threads: 1 }]);
  });

  test('shortens the context before it has no answer at all', () => {
    const plan = gpuPlan(options({ spec: { ...spec, contextTokens: 32_768 } }, null));
    expect(plan.perLane(1)).toBe(1);
    expect(plan.contextTokens).toBeLessThan(4096);
    expect(plan.contextTokens).toBeGreaterThan(3000);
  });

  test('gives no more slots than were wanted', () => {
    expect(gpuPlan(options({ slots: 2 }, 32)).perLane(1)).toBe(2);
  });
});

describe('the plan for the CPU', () => {
  test('decodes a large model one answer at a time, in what WebAssembly has left', () => {
    const plan = cpuPlan(options());
    expect([plan.perLane(1), plan.alike(1)]).toEqual([1, 1]);
    expect(plan.contextTokens).toBe(3584);
    expect(plan.layouts).toEqual([
      { lanes: 1, threads: 1 },
      { lanes: 1, threads: 8 },
    ]);
  });

  test('never has a context that is too short for anything', () => {
    const few = { ...spec, contextTokens: 10 };
    expect(cpuPlan(options({ spec: few })).contextTokens).toBe(256);
    expect(gpuPlan(options({ spec: few })).contextTokens).toBe(256);
  });
});

test('a lane keeps as much of old prompts as it is quickly open again: 96 to 512 MB', () => {
  const { files } = options();
  const megabytes = (bytes: number): number =>
    Math.round((keptTokens({ ...files, bytes }) * sizes(files.gguf).cellBytes) / 2 ** 20);
  expect([5e6, 40e6, 98e6, 1.9e9].map(megabytes)).toEqual([96, 152, 374, 512]);
});
