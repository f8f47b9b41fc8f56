/** The rows of a file of answer pairs, one JSON object a line. */
import * as v from 'valibot';

const FORMATS = ['latex', 'text+latex', 'ascii', 'plain'] as const;

const answer = v.pipe(v.union([v.string(), v.number()]), v.transform(String));

const rowSchema = v.object({
  gold: answer,
  pred: answer,
  expected: v.boolean(),
  format: v.optional(v.picklist(FORMATS), 'latex'),
  suite: v.optional(v.string(), 'all'),
});

export type Row = v.InferOutput<typeof rowSchema>;

export interface Rows {
  readonly rows: readonly Row[];
  /** What is wrong, each with the number of its line. */
  readonly faults: readonly string[];
}

export function readRows(text: string): Rows {
  const rows: Row[] = [];
  const faults: string[] = [];
  for (const [at, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue;
    const fault = readRow(line, (row) => rows.push(row));
    if (fault !== null) faults.push(`line ${at + 1}: ${fault}`);
  }
  return { rows, faults };
}

function readRow(line: string, keep: (row: Row) => void): string | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'no JSON';
  }
  const result = v.safeParse(rowSchema, value);
  if (result.success) {
    keep(result.output);
    return null;
  }
  return result.issues
    .map((issue) => `${v.getDotPath(issue) ?? 'the row'}: ${issue.message}`)
    .join('; ');
}
