import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line } from '../../../src/question/set/lines.ts';
import { LineSplitter, LONGEST_LINE } from '../../../src/question/set/lines.ts';
import { utf16 } from './text.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function split(bytes: Uint8Array, size = bytes.length): Line[] {
  const splitter = new LineSplitter();
  const found: Line[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    found.push(...splitter.push(bytes.subarray(at, at + size)));
  }
  return [...found, ...splitter.end()];
}
const texts = (all: readonly Line[]): string[] => all.map(({ text }) => text);

describe('lines', () => {
  it('end as on any system, and are counted from 1', () => {
    expect(split(bytesOf('unix\nwindows\r\nold\r\rlast'))).toEqual([
      { number: 1, text: 'unix', end: '\n' },
      { number: 2, text: 'windows', end: '\r\n' },
      { number: 3, text: 'old', end: '\r' },
      { number: 4, text: '', end: '\r' },
      { number: 5, text: 'last', end: '' },
    ]);
  });

  it('are those of the text, however the bytes come in pieces', () => {
    const texts = fc.array(fc.constantFrom('a', '\r', '\n', '\r\n', 'é', '😀', '\u2028', ','));
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 5 }), (parts, size) => {
        const text = parts.join('');
        const again = split(bytesOf(text), size);
        expect(again.map((line) => line.text + line.end).join('')).toBe(text);
        expect(again.map((line) => line.text)).toEqual(
          text.split(/\r\n|\n|\r/).slice(0, again.length),
        );
      }),
    );
  });

  it.each([
    ['UTF-8 with a byte order mark', bytesOf('\uFEFFgrün\nz')],
    ['UTF-16, little end first', utf16('grün\nz', 'le')],
    ['UTF-16, big end first', utf16('grün\nz', 'be')],
    ['UTF-16 without a mark', utf16('grün\nz', 'le', false)],
    ['big UTF-16 without a mark', utf16('grün\nz', 'be', false)],
  ])('are read in %s, whole or byte by byte', (_name, bytes) => {
    expect(texts(split(bytes))).toEqual(['grün', 'z']);
    expect(texts(split(bytes, 1))).toEqual(['grün', 'z']);
  });

  it('of Latin-1 are broken one by one, and those in ASCII are whole', () => {
    const bytes = Uint8Array.from([...bytesOf('fine\ngr'), 0xfc, ...bytesOf('n\nfine')]);
    expect(split(bytes).map(({ broken }) => broken ?? 'whole')).toEqual([
      'whole',
      'no text in UTF-8: is it a text file, saved as UTF-8?',
      'whole',
    ]);
  });

  it('of UTF-16 with half a character are broken', () => {
    const [good, bad] = split(utf16('{}\n{\uD83D}', 'le'));
    expect([good?.broken, bad?.broken]).toEqual([undefined, 'no text in UTF-16']);
  });

  it.each([
    ['a gzip archive', [0x1f, 0x8b, 8, 0]],
    ['a spreadsheet', [0x50, 0x4b, 3, 4]],
    ['a Parquet file', [0x50, 0x41, 0x52, 0x31]],
    ['UTF-32', [0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0]],
    ['no text', [1, 2, 0, 3]],
  ])('are not looked for in %s', (what, bytes) => {
    const splitter = new LineSplitter();
    expect(splitter.push(Uint8Array.from(bytes))).toEqual([]);
    expect(splitter.refused).toContain(what);
    expect(splitter.push(bytesOf('{}\n'))).toEqual([]);
    expect(splitter.end()).toEqual([]);
  });

  it('longer than any row are not kept, and the next one is read again', () => {
    const splitter = new LineSplitter();
    const piece = new Uint8Array(1024 * 1024).fill(0x61);
    for (let size = 0; size <= LONGEST_LINE; size += piece.length) splitter.push(piece);
    const [long, next] = splitter.push(bytesOf('\n{}\n'));
    expect(long).toMatchObject({ number: 1, text: '', broken: expect.stringContaining('longer') });
    expect(next).toEqual({ number: 2, text: '{}', end: '\n' });
  });

  it('of nothing are none', () => {
    expect(split(new Uint8Array(0), 1)).toEqual([]);
  });
});
