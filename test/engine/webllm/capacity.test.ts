import { describe, expect, test } from 'vitest';
import { capacity } from '../../../src/engine/webllm/worker/capacity.ts';

const gib = 2 ** 30;
/** Llama 3.1 8B: 128 KiB of keys and values for a token. */
const llama8b = { layers: 32, kvHeads: 8, headSize: 128, bytesPerNumber: 2, trained: 131072 };
const nano = { layers: 5, kvHeads: 6, headSize: 32, bytesPerNumber: 4, trained: 4096 };

describe('what fits the device', () => {
  test('all wishes, where memory is plenty', () => {
    const limits = { bindingBytes: gib, cacheBytes: 16 * gib };
    expect(capacity(llama8b, { slots: 8, contextTokens: 4096 }, limits)).toEqual({
      sequences: 8,
      tokens: 8 * (4096 + 16),
      contextTokens: 8 * (4096 + 16) - 16,
    });
  });

  test('fewer tokens in all where the caches’ memory is short', () => {
    const found = capacity(
      llama8b,
      { slots: 8, contextTokens: 4096 },
      { bindingBytes: gib, cacheBytes: gib },
    );
    expect(found).toEqual({ sequences: 8, tokens: 8192, contextTokens: 8192 - 16 });
  });

  test('one sequence may have all of it, as far as the model was trained', () => {
    const limits = { bindingBytes: gib, cacheBytes: gib };
    const wishes = { slots: 8, contextTokens: 2048 };
    expect(capacity(llama8b, wishes, limits).contextTokens).toBe(8192 - 16);
    const short = capacity({ ...llama8b, trained: 4096 }, wishes, limits);
    expect(short).toEqual({ sequences: 8, tokens: 8192, contextTokens: 4096 });
  });

  test('no more context than was wished for where the model does not say what it was trained for', () => {
    const limits = { bindingBytes: gib, cacheBytes: gib };
    const wishes = { slots: 8, contextTokens: 2048 };
    expect(capacity({ ...llama8b, trained: null }, wishes, limits).contextTokens).toBe(2048);
  });

  test('no more than one layer’s buffer may hold', () => {
    const limits = { bindingBytes: 2 ** 24, cacheBytes: gib };
    const found = capacity(nano, { slots: 32, contextTokens: 4096 }, limits);
    expect(found.tokens * 2 * 6 * 32 * 4).toBeLessThanOrEqual(2 ** 24);
  });

  test('never more context than the model was trained for', () => {
    const limits = { bindingBytes: gib, cacheBytes: 4 * gib };
    expect(capacity(nano, { slots: 1, contextTokens: 9999 }, limits).contextTokens).toBe(4096);
  });
});
