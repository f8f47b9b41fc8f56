import { describe, expect, test } from 'vitest';
import type { ModelSpec } from '../../../src/engine/model.ts';
import { catalogue } from '../../../src/engine/webllm/catalogue.ts';
import { smallerThan } from '../../../src/engine/webllm/smaller.ts';

const laptop = { halfPrecision: true, memoryGib: 8 };
const offer = (name: string) => {
  const found = catalogue(laptop).find((one) => one.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};

describe('the model to take where one has no room', () => {
  test('is the largest that is likely to fit and clearly smaller', () => {
    const { spec, memoryMb } = offer('Qwen3-4B');
    const name = smallerThan(spec, null, laptop);
    const next = offer(name ?? '');
    expect(next.fit).toBe('likely');
    expect(next.memoryMb).toBeLessThanOrEqual(0.75 * memoryMb);
    const others = catalogue(laptop).filter((one) => one.memoryMb <= 0.75 * memoryMb);
    expect(Math.max(...others.map((one) => one.memoryMb))).toBe(next.memoryMb);
  });

  test('fits the device even where the lost one never did', () => {
    const largest = catalogue(laptop).find(({ fit }) => fit === 'hardly');
    const name = largest && smallerThan(largest.spec, null, laptop);
    expect(offer(name ?? '').fit).toBe('likely');
  });

  test('is found by the bytes of a model that is in no list', () => {
    const own: ModelSpec = { id: 'own', engine: 'webllm', urls: ['https://a.example/'], chat: 'general' };
    expect(smallerThan(own, 2e9, laptop)).not.toBeNull();
    expect(smallerThan(own, null, laptop)).toBeNull();
  });

  test('is none below the smallest, and none for another engine', () => {
    const nano: ModelSpec = { id: 'nano', engine: 'webllm', urls: ['models/nano'], chat: 'nano' };
    expect(smallerThan(nano, 4e6, laptop)).toBeNull();
    expect(smallerThan({ ...offer('Qwen3-4B').spec, engine: 'wllama' }, 3e9, laptop)).toBeNull();
  });
});
