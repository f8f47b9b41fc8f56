import { expect, test } from 'vitest';
import { EventQueue } from '../../src/engine/event-queue.ts';
import { collect } from '../kit/engine.ts';

test('gives in order what was pushed before and while it is read', async () => {
  const queue = new EventQueue<number>();
  queue.push(1);
  queue.push(2);
  const read = collect(queue);
  queue.push(3);
  queue.end();
  queue.push(4);
  expect(await read).toEqual([1, 2, 3]);
});

test('leaving the loop runs the leave action once and drops what waits', async () => {
  let left = 0;
  const queue = new EventQueue<number>(() => left++);
  queue.push(1);
  queue.push(2);
  for await (const item of queue) {
    expect(item).toBe(1);
    break;
  }
  await queue.return();
  expect(left).toBe(1);
  expect(await collect(queue)).toEqual([]);
});

test('reading to the end is not leaving', async () => {
  let left = 0;
  const queue = new EventQueue<number>(() => left++);
  queue.end();
  expect(await collect(queue)).toEqual([]);
  expect(left).toBe(0);
});
