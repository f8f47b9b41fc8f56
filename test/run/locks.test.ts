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
});
