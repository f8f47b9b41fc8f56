import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowOf } from '../../src/store/entry-row.ts';
import { pack, unpack } from '../../src/store/packed.ts';
import { entry } from './conformance-runs.ts';

const value = fc.oneof(
  fc.double({ noNaN: true }),
  fc.integer({ min: -5, max: 70_000 }),
  fc.string(),
  fc.boolean(),
  fc.constant(null),
);
const rows = fc.array(fc.array(fc.oneof(value, fc.array(value))));

describe('packed rows', () => {
  test('come back as they were, numbers to the last digit, as the store gives them back', () => {
    fc.assert(
      fc.property(rows, (some) => {
        expect(unpack(structuredClone(pack(some)))).toStrictEqual(some);
      }),
    );
  });

  test('are entries too', () => {
    const some = [rowOf(entry(0)), rowOf(entry(700))];
    expect(unpack(pack(some))).toEqual(some);
  });

  test('what no row holds becomes nothing', () => {
    expect(unpack(pack([[1, { two: 3 }, undefined]]))).toEqual([[1, null, null]]);
  });

  test('a cut, a length beyond the end, and lists in lists for ever are nothing that was packed', () => {
    const { codes, numbers, words } = pack([[0.5, 'word', [1, 2]]]);
    const list = codes[0] as number;
    expect(unpack({ codes: codes.slice(0, -1), numbers, words })).toBeNull();
    expect(unpack({ codes: new Uint16Array([...codes, 1]), numbers, words })).toBeNull();
    expect(unpack({ codes, numbers: new Float64Array(), words })).toBeNull();
    expect(unpack({ codes, numbers, words: [] })).toBeNull();
    expect(unpack({ codes: new Uint16Array([list, 9, 1]), numbers, words })).toBeNull();
    const deep = new Uint16Array(60_000).map((_, at) => (at % 2 === 0 ? list : 1));
    expect(unpack({ codes: deep, numbers, words })).toBeNull();
  });

  test.each([null, undefined, 5, 'none', {}, [], { codes: [1], numbers: [], words: [] }])(
    '%j is nothing that was packed',
    (found) => {
      expect(unpack(found)).toBeNull();
    },
  );
});
