import { describe, expect, test } from 'vitest';
import { createExclusive } from '../../src/run/exclusive.ts';

/** Work that runs until it is aborted or let go. */
function piece(log: string[], name: string) {
  let finish = (): void => {};
  const started = resolvers();
  const work = (signal: AbortSignal): Promise<string> => {
    log.push(`${name} begins`);
    started.resolve();
    return new Promise((resolve) => {
      const end = (how: string) => () => {
        log.push(`${name} ${how}`);
        resolve(how);
      };
      finish = end('ends');
      signal.addEventListener('abort', end('stops'));
    });
  };
  return { work, started: started.promise, finish: () => finish() };
}

function resolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

describe('one piece of work at a time', () => {
  test('who comes aborts what runs, and begins after its end', async () => {
    const log: string[] = [];
    const exclusive = createExclusive();
    const [first, second] = [piece(log, 'first'), piece(log, 'second')];
    const one = exclusive.run(first.work);
    await first.started;
    const two = exclusive.run(second.work);
    expect(await one).toBe('stops');
    await second.started;
    second.finish();
    expect(await two).toBe('ends');
    expect(log).toEqual(['first begins', 'first stops', 'second begins', 'second ends']);
  });

  test('who waits is dropped when a third comes', async () => {
    const log: string[] = [];
    const exclusive = createExclusive();
    const [first, second, third] = ['first', 'second', 'third'].map((name) => piece(log, name));
    void exclusive.run(first!.work);
    await first!.started;
    const two = exclusive.run(second!.work);
    const three = exclusive.run(third!.work);
    expect(await two).toBeNull();
    await third!.started;
    third!.finish();
    expect(await three).toBe('ends');
    expect(log).not.toContain('second begins');
  });

  test('a stop ends what runs and drops what waits', async () => {
    const log: string[] = [];
    const exclusive = createExclusive();
    const [first, second] = [piece(log, 'first'), piece(log, 'second')];
    const one = exclusive.run(first.work);
    await first.started;
    const two = exclusive.run(second.work);
    await exclusive.stop();
    expect(await one).toBe('stops');
    expect(await two).toBeNull();
  });

  test("the caller's own signal ends its work", async () => {
    const log: string[] = [];
    const first = piece(log, 'first');
    const controller = new AbortController();
    const one = createExclusive().run(first.work, controller.signal);
    await first.started;
    controller.abort();
    expect(await one).toBe('stops');
  });

  test('work that throws does not keep the next from running', async () => {
    const exclusive = createExclusive();
    const bad = exclusive.run(() => Promise.reject(new Error('bug')));
    await expect(bad).rejects.toThrow('bug');
    expect(await exclusive.run(() => Promise.resolve(5))).toBe(5);
  });
});
