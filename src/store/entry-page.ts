/** Entries of a run, many to a record: packed, or a list of rows as versions before the fourth wrote it. */
import type { EntryRow } from './entry-row.ts';
import { pack, unpack } from './packed.ts';
import type { EntryPage } from './schema.ts';

export const pageOf = (runId: string, page: number, rows: readonly EntryRow[]): EntryPage => ({
  runId,
  page,
  groups: [...new Set(rows.map(([, group]) => group))],
  rows: pack(rows),
});

/** What is no page of rows is one broken row, so that it is told. */
export function rowsOf(found: EntryPage | undefined): readonly unknown[] {
  const rows: unknown = found?.rows;
  return (Array.isArray(rows) ? (rows as unknown[]) : unpack(rows)) ?? [found];
}

/** Rows that can be written again; what else the page holds is dropped. */
export const soundRows = (found: EntryPage | undefined): readonly EntryRow[] =>
  rowsOf(found).filter((row): row is EntryRow => Array.isArray(row));
