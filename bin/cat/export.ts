/** `cat export`: the groups of an experiment as rows for other programs, or as a file for the page. */
import { createWriteStream, existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { canonicalJson, sha256 } from '../../src/base/hash.ts';
import type { GroupId, RunId } from '../../src/base/id.ts';
import { exportFileName } from '../../src/export/file-name.ts';
import { fileLines } from '../../src/export/file/write.ts';
import type { NoRow } from '../../src/export/material.ts';
import { newTally, rowLines, type Tally } from '../../src/export/row-lines.ts';
import { outcomeOf } from '../../src/group/outcome.ts';
import type { Plan } from '../../src/group/plan.ts';
import type { SetItem } from '../../src/question/set/item.ts';
import type { Piece } from '../../src/store/store.ts';
import { CommandError } from './faults.ts';
import type { ExportCommand } from './export-options.ts';
import { openRecording, type Recording } from './recording.ts';

/** Exit code 1 where no row came of it. */
export async function exportRecording(command: ExportCommand): Promise<number> {
  const { folder, format, form } = command;
  const recording = openRecording(folder, await runIdOf(folder));
  const tally = newTally();
  const lines =
    format === 'run'
      ? fileLines('run', runPieces(folder, recording))
      : rowLines(recording.rows(), { format, form, tally });
  const file = command.out === undefined ? null : fileOf(command.out, command);
  const written = file === null ? await writeTo(process.stdout, lines) : await writeFile(file, lines);
  if (format === 'run') console.error(`${written} lines${toFile(file)}.`);
  else for (const line of tallyLines(tally, file)) console.error(line);
  return format !== 'run' && tally.rows === 0 ? 1 : 0;
}

const toFile = (file: string | null): string => (file === null ? '' : ` to ${file}`);

/** By what was asked of whom and how. */
async function runIdOf(folder: string): Promise<RunId> {
  const file = path.join(folder, 'experiment.json');
  let identity: unknown = folder;
  if (existsSync(file)) {
    try {
      identity = JSON.parse(readFileSync(file, 'utf8')) as unknown;
    } catch (error) {
      throw new CommandError(`${file} could not be read: ${(error as Error).message}`);
    }
  }
  return experimentId(identity);
}

const experimentId = async (of: unknown): Promise<RunId> =>
  `experiment-${(await sha256(canonicalJson(of))).slice(0, 32)}` as RunId;

function fileOf(out: string, { folder, format }: ExportCommand): string {
  if (!existsSync(out) || !statSync(out).isDirectory()) return out;
  return path.join(out, exportFileName(path.basename(folder), format, Date.now()));
}

/** Under another name until it is whole, so that no half of a file passes for one. */
async function writeFile(file: string, lines: AsyncIterable<string>): Promise<number> {
  const partial = `${file}.partial`;
  try {
    const stream = createWriteStream(partial);
    const failed = new Promise<never>((_, reject) => stream.on('error', reject));
    failed.catch(() => {});
    const written = await Promise.race([writeTo(stream, lines), failed]);
    stream.end();
    await Promise.race([once(stream, 'close'), failed]);
    renameSync(partial, file);
    return written;
  } catch (error) {
    rmSync(partial, { force: true });
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new CommandError(`${file} could not be written: ${error.message}`);
  }
}

/** As fast as the other end takes it; a reader such as `head` that closes the pipe has seen enough. */
async function writeTo(stream: Writable, lines: AsyncIterable<string>): Promise<number> {
  let count = 0;
  try {
    for await (const line of lines) {
      count += 1;
      if (!stream.write(line)) await once(stream, 'drain');
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
  return count;
}

/**
 * A plan of the questions that are done, in their order, and each group with its places in it: a question
 * that stands twice in the file has one group. The same questions are the same run, however often they are
 * exported and imported; once there are more, their plan is another one, and so is the run.
 */
async function* runPieces(
  folder: string,
  { rows }: Recording,
): AsyncGenerator<Piece, void, undefined> {
  const items: { readonly index: number; readonly item: SetItem; readonly groupId: GroupId }[] = [];
  let recipes: Plan['recipes'] = {};
  let run: { readonly id: RunId; readonly createdAt: number } | null = null;
  for await (const { index, group } of rows()) {
    const { question, recipe, runId, createdAt } = group;
    items.push({ index, item: { question, tags: [] }, groupId: group.id });
    recipes = { ...recipes, [question.kind]: recipe };
    if (run === null || createdAt < run.createdAt) run = { id: runId, createdAt };
  }
  if (run === null) throw new CommandError('No question was finished: there is nothing to export.');
  items.sort((a, b) => a.index - b.index);
  const places = new Map<GroupId, number[]>();
  items.forEach(({ groupId }, place) => places.set(groupId, [...(places.get(groupId) ?? []), place]));
  const runId = await experimentId([run.id, items.map(({ index }) => index)]);
  const name = path.basename(folder);
  yield { kind: 'run', run: { ...run, id: runId, name } };
  yield { kind: 'plan', plan: { runId, set: name, items: items.map(({ item }) => item), recipes } };
  for await (const { group } of rows()) {
    const { evaluation, id: groupId } = group;
    const own = places.get(groupId) ?? [];
    places.delete(groupId);
    if (own.length === 0 || evaluation === undefined) continue;
    yield { kind: 'group', group: { ...group, runId } };
    const outcome = outcomeOf({ ...group, evaluation });
    for (const index of own) yield { kind: 'entry', entry: { runId, index, groupId, outcome } };
  }
}

const REASONS: Readonly<Record<NoRow, string>> = {
  unfinished: 'not finished',
  'no-reference': 'the synthesis has no answer',
  'not-judged': 'the answers were not judged',
  'no-difference': 'no two complete answers of different rewards',
  'no-answer': 'no complete answer',
  'no-truth': 'no known answer',
};

/** What was written, and how many groups gave nothing, by reason. */
export function tallyLines({ rows, leftOut }: Tally, file: string | null): string[] {
  const reasons = [...leftOut].map(([reason, count]) => `${REASONS[reason]}: ${count}`);
  return [
    `${rows} ${rows === 1 ? 'row' : 'rows'}${toFile(file)}.`,
    ...(reasons.length === 0 ? [] : [`Groups without a row: ${reasons.join('; ')}.`]),
  ];
}
