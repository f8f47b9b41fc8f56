import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimal, jsonLine } from '../../src/export/json-line.ts';
import type { Row } from '../../src/export/json-line.ts';

test('a decimal has its point even where it is whole, and other numbers have none', () => {
  const row = { reward: decimal(1), least: decimal(1e-9), most: decimal(1e21), count: 1, none: decimal(null) };
  expect(jsonLine(row)).toBe('{"reward":1.0,"least":1e-9,"most":1e+21,"count":1,"none":null}\n');
});

test('what is no number is null', () => {
  expect(jsonLine({ rewards: [decimal(Number.NaN), decimal(Infinity)] })).toBe('{"rewards":[null,null]}\n');
});

test('no text ends a line, whatever ends lines for its reader', () => {
  const text = 'a\nb\rc\u2028d\u2029e';
  const line = jsonLine({ text });
  expect(line.slice(0, -1)).not.toMatch(/[\n\r\u2028\u2029]/);
  expect(JSON.parse(line)).toEqual({ text });
});

test('a line is read back as what was written', () => {
  const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.boolean(), fc.integer(), fc.constant(null));
  const name = fc.string().filter((text) => text !== '__proto__');
  const row = fc.dictionary(name, fc.oneof(cell, fc.array(cell), fc.dictionary(name, cell)));
  fc.assert(
    fc.property(row, (written) => {
      expect(JSON.parse(jsonLine(written as Row))).toEqual(JSON.parse(JSON.stringify(written)));
    }),
    { numRuns: 30 },
  );
});
