import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Writer } from '../../../src/engine/webllm/worker/writer.ts';

/** Tokens are the bytes of UTF-8 text. */
const decode = (tokens: readonly number[]): string =>
  new TextDecoder().decode(Uint8Array.from(tokens));
const encode = (text: string): number[] => [...new TextEncoder().encode(text)];

function write(text: string, stops: readonly string[] = []): { parts: string[]; stopped: boolean } {
  const writer = new Writer(decode, stops);
  const parts: string[] = [];
  for (const token of encode(text)) {
    const { text: part, stopped } = writer.push(token);
    parts.push(part);
    if (stopped) return { parts, stopped };
  }
  return { parts: [...parts, writer.end()], stopped: false };
}

describe('writing tokens as text', () => {
  test('gives whole characters only', () => {
    expect(write('aé€😀').parts).toEqual(['a', '', 'é', '', '', '€', '', '', '', '😀', '']);
  });

  test('loses and doubles nothing, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('\uFFFD'));
        expect(write(text).parts.join('')).toBe(text);
      }),
    );
  });

  test('ends at a stop string and writes nothing of it', () => {
    const { parts, stopped } = write('one</s>two', ['</s>']);
    expect(stopped).toBe(true);
    expect(parts.join('')).toBe('one');
  });

  test('holds back what might become a stop string, and gives it when it does not', () => {
    const writer = new Writer(decode, ['</s>']);
    for (const token of encode('a</')) writer.push(token);
    expect(writer.isHolding).toBe(true);
    expect(writer.push(encode('b')[0] ?? 0)).toEqual({ text: '</b', stopped: false });
    expect(writer.isHolding).toBe(false);
  });

  test('gives what it held at the end', () => {
    expect(write('a</s', ['</s>']).parts.join('')).toBe('a</s');
  });
});
