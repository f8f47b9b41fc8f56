import { LineSplitter } from '../../question/set/lines.ts';
import { importFault } from './fault.ts';
import type { FileReader, ImportEvent } from './read.ts';

/** A pasted text as one is `new Blob([text])`; it is read more than once, piece by piece. */
export type ImportSource = Blob;

/** Bytes. As much as a history of a million rollouts. */
export const LARGEST_FILE = 4 * 1024 ** 3;

/**
 * Goes through a file once, keeping ids only. A file that is too large is refused unread, one that
 * breaks off is a fault of the whole. Throws the signal's reason once it is aborted.
 */
export async function* importEvents(
  source: ImportSource,
  reader: FileReader,
  signal?: AbortSignal,
): AsyncGenerator<ImportEvent, void, undefined> {
  if (source.size > LARGEST_FILE) {
    yield whole(`larger than ${LARGEST_FILE / 1024 ** 3} GiB`);
    return;
  }
  const lines = new LineSplitter();
  const bytes = source.stream().getReader();
  try {
    while (!reader.ended) {
      signal?.throwIfAborted();
      let piece;
      try {
        piece = await bytes.read();
      } catch (error) {
        yield whole(`it broke off: ${error instanceof Error ? error.message : String(error)}`);
        return;
      }
      for (const line of piece.done ? lines.end() : lines.push(piece.value)) {
        if (line.broken !== undefined || line.text.trim() !== '') yield* reader.push(line);
      }
      if (lines.refused !== null) {
        yield whole(lines.refused);
        return;
      }
      if (piece.done) break;
    }
    yield* reader.end();
  } finally {
    await bytes.cancel().catch(() => undefined);
  }
}

const whole = (reason: string): ImportEvent => ({
  kind: 'fault',
  fault: importFault(0, '', reason),
  last: true,
});
