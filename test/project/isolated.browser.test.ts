import { expect, test } from 'vitest';

test('the browser tests run in a cross-origin isolated page, so that threads work', () => {
  expect(crossOriginIsolated).toBe(true);
});
