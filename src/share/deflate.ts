/** Texts made small, and small ones made whole again without trust in what they grow to. */
import { failed, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { ShareFault } from './fault.ts';
import { shareFault } from './fault.ts';

export async function deflate(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/**
 * Deflate makes 1,032 bytes of one at most, and a browser unpacks each piece that it is given in one go:
 * so many bytes at a time unpack to a quarter of a megabyte.
 */
const PIECE = 256;

export function* pieces(bytes: Uint8Array<ArrayBuffer>): Generator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/**
 * The text, of `most` bytes at most: no further piece is taken once there are more, so that something
 * made to grow without end is refused while it grows.
 */
export async function inflate(
  packed: Iterable<Uint8Array<ArrayBuffer>>,
  most: number,
): Promise<Result<string, ShareFault>> {
  const { readable, writable } = new DecompressionStream('deflate-raw');
  const reader = readable.getReader();
  let over = false;
  const feed = async (): Promise<void> => {
    const writer = writable.getWriter();
    for (const piece of packed) {
      if (over) break;
      // Waits until it is unpacked and, where that made much of it, until that was read.
      await writer.write(piece);
    }
    await (over ? writer.abort() : writer.close());
  };
  // What is wrong with the text is told to its reader too.
  feed().catch(() => undefined);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parts: string[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.byteLength;
      if (size > most) {
        over = true;
        await reader.cancel().catch(() => undefined);
        return failed(shareFault('', `more than ${Math.floor(most / 1024)} KB when it is unpacked`));
      }
      parts.push(decoder.decode(value, { stream: true }));
    }
    parts.push(decoder.decode());
    return ok(parts.join(''));
  } catch {
    // A cut or changed text ends the stream with an error, broken UTF-8 the decoder.
    return failed(shareFault('', 'it is damaged or cut off'));
  }
}
