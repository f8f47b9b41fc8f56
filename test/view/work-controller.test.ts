import type { ReactiveControllerHost } from 'lit';
import { expect, test } from 'vitest';
import { WorkController } from '../../src/view/work-controller.ts';

const host: ReactiveControllerHost = {
  addController: () => {},
  removeController: () => {},
  requestUpdate: () => {},
  updateComplete: Promise.resolve(true),
};

const pending = () => {
  let resolve = (_value: null): void => {};
  const promise = new Promise<null>((settle) => (resolve = settle));
  return { promise, resolve: (value: null) => resolve(value) };
};

test('a question that another one has taken the place of ends nothing', async () => {
  const work = new WorkController(host);
  const [first, second] = [pending(), pending()];
  const before = work.ask(() => first.promise);
  const after = work.ask(() => second.promise);
  first.resolve(null);
  await before;
  expect(work.asking).toBe(true);
  second.resolve(null);
  await after;
  expect(work.asking).toBe(false);
});

test('a run that another one has taken the place of is over with its own end', async () => {
  const work = new WorkController(host);
  const [first, second] = [pending(), pending()];
  const before = work.run(() => first.promise);
  const after = work.run(() => second.promise);
  first.resolve(null);
  expect(await before).toBe(true);
  expect([work.running, work.asking]).toEqual([true, false]);
  second.resolve(null);
  expect(await after).toBe(true);
  expect(work.running).toBe(false);
});

test('a run that is refused does not end the one that goes on', async () => {
  const work = new WorkController(host);
  const first = pending();
  const before = work.run(() => first.promise);
  expect(await work.run(() => Promise.resolve(null))).toBe(false);
  first.resolve(null);
  expect(await before).toBe(true);
});

test('work that throws is over too', async () => {
  const work = new WorkController(host);
  await expect(work.run(() => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
  expect(work.running).toBe(false);
});
