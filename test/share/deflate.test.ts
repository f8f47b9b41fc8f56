import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase64url, toBase64url } from '../../src/share/base64url.ts';
import { deflate, inflate, pieces } from '../../src/share/deflate.ts';

const MOST = 1024 * 1024;

describe('bytes in an address', () => {
  test('come back as they were, in letters that an address takes as they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = toBase64url(bytes);
        expect(text).toMatch(/^[\w-]*$/);
        expect(fromBase64url(text)).toEqual(bytes);
      }),
    );
  });

  test.each([
    ['padding', 'aGk='],
    ['the other alphabet', 'a+/b'],
    ['white space', 'aG k'],
    ['a letter too many', 'aGkxa'],
    ['last bits that no byte has', 'aGl'],
    ['a control character', 'aG\n='],
  ])('are refused with %s', (_name, text) => {
    expect(fromBase64url(text)).toBeNull();
  });
});

describe('a text made small', () => {
  test('comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 2000 }), async (text) => {
        expect(await inflate(pieces(await deflate(text)), MOST)).toEqual({ ok: true, value: text });
      }),
      { numRuns: 40 },
    );
  });

  test('is smaller where it repeats itself', async () => {
    expect((await deflate('The answer is 4. '.repeat(200))).length).toBeLessThan(100);
  });

  test('is refused when a part is missing or changed', async () => {
    const packed = await deflate('6 + 2 = 8 apples, and 8 - 3 = 5 apples are left. '.repeat(20));
    for (const cut of [packed.slice(0, -1), packed.slice(0, 5), packed.slice(0, 0)]) {
      expect(await inflate(pieces(cut), MOST)).toMatchObject({ ok: false });
    }
    const changed = packed.slice();
    changed[0] = 0xff;
    expect(await inflate(pieces(changed), MOST)).toMatchObject({ ok: false });
  });

  test('is refused where its bytes are no UTF-8', async () => {
    const stream = new Blob([new Uint8Array([0x61, 0xc3, 0x28])])
      .stream()
      .pipeThrough(new CompressionStream('deflate-raw'));
    const packed = new Uint8Array(await new Response(stream).arrayBuffer());
    expect(await inflate(pieces(packed), MOST)).toMatchObject({ ok: false });
  });
});

describe('a small text that grows without end', () => {
  test('is refused while it grows: what would make it larger is not even taken', async () => {
    const packed = await deflate('\0'.repeat(64 * 1024 * 1024));
    expect(packed.length).toBeLessThan(128 * 1024);
    let taken = 0;
    const counted = function* () {
      for (const piece of pieces(packed)) {
        taken += piece.length;
        yield piece;
      }
    };
    const read = await inflate(counted(), MOST);
    expect(read).toEqual({
      ok: false,
      fault: { path: '', reason: 'more than 1024 KB when it is unpacked' },
    });
    // Node takes 16 KB into its buffer before it unpacks anything; browsers take less.
    expect(taken).toBeLessThan(packed.length / 2);
  });

  test('is taken up to the last byte that is allowed', async () => {
    const packed = await deflate('x'.repeat(MOST));
    expect(await inflate(pieces(packed), MOST)).toMatchObject({ ok: true });
    expect(await inflate(pieces(packed), MOST - 1)).toMatchObject({ ok: false });
  });
});
