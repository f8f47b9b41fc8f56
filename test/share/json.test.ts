import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from '../../src/share/json.ts';

describe('JSON from elsewhere', () => {
  test('is read as JSON.parse reads it', () => {
    const shallow = fc.jsonValue({ maxDepth: 4 });
    fc.assert(
      fc.property(shallow, fc.boolean(), (value, spaced) => {
        const text = JSON.stringify(value, null, spaced ? 2 : 0);
        fc.pre(!/"(__proto__|constructor|prototype)"\s*:/.test(text));
        expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
      }),
    );
  });

  test.each([
    ['{"a":1,"b":{"c":1,"c":2}}', 'b.c', 'it stands there twice'],
    ['{"a":1,"\\u0061":2}', 'a', 'it stands there twice'],
    ['[{},{"x":{"__proto__":{"y":1}}}]', '1.x.__proto__', 'a name that nothing here may have'],
    ['{"\\u005f_proto__":1}', '__proto__', 'a name that nothing here may have'],
    ['{"constructor":1}', 'constructor', 'a name that nothing here may have'],
    ['{"a":', '', 'no JSON'],
    ['{"a":"', '', 'no JSON'],
    ['"\\', '', 'no JSON'],
    ['', '', 'no JSON'],
    ['}{', '', 'no JSON'],
  ])('%s is refused by its path', (text, path, reason) => {
    expect(parseJson(text)).toEqual({ ok: false, fault: { path, reason } });
  });

  test('may have the same name in two objects, and a name like a text', () => {
    const text = '[{"a":"a, {\\"a\\":"},{"a":["__proto__"]}]';
    expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
  });

  test.each(['[', '{"a":'])('is refused where %j goes a hundred thousand levels deep', (open) => {
    const read = parseJson(open.repeat(100_000));
    expect(read).toMatchObject({ ok: false, fault: { reason: 'nested more than 20 deep' } });
    if (!read.ok) expect(read.fault.path.length).toBeLessThan(100);
  });

  test('of ten million characters is refused without a stack that overflows', () => {
    expect(parseJson(`["${'a'.repeat(10_000_000)}`)).toMatchObject({ ok: false });
    expect(parseJson(`["${'\\"'.repeat(5_000_000)}`)).toMatchObject({ ok: false });
  });
});
