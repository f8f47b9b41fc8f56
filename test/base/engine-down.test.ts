import { expect, test } from 'vitest';
import { isEngineDown } from '../../src/base/engine-down.ts';

test('a server that is gone or shut ends the work; one that is busy or refuses ends one request', () => {
  const server = 'llm.example';
  const reason = '';
  expect(isEngineDown({ kind: 'server-unreachable', server, reason })).toBe(true);
  expect(isEngineDown({ kind: 'server-denied', server, status: 401 })).toBe(true);
  expect(isEngineDown({ kind: 'server-busy', server, status: 429, reason })).toBe(false);
  expect(isEngineDown({ kind: 'server-refused', server, status: 400, reason })).toBe(false);
});
