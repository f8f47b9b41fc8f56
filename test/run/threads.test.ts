import { describe, expect, test } from 'vitest';
import { candidates, layoutThreads } from '../../src/engine/wllama/worker/layout.ts';
import { isOneThreaded, threadChoices } from '../../src/run/threads.ts';
import { loadedModel } from '../kit/lab.ts';

/** The most threads that the CPU engine tries. */
const most = (threads: number | 'auto', cores: number, bytes = 2 ** 20, isolated = true): number =>
  Math.max(...candidates(threads, null, bytes, { cores, isolated }).map(layoutThreads));

describe('the threads that the page offers', () => {
  test.each([1, 2, 8, 64])('are all that the CPU engine uses of %i cores', (cores) => {
    expect(threadChoices(cores)).toBe(most('auto', cores));
  });

  test.each([1, 64, 128, 129, 200, 300, 2000])(
    'are said to be one exactly where a model of %i MiB gets no more',
    (mebibytes) => {
      const bytes = mebibytes * 2 ** 20;
      for (const isolated of [true, false]) {
        const model = { ...loadedModel(), bytes };
        expect(isOneThreaded(model, isolated)).toBe(most(8, 8, bytes, isolated) === 1);
      }
    },
  );

  test('are not said to be one on a graphics processor', () => {
    const { capabilities } = loadedModel();
    const gpu = { bytes: 2 ** 30, capabilities: { ...capabilities, device: 'gpu' as const } };
    expect(isOneThreaded(gpu, false)).toBe(false);
  });
});
