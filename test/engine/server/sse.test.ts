import { describe, expect, test } from 'vitest';
import { EventStreamReader } from '../../../src/engine/server/sse.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(...parts: (string | Uint8Array)[]): string[] {
  const reader = new EventStreamReader();
  const events = parts.flatMap((part) => reader.push(typeof part === 'string' ? bytes(part) : part));
  return [...events, ...reader.end()];
}

describe('an event stream', () => {
  test('gives the data of each event, with or without a space before it', () => {
    expect(read('data: {"a":1}\n\ndata:two\n\ndata:  three\n\n')).toEqual(['{"a":1}', 'two', ' three']);
  });

  test('is the same wherever it is split, for each kind of line end', () => {
    const text = ': ping\ndata: zwölf 🐈\ndata: more\n\nevent: x\nid: 3\ndata: [DONE]\n\n';
    for (const ends of ['\n', '\r\n', '\r']) {
      const whole = bytes(text.replaceAll('\n', ends));
      for (let at = 0; at <= whole.length; at++) {
        expect(read(whole.subarray(0, at), whole.subarray(at))).toEqual(['zwölf 🐈\nmore', '[DONE]']);
      }
      expect(read(...Array.from(whole, (_, at) => whole.subarray(at, at + 1)))).toHaveLength(2);
    }
  });

  test('passes over comments and events without data', () => {
    expect(read(': keep alive\n\n', 'event: ping\n\n', ':\n\n', 'data: x\n\n')).toEqual(['x']);
  });

  test('gives an event that lacks its last empty line, or its last line end', () => {
    expect(read('data: one\n\ndata: [DONE]\n')).toEqual(['one', '[DONE]']);
    expect(read('data: one\n\ndata: [DONE]')).toEqual(['one', '[DONE]']);
  });

  test('begins after a byte order mark', () => {
    expect(read('\uFEFFdata: x\n\n')).toEqual(['x']);
  });

  test('replaces bytes that are no UTF-8 and reads on', () => {
    expect(read('data: a', new Uint8Array([0xff, 0xc3]), '(b\n\ndata: c\n\n')).toEqual(['a\uFFFD\uFFFD(b', 'c']);
  });

  test('refuses a line without an end', () => {
    const reader = new EventStreamReader();
    const part = bytes('x'.repeat(2 ** 20));
    expect(() => {
      for (let at = 0; at < 6; at++) reader.push(part);
    }).toThrow(RangeError);
  });
});
