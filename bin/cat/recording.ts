/**
 * The groups of an experiment's folder, row by row: however long its file is, one is held at a time, with
 * what was added to it since (scaled.ts), which is held as a whole.
 */
import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import type { RunId } from '../../src/base/id.ts';
import { wholeGroup } from '../../src/export/file/whole-group.ts';
import type { Group } from '../../src/group/group.ts';
import { rubricOf, withEvidence, type Evidence } from '../../src/group/evidence.ts';
import type { Recipe } from '../../src/group/recipe.ts';
import type { Question } from '../../src/question/question.ts';
import { forbidden } from '../../src/question/set/forbidden.ts';
import { LineSplitter, type Line } from '../../src/question/set/lines.ts';
import { parseEvidence, parseGroup, parseRollout, parseSynthesis, type Parsed } from '../../src/store/record.ts';
import { CommandError } from './faults.ts';

export interface RecordedRow {
  /** The question's place in the file that was asked. */
  readonly index: number;
  readonly group: Group;
}

export interface Recording {
  readonly file: string;
  /** Each from the first row; of a question that stands twice the first. */
  rows(): AsyncGenerator<RecordedRow, void, undefined>;
}

/** Throws a CommandError where there is none, or a row of it is broken; a torn last line is passed over. */
export function openRecording(folder: string, runId: RunId): Recording {
  const file = path.join(folder, 'groups.jsonl');
  if (!existsSync(file)) {
    throw new CommandError(`${folder} is no folder of an experiment: it has no groups.jsonl`);
  }
  return {
    file,
    async *rows() {
      const seen = new Set<number>();
      const additions = await additionsOf(path.join(folder, 'scaling.jsonl'));
      for await (const line of linesOf(file)) {
        const row = await rowOf(file, line, runId, additions);
        if (seen.has(row.index)) continue;
        seen.add(row.index);
        yield row;
      }
    },
  };
}

async function* linesOf(file: string): AsyncGenerator<Line, void, undefined> {
  const splitter = new LineSplitter();
  for await (const bytes of createReadStream(file) as AsyncIterable<Uint8Array>) {
    yield* splitter.push(bytes).filter(isFull);
  }
  // Without its end a row was being written when the command was killed.
  yield* splitter.end().filter((line) => line.end !== '' && isFull(line));
  if (splitter.refused !== null) throw new CommandError(`${file}: ${splitter.refused}`);
}

/** What was added to rows, by place and id, as it stands in the file. */
type Additions = ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>;

const placeOf = ({ index, id }: Readonly<Record<string, unknown>>): string => JSON.stringify([index, id]);

async function additionsOf(file: string): Promise<Additions> {
  const additions = new Map<string, Readonly<Record<string, unknown>>[]>();
  if (!existsSync(file)) return additions;
  for await (const line of linesOf(file)) {
    const found = objectOf(file, line);
    const place = placeOf(found);
    additions.set(place, [...(additions.get(place) ?? []), found]);
  }
  return additions;
}

/** The row with what was added; what is wrong with that is found where the row is parsed. */
function withAdditions(
  row: Readonly<Record<string, unknown>>,
  additions: Additions,
): Readonly<Record<string, unknown>> {
  return (additions.get(placeOf(row)) ?? []).reduce((sum, { evidence, smaller }) => {
    const before: unknown = sum['evidence'] ?? [];
    const all = Array.isArray(before) && Array.isArray(evidence) ? [...before, ...evidence] : null;
    return { ...sum, evidence: all, evaluation: { ...(sum['evaluation'] as object), smaller } };
  }, row);
}

const isFull = ({ text, broken }: Line): boolean => broken !== undefined || text.trim() !== '';

/** Throws a CommandError where the line is none. */
function objectOf(file: string, line: Line): Readonly<Record<string, unknown>> {
  const broken = (reason: string): CommandError => brokenLine(file, line, reason);
  if (line.broken !== undefined) throw broken(line.broken);
  let found: unknown;
  try {
    found = JSON.parse(line.text);
  } catch (error) {
    throw broken(`no JSON: ${(error as SyntaxError).message}`);
  }
  if (typeof found !== 'object' || found === null || Array.isArray(found)) throw broken('expected an object');
  const bad = forbidden(found);
  if (bad !== null) throw broken(`${bad.path}: ${bad.reason}`);
  return found as Readonly<Record<string, unknown>>;
}

const brokenLine = (file: string, line: Line, reason: string): CommandError =>
  new CommandError(`${file}, line ${line.number}: ${reason}`);

async function rowOf(
  file: string,
  line: Line,
  runId: RunId,
  additions: Additions,
): Promise<RecordedRow> {
  const broken = (reason: string): CommandError => brokenLine(file, line, reason);
  const sound = <T>(parsed: Parsed<T>): T => {
    if (parsed.ok) return parsed.value;
    throw broken(`${parsed.fault.path}: ${parsed.fault.reason}`);
  };
  const row = withAdditions(objectOf(file, line), additions);
  const { index, question: text, rollouts, evidence = [] } = row;
  if (!Number.isSafeInteger(index) || (index as number) < 0) throw broken('index: expected a place');
  if (typeof text !== 'string') throw broken('question: expected a text');
  if (!Array.isArray(rollouts) || !Array.isArray(evidence)) throw broken('rollouts: expected a list');
  const pieces = evidence
    .map((piece) => sound(parseEvidence({ evidence: piece as unknown })))
    .reduce<readonly Evidence[]>(withEvidence, []);
  const question = questionOf(text, row, pieces);
  // Hashes are made from what was parsed; until then anything stands for them.
  const record = sound(
    parseGroup({ ...row, runId, question, recipeHash: '-', questionHash: '-', status: 'done' }),
  );
  if (record.evaluation === undefined) throw broken('evaluation: missing');
  const group = await wholeGroup({
    record,
    rollouts: rollouts.map((rollout) => sound(parseRollout(rollout))),
    synthesis: sound(parseSynthesis(row['synthesis'])),
    evidence: pieces,
  });
  return { index: index as number, group };
}

/**
 * A row keeps no kind: only a recipe for open questions says how they are judged. The criteria that an open
 * question came with stand in its evidence, as the judge was asked them.
 */
function questionOf(
  text: string,
  { recipe, answer }: Readonly<Record<string, unknown>>,
  evidence: readonly Evidence[],
): Question {
  const isOpen = typeof recipe === 'object' && recipe !== null && (recipe as Recipe).judging !== undefined;
  if (!isOpen) {
    return typeof answer === 'string'
      ? { kind: 'verifiable', text, truth: answer }
      : { kind: 'verifiable', text };
  }
  const rubric = (rubricOf(evidence)?.criteria ?? []).flatMap(({ source, text: criterion, weight: points }) =>
    source === 'given' ? [{ criterion, points }] : [],
  );
  return rubric.length === 0 ? { kind: 'open', text } : { kind: 'open', text, rubric };
}
