/** A set that a person looks at before anything of it is kept or used. */
import type { Fault } from '../../base/fault.ts';
import { ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { SetItem } from '../../question/set/item.ts';
import type { Preview } from '../../question/set/preview.ts';
import type { Selection } from '../../question/set/select.ts';
import { countSet, matches, previewItems, previewSet, readSet, Selector } from '../../run/sets.ts';
import { inPieces, turnKeeper } from './turns.ts';

export interface Candidate {
  /** What it may be called. */
  readonly name: string;
  readonly preview: Preview;
  /** Of the fetched file. */
  readonly sha256: string | null;
  /** How many questions match, whatever the size of a sample. */
  count(selection: Selection, signal: AbortSignal): Promise<Result<number, Fault>>;
  /** The chosen questions, all of them or a fault. */
  take(selection: Selection, signal: AbortSignal): Promise<Result<readonly SetItem[], Fault>>;
}

export interface BlobOptions {
  readonly signal: AbortSignal;
  /** Bytes that were looked through. */
  readonly onProgress?: (bytes: number) => void;
  readonly sha256?: string;
}

/**
 * Of a file or a text. It is read as a stream, once for the preview and once more whenever something is
 * counted or taken, so that a large one is never in memory; one that has changed meanwhile is a fault.
 */
export async function candidateOfBlob(
  name: string,
  blob: Blob,
  { signal, onProgress = () => {}, sha256 }: BlobOptions,
): Promise<Candidate> {
  const preview = await previewSet(piecesOf(blob, signal, onProgress), { signal });
  signal.throwIfAborted();
  return {
    name,
    preview,
    sha256: sha256 ?? null,
    count: (selection, wanted) =>
      isWhole(selection)
        ? Promise.resolve(ok(preview.count))
        : countSet(piecesOf(blob, wanted), selection, wanted),
    take: (selection, wanted) => readSet(piecesOf(blob, wanted), { selection, signal: wanted }),
  };
}

/** Of questions that are here already. */
export function candidateOfItems(name: string, items: readonly SetItem[]): Candidate {
  return {
    name,
    preview: previewItems(items),
    sha256: null,
    count: (selection) =>
      Promise.resolve(ok(items.filter((item) => matches(item, selection)).length)),
    take: (selection) => {
      const selector = new Selector(selection);
      for (const item of items) selector.add(item);
      return Promise.resolve(ok(selector.items()));
    },
  };
}

const isWhole = ({ subjects, levels, tags }: Selection): boolean =>
  subjects === undefined && levels === undefined && tags === undefined;

/** Once aborted it lets go of the file at once, even while that gives nothing: it may be far away. */
async function* piecesOf(
  blob: Blob,
  signal: AbortSignal,
  tell: (bytes: number) => void = () => {},
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = blob.stream().getReader();
  const letGo = (): void => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', letGo);
  const rest = turnKeeper();
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      signal.throwIfAborted();
      if (done) return;
      for await (const piece of inPieces(value, rest)) {
        signal.throwIfAborted();
        yield piece;
      }
      bytes += value.length;
      tell(bytes);
    }
  } finally {
    signal.removeEventListener('abort', letGo);
    letGo();
  }
}
