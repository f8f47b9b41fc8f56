import { afterEach, expect, test } from 'vitest';
import { latePart, type MissingPart } from '../../src/view/late-part.ts';

const missing: MissingPart[] = [];
const hear = ({ detail }: CustomEvent<MissingPart>): void => void missing.push(detail);
document.addEventListener('cat-part-missing', hear);
afterEach(() => missing.splice(0));

/** Lets promises that are settled be heard. */
const turns = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));

test('a part is fetched once, however often it is drawn', async () => {
  let fetches = 0;
  const need = latePart(() => Promise.resolve((fetches += 1)));
  need();
  need();
  await turns();
  need();
  expect(fetches).toBe(1);
  expect(missing).toEqual([]);
});

test('one that cannot be fetched is told once, and fetched again when a person says so', async () => {
  let fetches = 0;
  const need = latePart(() => {
    fetches += 1;
    return fetches === 1 ? Promise.reject(new Error('no connection')) : Promise.resolve();
  });
  need();
  await turns();
  need();
  await turns();
  expect([fetches, missing.length]).toEqual([1, 1]);
  missing[0]?.again();
  await turns();
  expect([fetches, missing.length]).toEqual([2, 1]);
});
