import { describe, expect, onTestFinished, test } from 'vitest';
import { newRunId } from '../../src/base/id.ts';
import { createRunLocks } from '../../src/run/locks.ts';

describe('Web Locks on runs', () => {
  test('a second holder is told that the run is taken, and sees it held', async () => {
    const [first, second] = [createRunLocks(navigator.locks), createRunLocks(navigator.locks)];
    const run = newRunId();
    const release = await first.hold(run);
    expect(release).not.toBeNull();
    expect(await second.hold(run)).toBeNull();
    expect((await second.held()).has(run)).toBe(true);
    release?.();
    // The browser hands a lock on in its own time.
    await navigator.locks.request(`cat-lab/run/${run}`, () => undefined);
    expect((await second.held()).has(run)).toBe(false);
    expect(await second.hold(run)).not.toBeNull();
  });

  test('a run that was let go of can be held again at once by the same page', async () => {
    const locks = createRunLocks(navigator.locks);
    const run = newRunId();
    for (let time = 0; time < 50; time++) {
      const release = await locks.hold(run);
      expect(release).not.toBeNull();
      release?.();
    }
  });

  test('a run is taken over: its holder is told, and what it lets go of afterwards frees nothing', async () => {
    const [first, second] = [createRunLocks(navigator.locks), createRunLocks(navigator.locks)];
    const run = newRunId();
    let tell = (): void => {};
    const taken = new Promise<void>((resolve) => (tell = resolve));
    const release = await first.hold(run, { onTaken: () => tell() });
    expect([...first.own()]).toEqual([run]);
    const own = await second.hold(run, { takeOver: true });
    await taken;
    expect([...first.own()]).toEqual([]);
    expect([...second.own()]).toEqual([run]);
    release?.();
    expect(await first.hold(run)).toBeNull();
    own?.();
    await navigator.locks.request(`cat-lab/run/${run}`, () => undefined);
    expect(await first.hold(run)).not.toBeNull();
  });

  test('a run that was let go of is not told as taken', async () => {
    const [first, second] = [createRunLocks(navigator.locks), createRunLocks(navigator.locks)];
    const run = newRunId();
    let taken = 0;
    const release = await first.hold(run, { onTaken: () => (taken += 1) });
    release?.();
    expect(await second.hold(run, { takeOver: true })).not.toBeNull();
    expect(taken).toBe(0);
  });

  test("another page's lock ends with that page", async () => {
    const run = newRunId();
    const frame = document.createElement('iframe');
    document.body.append(frame);
    onTestFinished(() => frame.remove());
    await new Promise<void>((resolve) => {
      void frame.contentWindow?.navigator.locks.request(`cat-lab/run/${run}`, () => {
        resolve();
        return new Promise(() => {});
      });
    });
    const locks = createRunLocks(navigator.locks);
    expect(await locks.hold(run)).toBeNull();
    frame.remove();
    await navigator.locks.request(`cat-lab/run/${run}`, () => undefined);
    expect(await locks.hold(run)).not.toBeNull();
  });
});
