import { afterEach, expect, test, vi } from 'vitest';
import type { Steps } from '../../../src/base/steps.ts';
import { allAtOnce } from '../../../src/base/steps.ts';
import { inTasks } from '../../../src/view/experiment/in-tasks.ts';

afterEach(() => vi.restoreAllMocks());

/** Each step takes so many milliseconds of a clock that the test holds. */
function* counting(steps: number, took: () => void): Steps<number> {
  let sum = 0;
  for (let step = 0; step < steps; step++) {
    took();
    sum += step;
    yield;
  }
  return sum;
}

/** How many tasks there were: what waits for one comes between two of them. */
async function tasksOf(steps: number, milliseconds: number): Promise<{ value: number | null; tasks: number }> {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  let last = -1;
  let tasks = 0;
  let turn = 0;
  let isOn = true;
  const beside = (): void => {
    turn += 1;
    if (isOn) setImmediate(beside);
  };
  setImmediate(beside);
  const value = await inTasks(
    counting(steps, () => {
      now += milliseconds;
      if (turn !== last) tasks += 1;
      last = turn;
    }),
    new AbortController().signal,
  );
  isOn = false;
  return { value, tasks };
}

test('short steps share a task, and long ones have one each', async () => {
  expect((await tasksOf(6, 1)).tasks).toBe(1);
  vi.restoreAllMocks();
  const long = await tasksOf(6, 40);
  expect(long.value).toBe(15);
  expect(long.tasks).toBeGreaterThan(3);
});

test('ends with nothing once it is no longer wanted', async () => {
  const wanted = new AbortController();
  let steps = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => 100 * steps);
  const work = inTasks(
    counting(1000, () => {
      steps += 1;
      if (steps === 2) wanted.abort();
    }),
    wanted.signal,
  );
  expect(await work).toBeNull();
  expect(steps).toBe(2);
});

test('one work waits for those before it, whatever becomes of them', async () => {
  vi.spyOn(performance, 'now').mockImplementation(() => 100 * done.length);
  const done: string[] = [];
  const wanted = new AbortController();
  const named = (name: string) => counting(2, () => done.push(name));
  function* breaking(): Steps<number> {
    yield;
    throw new Error('broken');
  }
  const works = [
    inTasks(named('first'), wanted.signal),
    inTasks(breaking(), wanted.signal),
    inTasks(named('unwanted'), AbortSignal.abort()),
    inTasks(named('last'), wanted.signal),
  ];
  const ended = await Promise.allSettled(works);
  expect(ended.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual([
    1,
    'Error: broken',
    null,
    1,
  ]);
  expect(done).toEqual(['first', 'first', 'last', 'last']);
});

test('at once it comes to the same', () => {
  expect(allAtOnce(counting(6, () => {}))).toBe(15);
});
