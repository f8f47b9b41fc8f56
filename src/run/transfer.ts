/**
 * Histories and rows out of this browser, and histories into it. What does the work is fetched when it
 * is first asked for; where it cannot be, the fault is `part-missing`.
 */
import type { Fault } from '../base/fault.ts';
import type { GroupId, RunId } from '../base/id.ts';
import { partMissing } from '../base/part-missing.ts';
import { failed, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { RowFormat } from '../export/formats.ts';
import type { ImportSource } from '../export/file/events.ts';
import type { ImportPreview, PreviewOptions } from '../export/file/preview.ts';
import type { Imported } from '../export/file/take.ts';
import type { Form } from '../export/material.ts';
import type { Placed, Tally } from '../export/row-lines.ts';
import type { Group } from '../group/group.ts';
import type { Store } from '../store/store.ts';

/** `run` is CaT Lab's own file, which can be imported again. */
export interface RunExport {
  readonly format: RowFormat | 'run';
  readonly form?: Form;
  /** Grows while the lines are read; of rows only. */
  readonly tally?: Tally;
}

/** With their ends. */
export type Lines = AsyncGenerator<string, void, undefined>;

export interface Transfer {
  /** As it is stored, for what is made of one group alone; null where it is not there. */
  group(id: GroupId): Promise<Group | null>;
  /** One group at a time; of a run that is not there no rows. */
  exportRun(run: RunId, options: RunExport): Promise<Result<Lines, Fault>>;
  /** The whole history, with the question sets. */
  exportStore(): Promise<Result<Lines, Fault>>;
  /** Nothing is stored. Throws the signal's reason once it is aborted. */
  previewImport(source: ImportSource, options?: PreviewOptions): Promise<Result<ImportPreview, Fault>>;
  /** All of it or nothing; the fault says why. */
  takeImport(source: ImportSource, options?: PreviewOptions): Promise<Result<Imported, Fault>>;
}

/** What does the work. */
export const transferParts = {
  rows: () => import('../export/row-lines.ts'),
  write: () => import('../export/file/write.ts'),
  gather: () => import('../export/file/gather.ts'),
  preview: () => import('../export/file/preview.ts'),
  take: () => import('../export/file/take.ts'),
};

export function createTransfer(store: Store, parts = transferParts): Transfer {
  const ownFile = () => fetched(() => Promise.all([parts.write(), parts.gather()]));
  return {
    group: (id) => store.group(id),
    async exportRun(run, { format, ...options }) {
      if (format === 'run') {
        return by(await ownFile(), ([{ fileLines }, { piecesOf }]) => fileLines('run', piecesOf(store, { run })));
      }
      return by(await fetched(parts.rows), ({ rowLines }) =>
        rowLines(groupsOf(store, run), { format, ...options }),
      );
    },
    async exportStore() {
      return by(await ownFile(), ([{ fileLines }, { piecesOf }]) => fileLines('store', piecesOf(store, 'everything')));
    },
    async previewImport(source, options) {
      const part = await fetched(parts.preview);
      return part.ok ? ok(await part.value.previewFile(source, store, options)) : part;
    },
    async takeImport(source, options) {
      const part = await fetched(parts.take);
      return part.ok ? part.value.takeFile(source, store, options) : part;
    },
  };
}

async function fetched<T>(fetchPart: () => Promise<T>): Promise<Result<T, Fault>> {
  try {
    return ok(await fetchPart());
  } catch (error) {
    return failed(partMissing(error));
  }
}

const by = <T, R>(part: Result<T, Fault>, work: (value: T) => R): Result<R, Fault> =>
  part.ok ? ok(work(part.value)) : part;

/** Of an experiment in the order of its plan, otherwise as they were made. */
async function* groupsOf(store: Store, run: RunId): AsyncGenerator<Placed, void, undefined> {
  const entries = await store.entriesOf(run);
  const own =
    entries.length > 0
      ? entries.map(({ index, groupId }) => ({ index, id: groupId }))
      : (await store.list(Infinity))
          .filter(({ runId }) => runId === run)
          .reverse()
          .map(({ id }, index) => ({ index, id }));
  for (const { index, id } of own) {
    const group = await store.group(id);
    if (group !== null) yield { index, group };
  }
}
