import { expect, test } from 'vitest';
import type { RunId } from '../../src/base/id.ts';
import { createRunLocks } from '../../src/run/locks.ts';
import { shareLocks } from '../../src/run/shared-locks.ts';

const run = 'run-a' as RunId;

test('a run is held by all who share it, and free once the last one leaves, however often one does', async () => {
  const locks = createRunLocks(undefined);
  const shared = shareLocks(locks);
  const [one, two] = await Promise.all([shared.hold(run), shared.hold(run)]);
  expect(await locks.hold(run)).toBeNull();
  one?.();
  one?.();
  expect([...locks.own()]).toEqual([run]);
  two?.();
  expect([...locks.own()]).toEqual([]);
  expect(await shared.hold(run)).not.toBeNull();
});

test('a run that another holds is refused to all, and had once it is free', async () => {
  const locks = createRunLocks(undefined);
  const shared = shareLocks(locks);
  const other = await locks.hold(run);
  expect(await Promise.all([shared.hold(run), shared.hold(run)])).toEqual([null, null]);
  other?.();
  expect(await shared.hold(run)).not.toBeNull();
});
