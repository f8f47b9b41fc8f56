import { expect, test } from 'vitest';
import { EventQueue } from '../../src/engine/event-queue.ts';
import { untilDone } from '../../src/run/until-done.ts';

test('the work that throws aborts the others, and its error comes once they have ended too', async () => {
  const queue = new EventQueue<string>();
  const left = new AbortController();
  let end = (): void => {};
  const slow = new Promise<void>((resolve) => (end = resolve)).then(() => queue.push('the other one, to its end'));
  const told: string[] = [];
  const all = (async () => {
    for await (const event of untilDone(queue, [Promise.reject(new Error('a bug')), slow], left)) told.push(event);
  })();
  all.catch(() => {});
  await new Promise((resolve) => setTimeout(resolve));
  expect([left.signal.aborted, told]).toEqual([true, []]);
  end();
  await expect(all).rejects.toThrow('a bug');
  expect(told).toEqual(['the other one, to its end']);
});

test('whoever leaves waits for all works', async () => {
  const queue = new EventQueue<string>();
  const left = new AbortController();
  const ended: string[] = [];
  const work = (name: string) =>
    new Promise<void>((resolve) => left.signal.addEventListener('abort', () => resolve())).then(() => {
      ended.push(name);
    });
  queue.push('first');
  for await (const _ of untilDone(queue, [work('a'), work('b')], left)) break;
  expect(ended).toEqual(['a', 'b']);
});
