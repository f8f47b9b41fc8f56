import type { Separator } from './csv.ts';
import { CsvReader } from './csv.ts';

/** How rows lie in a file. */
export type Container =
  | { readonly kind: 'jsonl' }
  | { readonly kind: 'csv'; readonly separator: Separator };

const SEPARATORS: readonly Separator[] = [',', ';', '\t'];

/** A header names one of these columns, and another one beside it. */
const ASKED = ['question', 'problem'];

/** By the first line with anything in it; a text says what the file holds instead of a set. */
export function containerOf(first: string): Container | string {
  const line = first.trim();
  if (line.startsWith('<')) return 'a web page or XML, not a question set';
  if (line.startsWith('[')) return 'one JSON list; expected one object in each line';
  if (line === '{') return 'one JSON object over several lines; expected one object in each line';
  if (line.startsWith('{')) return { kind: 'jsonl' };
  const separator = SEPARATORS.find((candidate) => isHeader(columnsOf(line, candidate)));
  return separator === undefined
    ? 'neither JSON lines nor a table whose first line names a column question or problem, and answer'
    : { kind: 'csv', separator };
}

/** The names as rows are read by: without white space around, in small letters. */
export const columnNames = (cells: readonly string[]): string[] =>
  cells.map((cell) => cell.trim().toLowerCase());

const isHeader = (names: readonly string[]): boolean =>
  names.length > 1 && ASKED.some((name) => names.includes(name));

function columnsOf(line: string, separator: Separator): string[] {
  const read = new CsvReader(separator).push({ number: 1, text: line, end: '' });
  return read?.kind === 'record' ? columnNames(read.record.cells) : [];
}
