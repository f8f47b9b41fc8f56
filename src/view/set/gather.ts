/** From what a person asked for to a set that can be looked at. Nothing is kept by it. */
import type { Fault } from '../../base/fault.ts';
import type { SetId } from '../../base/id.ts';
import { failed, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { AllowHost } from '../../engine/gate.ts';
import type { SetItem } from '../../question/set/item.ts';
import type { Level } from '../../question/world/level.ts';
import type { Experiments } from '../../run/experiments.ts';
import { noteItems, problemItems } from '../../run/sets.ts';
import type { Candidate } from './candidate.ts';
import { candidateOfBlob, candidateOfItems } from './candidate.ts';
import type { FetchedSet } from './fetch-set.ts';
import { fetchSet } from './fetch-set.ts';
import { turnKeeper } from './turns.ts';

/** Where a set is to come from. */
export type Wanted =
  | { readonly kind: 'files'; readonly files: readonly File[] }
  | { readonly kind: 'text'; readonly name: string; readonly text: string }
  | { readonly kind: 'address'; readonly name: string; readonly url: string; readonly pinned?: string }
  | { readonly kind: 'problems'; readonly name: string; readonly level: Level; readonly count: number; readonly seed: number }
  | { readonly kind: 'notes'; readonly name: string; readonly count: number; readonly seed: number }
  | { readonly kind: 'kept'; readonly name: string; readonly id: SetId };

export interface Progress {
  readonly stage: 'fetch' | 'read' | 'make';
  /** Bytes, or questions that are made. */
  readonly done: number;
  readonly total: number | null;
}

export interface GatherOptions {
  /** The page's own address. */
  readonly base: string;
  readonly allowHost: AllowHost;
  readonly experiments: Pick<Experiments, 'itemsOf'> | null;
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

/** Faults in the lines of a set stand in its preview. Throws the signal's reason once it is aborted. */
export async function gather(
  wanted: Wanted,
  options: GatherOptions,
): Promise<Result<Candidate, Fault>> {
  switch (wanted.kind) {
    case 'files': {
      const [file, ...more] = wanted.files;
      if (file === undefined || more.length > 0) {
        const reason = `${wanted.files.length} files came; expected one`;
        return failed({ kind: 'import-invalid', line: 0, path: '', reason });
      }
      return ok(await look(nameOf(file.name), file, options));
    }
    case 'text':
      return ok(await look(wanted.name, new Blob([wanted.text]), options));
    case 'address': {
      const fetched = await fetchIt(wanted, options);
      if (!fetched.ok) return fetched;
      return ok(await look(wanted.name, fetched.value.blob, options, fetched.value.sha256));
    }
    case 'problems':
      return ok(candidateOfItems(wanted.name, await makeProblems(wanted, options)));
    case 'notes':
      return ok(candidateOfItems(wanted.name, noteItems(wanted.seed).slice(0, wanted.count)));
    case 'kept': {
      const items = (await options.experiments?.itemsOf(wanted.id)) ?? [];
      options.signal.throwIfAborted();
      return ok(candidateOfItems(wanted.name, items));
    }
    default:
      return wanted satisfies never;
  }
}

const look = (
  name: string,
  blob: Blob,
  { onProgress, signal }: GatherOptions,
  sha256?: string,
): Promise<Candidate> =>
  candidateOfBlob(name, blob, {
    signal,
    onProgress: (done) => onProgress({ stage: 'read', done, total: blob.size }),
    ...(sha256 === undefined ? {} : { sha256 }),
  });

const fetchIt = (
  { url, pinned }: Extract<Wanted, { kind: 'address' }>,
  { base, allowHost, onProgress, signal }: GatherOptions,
): Promise<Result<FetchedSet, Fault>> =>
  fetchSet(url, {
    ...{ base, allowHost, signal },
    onProgress: (done, total) => onProgress({ stage: 'fetch', done, total }),
    ...(pinned === undefined ? {} : { pinned }),
  });

async function makeProblems(
  { level, seed, count }: Extract<Wanted, { kind: 'problems' }>,
  { onProgress, signal }: GatherOptions,
): Promise<SetItem[]> {
  const stream = problemItems(level, seed);
  const items: SetItem[] = [];
  const rest = turnKeeper();
  while (items.length < count) {
    items.push(stream.next().value);
    onProgress({ stage: 'make', done: items.length, total: count });
    await rest();
    signal.throwIfAborted();
  }
  return items;
}

/** A file's name without its ending. */
export const nameOf = (file: string): string => file.replace(/\.(jsonl|ndjson|json|csv|tsv|txt)$/i, '');
