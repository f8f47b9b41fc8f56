import { describe, expect, test } from 'vitest';
import { capacity } from '../../../src/engine/webllm/worker/capacity.ts';

const gib = 2 ** 30;
/** Llama 3.1 8B: 128 KiB of keys and values for a token. */
const llama8b = { layers: 32, kvHeads: 8, headSize: 128, bytesPerNumber: 2, trained: 131072 };
const nano = { layers: 5, kvHeads: 6, headSize: 32, bytesPerNumber: 4, trained: 4096 };
const wish = { sequences: 32, tokens: 32768 };

describe('what fits the device', () => {
  test('all that is wished for, where memory is plenty', () => {
    expect(capacity(llama8b, wish, { bindingBytes: gib, cacheBytes: 16 * gib })).toEqual({
      sequences: 32,
      tokens: 32768,
      contextTokens: 32768 - 64,
      bytes: 4 * gib,
    });
  });

  test('fewer tokens in all where memory is short; one sequence may have nearly all of them', () => {
    expect(capacity(llama8b, wish, { bindingBytes: gib, cacheBytes: gib })).toEqual({
      sequences: 32,
      tokens: 8192,
      contextTokens: 8192 - 64,
      bytes: gib,
    });
  });

  test('no more than one layer’s buffer may hold', () => {
    const { tokens } = capacity(nano, wish, { bindingBytes: 2 ** 24, cacheBytes: gib });
    expect(tokens * 2 * 6 * 32 * 4).toBeLessThanOrEqual(2 ** 24);
    expect(tokens).toBeGreaterThan(10000);
  });

  test('never more context than the model was trained for, or is known to be', () => {
    const limits = { bindingBytes: gib, cacheBytes: 4 * gib };
    expect(capacity(nano, wish, limits).contextTokens).toBe(4096);
    expect(capacity({ ...llama8b, trained: null }, wish, limits).contextTokens).toBe(4096);
  });

  test('something, however little there is', () => {
    const { tokens, contextTokens } = capacity(llama8b, wish, { bindingBytes: gib, cacheBytes: 1 });
    expect(tokens).toBe(128);
    expect(contextTokens).toBe(64);
  });
});
