import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decodePng, encodePng } from '../../bin/palette-png.ts';

/** Each pixel of a colour that `of` gives. */
function picture(width: number, height: number, of: (at: number) => number): Buffer {
  const rgb = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at += 1) rgb.writeUIntBE(of(at), at * 3, 3);
  return rgb;
}

describe('a picture of few colours', () => {
  test('keeps every pixel as it was', () => {
    const rgb = picture(20, 13, (at) => (at % 256) * 0x010101);
    const { palette, places, width, height } = readPalette(encodePng({ width: 20, height: 13, rgb }));
    expect([width, height]).toEqual([20, 13]);
    expect(places.map((place) => palette[place])).toEqual(
      Array.from({ length: 260 }, (_, at) => (at % 256) * 0x010101),
    );
  });

  test('of many colours keeps a rare one that is unlike all others, and gives up what is hardly told apart', () => {
    const green = 0x0b6638;
    const rgb = picture(4000, 1, (at) => (at === 3999 ? green : 0xff0000 + ((at * 7) % 400)));
    const { palette, places } = readPalette(encodePng({ width: 4000, height: 1, rgb }));
    expect(palette.length).toBeLessThanOrEqual(256);
    expect(palette[places[3999]!]).toBe(green);
  });
});

test('a picture as a browser writes it is read pixel by pixel, whatever predicts its bytes', async () => {
  // Two rows of red, green and blue with alpha: the first as it is, the second as differences from above.
  const { deflateSync, crc32 } = await import('node:zlib');
  const chunk = (type: string, body: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(type), body]);
    const out = Buffer.alloc(named.length + 8);
    out.writeUInt32BE(body.length);
    named.copy(out, 4);
    out.writeUInt32BE(crc32(named), named.length + 4);
    return out;
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 2, 8, 6, 0, 0, 0]);
  const rows = Buffer.from([0, 10, 20, 30, 255, 2, 1, 2, 3, 0]);
  const png = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  expect([...decodePng(png).rgb]).toEqual([10, 20, 30, 11, 22, 33]);
});

/** Of what `encodePng` writes, read by the letter of the format. */
function readPalette(png: Buffer): { width: number; height: number; palette: number[]; places: number[] } {
  const parts = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    parts.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const [header, colours, data] = [parts.get('IHDR')!, parts.get('PLTE')!, parts.get('IDAT')!];
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const rows = inflateSync(data);
  const places = Array.from({ length: width * height }, (_, at) => rows[Math.floor(at / width) * (width + 1) + 1 + (at % width)]!);
  const palette = Array.from({ length: colours.length / 3 }, (_, place) => colours.readUIntBE(place * 3, 3));
  return { width, height, palette, places };
}
