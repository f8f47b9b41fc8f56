/**
 * Histories and rows out of this browser, and histories into it. What does the work is fetched when it
 * is first asked for.
 */
import type { Fault } from '../base/fault.ts';
import type { GroupId, RunId } from '../base/id.ts';
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

export interface Transfer {
  /** As it is stored, for what is made of one group alone; null where it is not there. */
  group(id: GroupId): Promise<Group | null>;
  /** Lines with their ends, one group at a time; of a run that is not there no rows. */
  exportRun(run: RunId, options: RunExport): AsyncGenerator<string, void, undefined>;
  /** The whole history, with the question sets. */
  exportStore(): AsyncGenerator<string, void, undefined>;
  /** Nothing is stored. Throws the signal's reason once it is aborted. */
  previewImport(source: ImportSource, options?: PreviewOptions): Promise<ImportPreview>;
  /** All of it or nothing; the fault says why. */
  takeImport(source: ImportSource, options?: PreviewOptions): Promise<Result<Imported, Fault>>;
}

export const createTransfer = (store: Store): Transfer => ({
  group: (id) => store.group(id),
  async *exportRun(run, { format, ...options }) {
    if (format === 'run') {
      const { fileLines, piecesOf } = await ownFile();
      yield* fileLines('run', piecesOf(store, { run }));
      return;
    }
    const { rowLines } = await import('../export/row-lines.ts');
    yield* rowLines(groupsOf(store, run), { format, ...options });
  },
  async *exportStore() {
    const { fileLines, piecesOf } = await ownFile();
    yield* fileLines('store', piecesOf(store, 'everything'));
  },
  async previewImport(source, options) {
    const { previewFile } = await import('../export/file/preview.ts');
    return previewFile(source, store, options);
  },
  async takeImport(source, options) {
    const { takeFile } = await import('../export/file/take.ts');
    return takeFile(source, store, options);
  },
});

async function ownFile() {
  const [{ fileLines }, { piecesOf }] = await Promise.all([
    import('../export/file/write.ts'),
    import('../export/file/gather.ts'),
  ]);
  return { fileLines, piecesOf };
}

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
