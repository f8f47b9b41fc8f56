import { expect, test } from 'vitest';
import { createAtWork } from '../../src/offline/at-work.ts';

const never = new AbortController().signal;
let scopes = 0;
const newScope = (): string => `https://page.test/${(scopes += 1)}/`;

/** Long enough for locks to have been given, were they to be had. */
const locked = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await navigator.locks.query();
};

test('what must not interrupt comes at once where no tab is at work', async () => {
  let came = 0;
  await createAtWork(navigator.locks, newScope()).afterwards(() => (came += 1), never);
  expect(came).toBe(1);
});

test('it waits for the work of this tab and of another', async () => {
  const scope = newScope();
  const [own, other] = [createAtWork(navigator.locks, scope), createAtWork(navigator.locks, scope)];
  let came = 0;
  own.set(true);
  other.set(true);
  await locked();
  const done = own.afterwards(() => (came += 1), never);
  own.set(false);
  await locked();
  expect(came).toBe(0);
  other.set(false);
  await done;
  expect(came).toBe(1);
});

test('it does not come any more once nobody waits for it', async () => {
  const scope = newScope();
  const [own, other] = [createAtWork(navigator.locks, scope), createAtWork(navigator.locks, scope)];
  const waiting = new AbortController();
  let came = 0;
  other.set(true);
  await locked();
  const done = own.afterwards(() => (came += 1), waiting.signal);
  await locked();
  waiting.abort();
  other.set(false);
  await done;
  expect(came).toBe(0);
});

test('without locks a tab waits for its own work', async () => {
  const own = createAtWork(undefined, newScope());
  let came = 0;
  own.set(true);
  const done = own.afterwards(() => (came += 1), never);
  await Promise.resolve();
  expect(came).toBe(0);
  own.set(false);
  await done;
  expect(came).toBe(1);
});
