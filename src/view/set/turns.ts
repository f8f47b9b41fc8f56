/** Long work on the page's own thread, in parts: the page is drawn and answers between them. */
import { turn } from '../turn.ts';

/** Milliseconds after which the page has its turn; half of what a person would notice. */
const LONGEST = 25;

/** Bytes. A file gives up to two million at once, which take longer to look through. */
const PIECE = 128 * 1024;

/** Tells when it is time for a turn; `now` is a clock in milliseconds. */
export function turnKeeper(now: () => number = () => performance.now()): () => Promise<void> {
  let since = now();
  return async () => {
    if (now() - since < LONGEST) return;
    await turn();
    since = now();
  };
}

/** The bytes in small pieces, with turns between them. */
export async function* inPieces(
  bytes: Uint8Array,
  rest: () => Promise<void>,
): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += PIECE) {
    yield bytes.subarray(at, at + PIECE);
    await rest();
  }
}
