/** Waiting for a server that may have gone silent. */
import type { Clock } from './clock.ts';

interface Timed {
  readonly clock: Clock;
}

/** Without a byte for so long a server is taken for gone. A long prompt can take minutes to read. */
export const PATIENCE = 300_000;
/** Until it begins to answer: one that takes requests in turn keeps the last of them waiting for all others. */
export const QUEUE_PATIENCE = 3 * PATIENCE;

export const silentFor = (milliseconds: number): string =>
  `it gave nothing for ${milliseconds / 1000} seconds`;

/**
 * What the promise brings. `silent` where it takes longer than so many milliseconds, null where the signal
 * ends the waiting; what comes after either is dropped.
 */
export async function withPatience<T>(
  { clock }: Timed,
  promise: Promise<T>,
  milliseconds: number,
  signal: AbortSignal,
): Promise<T | 'silent' | null> {
  const over = new AbortController();
  const abort = (): void => over.abort();
  signal.addEventListener('abort', abort);
  if (signal.aborted) abort();
  try {
    const silent = clock
      .wait(milliseconds, over.signal)
      .then(() => (signal.aborted ? null : ('silent' as const)));
    return await Promise.race([promise, silent]);
  } finally {
    signal.removeEventListener('abort', abort);
    over.abort();
  }
}

type Part = ReadableStreamReadResult<Uint8Array<ArrayBuffer>>;

/** The next part of a body; null too where the connection breaks. */
export const readPart = (
  line: Timed,
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
  signal: AbortSignal,
): Promise<Part | 'silent' | null> =>
  withPatience(line, reader.read().catch(() => null), PATIENCE, signal);
