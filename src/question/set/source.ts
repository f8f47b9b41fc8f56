import type { SetEvent } from './intake.ts';
import { faultEvent } from './intake.ts';
import { setFault } from './item.ts';
import type { SetParser } from './parser.ts';

/**
 * Where a set comes from: a text that was pasted, the bytes of a file, or a stream of them, such as
 * `file.stream()`, the body of an answer, or a file that Node reads. Only from a stream does a large
 * set stay small in memory.
 */
export type SetSource =
  | string
  | Uint8Array
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array>;

/**
 * Goes through a source once; a stream that is left early is cancelled, and one that breaks off is a
 * fault of the whole file. Throws the signal's reason once it is aborted.
 */
export async function* eventsOf(
  source: SetSource,
  parser: SetParser,
  signal?: AbortSignal,
): AsyncGenerator<SetEvent, void, undefined> {
  const chunks = chunksOf(source);
  try {
    while (!parser.ended) {
      signal?.throwIfAborted();
      let chunk;
      try {
        chunk = await chunks.next();
      } catch (error) {
        parser.ended = true;
        const reason = `it broke off: ${error instanceof Error ? error.message : String(error)}`;
        yield faultEvent(setFault(0, '', reason), true);
        return;
      }
      if (chunk.done === true) break;
      yield* parser.push(chunk.value);
    }
    yield* parser.end();
  } finally {
    await chunks.return();
  }
}

/** Bytes that are all there are gone through in pieces, so that not all lines exist at once. */
const PIECE = 1024 * 1024;

async function* chunksOf(source: SetSource): AsyncGenerator<Uint8Array, void, undefined> {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  if (bytes instanceof Uint8Array) {
    for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
  }
  // Not every browser can iterate a stream itself.
  else if (bytes instanceof ReadableStream) yield* piecesOf(bytes);
  else yield* bytes;
}

async function* piecesOf(
  stream: ReadableStream<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
