/** A file taken over: all of it or nothing. */
import type { Fault } from '../../base/fault.ts';
import { failed, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import { evaluatedAnew } from '../../group/evaluate.ts';
import { compare } from '../../reward/maths/compare.ts';
import type { Piece, PieceCounts } from '../../store/store.ts';
import type { Store } from '../../store/store.ts';
import { importEvents } from './events.ts';
import type { ImportSource } from './events.ts';
import { ImportStopped } from './fault.ts';
import { previewFile } from './preview.ts';
import type { ImportPreview, PreviewOptions } from './preview.ts';
import { FileReader } from './read.ts';

export interface Imported {
  /** How many records were new. */
  readonly added: PieceCounts;
  /** What the file held; records that were here, the same or other ones, stayed as they were. */
  readonly preview: ImportPreview;
}

/**
 * Looks through the whole file first, and takes nothing of one with a fault: that is the fault then.
 * Others come from the store: `storage-full`, `storage-denied`. Throws the signal's reason once it is
 * aborted, and nothing is stored then either.
 */
export async function takeFile(
  source: ImportSource,
  store: Store,
  options: PreviewOptions = {},
): Promise<Result<Imported, Fault>> {
  const preview = await previewFile(source, store, options);
  const [first] = preview.faults;
  if (first !== undefined) return failed(first);
  // Places of a plan mean its own questions: those of another one must not be counted to it.
  const foreign = new Set<string>(preview.foreignPlans);
  const pieces = async function* (): AsyncGenerator<Piece, void, undefined> {
    // Of its own: a store that falls back to memory reads the file once more.
    const reader = new FileReader((group) => evaluatedAnew(group, compare));
    for await (const event of importEvents(source, reader, options.signal)) {
      if (event.kind === 'fault') throw new ImportStopped(event.fault);
      const { piece } = event;
      if (piece.kind === 'entry' && foreign.has(piece.entry.runId)) continue;
      if (piece.kind === 'missed' && foreign.has(piece.missed.runId)) continue;
      yield piece;
    }
  };
  try {
    const merged = await store.merge(pieces);
    return merged.ok ? ok({ added: merged.value, preview }) : merged;
  } catch (error) {
    if (error instanceof ImportStopped) return failed(error.fault);
    throw error;
  }
}
