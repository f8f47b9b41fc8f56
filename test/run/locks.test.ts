import { describe, expect, test } from 'vitest';
import type { RunId } from '../../src/base/id.ts';
import { createRunLocks } from '../../src/run/locks.ts';

const run = 'run-a' as RunId;

describe('locks where the browser has none', () => {
  test('a run is held once, and free again after', async () => {
    const locks = createRunLocks(undefined);
    const release = await locks.hold(run);
    expect(await locks.hold(run)).toBeNull();
    expect([...(await locks.held())]).toEqual([run]);
    release?.();
    expect([...(await locks.held())]).toEqual([]);
    expect(await locks.hold(run)).not.toBeNull();
  });

  test('a run that is taken over tells its holder once, whose letting go then frees nothing', async () => {
    const locks = createRunLocks(undefined);
    let taken = 0;
    const release = await locks.hold(run, { onTaken: () => (taken += 1) });
    expect([...locks.own()]).toEqual([run]);
    const second = await locks.hold(run, { takeOver: true });
    expect(second).not.toBeNull();
    release?.();
    expect(taken).toBe(1);
    expect(await locks.hold(run)).toBeNull();
    second?.();
    expect([...locks.own()]).toEqual([]);
  });
});
