import { expect, test } from 'vitest';
import { linkWorker } from '../../src/engine/worker-link.ts';

test('a worker whose script cannot be had could not be started, in words', async () => {
  const link = linkWorker((name) => new Worker('/no-such-script.js', { type: 'module', name }));
  const reason = await new Promise((died) => link.listen(() => {}, died));
  link.terminate();
  expect(reason).toBe('the worker could not be started');
});
