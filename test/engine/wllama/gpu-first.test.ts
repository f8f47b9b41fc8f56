import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { gpuFirst, gpuPatience } from '../../../src/engine/wllama/worker/gpu-first.ts';
import { LaneError } from '../../../src/engine/wllama/worker/lane-error.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Both starts, ended by the test's hand. */
function starts(patience = 60) {
  let signal: AbortSignal | null = null;
  let settle = { started: (_: string): void => {}, failed: (_: unknown): void => {} };
  const onCpu = vi.fn((why: string) => Promise.resolve(`on the CPU, since ${why}`));
  const result = gpuFirst({
    patience,
    onGpu: (given) => {
      signal = given;
      return new Promise<string>((started, failed) => (settle = { started, failed }));
    },
    onCpu,
  });
  return { result, onCpu, gpu: () => settle, signal: () => signal as AbortSignal | null };
}

describe('a start on the graphics processor', () => {
  test('is the session where it comes to an end', async () => {
    const { result, onCpu, gpu, signal } = starts();
    vi.advanceTimersByTime(59_000);
    gpu().started('on the GPU');
    expect(await result).toBe('on the GPU');
    vi.advanceTimersByTime(600_000);
    expect(onCpu).not.toHaveBeenCalled();
    expect(signal()?.aborted).toBe(false);
  });

  test('that hangs is given up, closed, and followed by one on the CPU that says why', async () => {
    const { result, onCpu, gpu, signal } = starts();
    vi.advanceTimersByTime(60_000);
    expect(signal()?.aborted).toBe(false);
    vi.advanceTimersByTime(1000);
    expect(await result).toMatch(/on the CPU, since .*within 60 seconds/);
    expect(signal()?.aborted).toBe(true);
    // What hung may still come, and changes nothing.
    gpu().failed(new LaneError('it was ended', true));
    await Promise.resolve();
    expect(onCpu).toHaveBeenCalledTimes(1);
  });

  test('that fails is followed by one on the CPU at once', async () => {
    const { result, onCpu, gpu } = starts();
    gpu().failed(new LaneError('no memory', true));
    expect(await result).toMatch(/since .*no memory/);
    vi.advanceTimersByTime(600_000);
    expect(onCpu).toHaveBeenCalledTimes(1);
  });

  test('that meets a bug does not hide it behind the CPU', async () => {
    const { result, onCpu, gpu } = starts();
    gpu().failed(new TypeError('a bug'));
    await expect(result).rejects.toThrow('a bug');
    expect(onCpu).not.toHaveBeenCalled();
  });

  test('of larger weights may take longer', () => {
    expect(gpuPatience(2e9)).toBeGreaterThan(2 * gpuPatience(0));
  });
});
