import { afterEach, describe, expect, test, vi } from 'vitest';
import { choosePlace } from '../../../src/engine/wllama/worker/gpu.ts';

interface Card {
  readonly half?: boolean;
  readonly software?: boolean;
}

const card = ({ half = true, software = false }: Card = {}) => ({
  requestAdapter: () =>
    Promise.resolve({
      features: new Set(half ? ['shader-f16'] : []),
      info: { description: 'Card', isFallbackAdapter: software },
    }),
});
const given = (gpu?: object): void => {
  vi.stubGlobal('navigator', gpu === undefined ? {} : { gpu });
};
afterEach(() => vi.unstubAllGlobals());

const general = { chat: 'general' } as const;
const nano = { chat: 'nano' } as const;

describe('the place where llama.cpp computes', () => {
  test('is a graphics processor with half precision, for all but the bundled model', async () => {
    given(card());
    expect(await choosePlace('auto', general)).toEqual({ device: 'gpu' });
    expect(await choosePlace('auto', nano)).toEqual({ device: 'cpu' });
    expect(await choosePlace('always', nano)).toEqual({ device: 'gpu' });
    expect(await choosePlace('never', general)).toEqual({ device: 'cpu' });
  });

  test('is one in software only by request', async () => {
    given(card({ software: true }));
    expect(await choosePlace('auto', general)).toEqual({ device: 'cpu' });
    expect(await choosePlace('always', nano)).toEqual({ device: 'software-gpu' });
  });

  test.each([
    ['without half precision', card({ half: false }), /shader-f16/],
    ['where the browser has none', { requestAdapter: () => Promise.resolve(null) }, /found no graphics/],
    ['where looking fails', { requestAdapter: () => Promise.reject(new Error('the driver died')) }, /died/],
    ['without WebGPU', undefined, /does not offer WebGPU/],
  ])('is the CPU %s, and that is said', async (_, gpu, why) => {
    given(gpu);
    for (const wish of ['auto', 'always'] as const) {
      expect(await choosePlace(wish, general)).toEqual({
        device: 'cpu',
        why: expect.stringMatching(why),
      });
    }
    expect(await choosePlace('auto', nano)).toEqual({ device: 'cpu' });
  });

  test('is the CPU without a word where only the half precision of a software adapter lacks', async () => {
    given(card({ half: false, software: true }));
    expect(await choosePlace('auto', general)).toEqual({ device: 'cpu' });
  });
});
