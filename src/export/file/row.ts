/** One line of a file to one record: the parsers of the store's own border, and what a file has beside it. */
import * as v from 'valibot';
import { readMark, versionFault } from '../../base/file-mark.ts';
import type { GroupId, RunId } from '../../base/id.ts';
import { failed, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { Evidence } from '../../group/evidence.ts';
import type { Entry, Missed } from '../../group/plan.ts';
import { forbidden } from '../../question/set/forbidden.ts';
import type { SetItem } from '../../question/set/item.ts';
import type { Line } from '../../question/set/lines.ts';
import type { Rollout } from '../../rollout/rollout.ts';
import { parseItemPage, parseMissed, parsePlan, parseSet } from '../../store/plan-record.ts';
import { id, parse, parseEvidence, parseGroup, parseRollout, parseRun, parseSynthesis, whole } from '../../store/record.ts';
import type { Parsed } from '../../store/record.ts';
import type { GroupRecord } from '../../store/schema.ts';
import type { PlanSummary, QuestionSet, RunRecord } from '../../store/store.ts';
import type { Synthesis } from '../../synthesis/synthesis.ts';
import type { ImportFault } from './fault.ts';
import { importFault } from './fault.ts';
import { EXPORT_VERSION, exportKind } from './mark.ts';
import type { ExportKind } from './mark.ts';

export type EntryIds = Omit<Entry, 'outcome'>;

export type FileRow =
  | { readonly kind: 'run'; readonly value: RunRecord }
  | { readonly kind: 'plan'; readonly value: PlanSummary }
  | { readonly kind: 'items'; readonly value: readonly SetItem[] }
  | { readonly kind: 'missed'; readonly value: Missed }
  | { readonly kind: 'set'; readonly value: QuestionSet }
  | { readonly kind: 'group'; readonly value: GroupRecord }
  | { readonly kind: 'rollout'; readonly value: Rollout }
  | { readonly kind: 'synthesis'; readonly value: Synthesis }
  | { readonly kind: 'evidence'; readonly value: Evidence }
  | { readonly kind: 'entry'; readonly value: EntryIds }
  | { readonly kind: 'end'; readonly value: { readonly lines: number } };

const entrySchema = v.object({ runId: id<RunId>(), index: whole, groupId: id<GroupId>() });
const endSchema = v.object({ lines: whole });

/** What the store has beside a record, in place of what a file has not. */
const withCounts = (found: unknown): unknown =>
  typeof found === 'object' && found !== null ? { ...found, done: 0, missed: 0 } : found;

const PARSERS: { readonly [K in FileRow['kind']]: (found: unknown) => Parsed<Extract<FileRow, { kind: K }>['value']> } = {
  run: parseRun,
  plan: (found) => parsePlan(withCounts(found)),
  items: (items) => parseItemPage({ items }),
  missed: parseMissed,
  set: parseSet,
  group: parseGroup,
  rollout: parseRollout,
  synthesis: parseSynthesis,
  evidence: (evidence) => parseEvidence({ evidence }),
  entry: (found) => parse('entries', entrySchema, found),
  end: (found) => parse('end', endSchema, found),
};

const isKind = (name: string): name is FileRow['kind'] => Object.hasOwn(PARSERS, name);

export function parseRow(number: number, row: object): Result<FileRow, ImportFault> {
  const names = Object.keys(row);
  const [name = ''] = names;
  if (names.length !== 1 || !isKind(name)) {
    const found = names.slice(0, 3).join(', ').slice(0, 80);
    return failed(importFault(number, '', `a record of no known kind (${found || 'an empty one'})`));
  }
  const parsed = PARSERS[name]((row as Readonly<Record<string, unknown>>)[name]);
  if (parsed.ok) return ok({ kind: name, value: parsed.value } as FileRow);
  const { path, reason } = parsed.fault;
  const inner = name === 'items' || name === 'evidence' ? path : path === '' ? name : `${name}.${path}`;
  return failed(importFault(number, inner, reason));
}

/** The object in a line. */
export function parseLine({ number, text, broken }: Line): Result<object, ImportFault> {
  if (broken !== undefined) return failed(importFault(number, '', broken));
  let row: unknown;
  try {
    row = JSON.parse(text);
  } catch (error) {
    return failed(importFault(number, '', `no JSON: ${(error as SyntaxError).message}`));
  }
  if (row === null || typeof row !== 'object' || Array.isArray(row)) {
    return failed(importFault(number, '', 'expected an object'));
  }
  const bad = forbidden(row);
  return bad === null ? ok(row) : failed(importFault(number, bad.path, bad.reason));
}

const FOREIGN = 'not an export of CaT Lab: its first line has no mark';

/** The first line says whether the rest can be read. */
export function parseMark(line: Line): Result<ExportKind, ImportFault> {
  if (line.broken === undefined && line.text.trimStart().startsWith('<')) {
    return failed(importFault(0, '', 'a web page or XML, not an export of CaT Lab'));
  }
  const row = parseLine(line);
  if (!row.ok) return line.broken === undefined ? failed(importFault(0, '', FOREIGN)) : row;
  const mark = readMark(row.value);
  if (mark === null) return failed(importFault(0, '', FOREIGN));
  const { number } = line;
  const kind = exportKind(mark.kind);
  if (kind === null) {
    const reason = `a file of CaT Lab with “${mark.kind.slice(0, 40)}”, which is no history`;
    return failed(importFault(number, 'cat-lab', reason));
  }
  const fault = versionFault(mark.version, EXPORT_VERSION);
  return fault === null ? ok(kind) : failed(importFault(number, 'version', fault));
}
