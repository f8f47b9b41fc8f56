import { expect, it, vi } from 'vitest';
import { untilAborted } from '../../src/base/until-aborted.ts';

it('gives the value of what is done before Stop, and nothing once stopped', async () => {
  const stop = new AbortController();
  expect(await untilAborted(Promise.resolve(1), stop.signal)).toBe(1);
  const never = untilAborted(new Promise<number>(() => {}), stop.signal);
  stop.abort();
  expect(await never).toBeNull();
  expect(await untilAborted(new Promise<number>(() => {}), stop.signal)).toBeNull();
});

it('waits to the end where nothing can stop it', async () => {
  expect(await untilAborted(Promise.resolve(2))).toBe(2);
});

it('leaves no listener on a signal that outlives what it waited for', async () => {
  const { signal } = new AbortController();
  const add = vi.spyOn(signal, 'addEventListener');
  const remove = vi.spyOn(signal, 'removeEventListener');
  await untilAborted(Promise.resolve(3), signal);
  await expect(untilAborted(Promise.reject(new Error('broken')), signal)).rejects.toThrow('broken');
  await Promise.resolve();
  expect(add).toHaveBeenCalledTimes(2);
  expect(remove.mock.calls).toEqual(add.mock.calls.map(([name, listener]) => [name, listener]));
});
