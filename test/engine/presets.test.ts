import { describe, expect, test } from 'vitest';
import { paperPreset } from '../../src/engine/presets.ts';
import { ggufOffers } from '../../src/engine/wllama/catalogue.ts';
import { catalogue } from '../../src/engine/webllm/catalogue.ts';

const gemma = { temperature: 1, topK: 64, topP: 0.95, maxTokens: 1536 };
const qwen = { temperature: 0.7, topK: 20, topP: 0.8, maxTokens: 1536 };
const llama = { temperature: 0.7, topK: 50, topP: 0.9, maxTokens: 1536 };

describe('the paper’s settings', () => {
  test.each([
    ['gemma-3-4b-it-Q3_K_S', gemma],
    ['google_gemma-3-4b-it-Q4_K_M-00001-of-00005.gguf', gemma],
    ['Qwen3-4B-q4f16_1-MLC', qwen],
    ['Qwen3-4B', qwen],
    ['Llama-3.1-8B-Instruct-q4f32_1-MLC', llama],
    ['Meta-Llama-3.1-8B-Instruct-Q4_K_M.gguf', llama],
  ])('go with %s', (name, preset) => {
    expect(paperPreset(name)).toEqual(preset);
  });

  test.each(['gemma-3-1b-it', 'gemma-2-2b-it', 'Qwen3-8B', 'Qwen3-4B-Thinking-2507', 'Llama-3.2-3B-Instruct', 'nano'])(
    'do not go with %s',
    (name) => {
      expect(paperPreset(name)).toBeNull();
    },
  );

  test('stand in the lists of both engines, for all three models', () => {
    const listed = [
      ...catalogue({ halfPrecision: true, memoryGib: 8 }),
      ...ggufOffers,
    ].filter(({ preset }) => preset !== null);
    expect(listed.map(({ name }) => name).sort()).toEqual([
      'Llama-3.1-8B-Instruct',
      'Qwen3-4B',
      'gemma-3-4b-it',
    ]);
    for (const { preset, spec } of listed) expect(spec.preset).toEqual(preset);
  });
});

test('a GGUF that is offered names its host, its repository, its licence and a size under 2 GB', () => {
  for (const { spec, repository, licence, bytes } of ggufOffers) {
    const { protocol, pathname } = new URL(spec.urls[0] ?? '');
    expect(protocol).toBe('https:');
    expect(pathname).toContain(`/${repository}/`);
    expect(licence).not.toBe('');
    expect(bytes).toBeLessThan(2 * 2 ** 30);
  }
});
