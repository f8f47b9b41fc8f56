/**
 * The folder of an experiment: `groups.jsonl` gets a row as each group ends, so that a command
 * that was killed goes on where it stopped. `experiment.json` holds what the rows belong to, and
 * `scaling.jsonl` what was added to rows afterwards (scaled.ts).
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { canonicalJson } from '../../src/base/hash.ts';
import { without } from '../../src/base/without.ts';
import type { Group } from '../../src/group/group.ts';
import type { Recipe } from '../../src/group/recipe.ts';
import { UsageError } from './options.ts';
import { openRowFile, readRowFile, replaceFile, type RowFile } from './row-file.ts';
import { withScaled, type ScaledLine } from './scaled.ts';

export interface Row extends Pick<Group, 'id' | 'createdAt' | 'recipe' | 'rollouts' | 'faults'> {
  /** Absent in rows of before there were methods. */
  readonly evidence?: Group['evidence'];
  /** The question's place in the file, from 0. */
  readonly index: number;
  readonly question: string;
  readonly answer: string | null;
  readonly synthesis: NonNullable<Group['synthesis']>;
  readonly evaluation: NonNullable<Group['evaluation']>;
  /** Wall-clock that the group took of the experiment. */
  readonly seconds: number;
}

/** A finished group as a row; null where it has no synthesis or evaluation to keep. */
export function rowOf(index: number, group: Group, seconds: number): Row | null {
  const { id, createdAt, question, recipe, rollouts, synthesis, evidence, evaluation, faults } = group;
  if (group.status !== 'done' || synthesis === undefined || evaluation === undefined) return null;
  return {
    index,
    question: question.text,
    answer: question.kind === 'verifiable' ? (question.truth ?? null) : null,
    id,
    createdAt,
    recipe,
    rollouts,
    synthesis,
    ...(evidence.length > 0 ? { evidence } : {}),
    evaluation,
    faults,
    seconds,
  };
}

/**
 * What decides the rows; `limit` does not, so that an experiment can be made longer, nor do smaller
 * groups, which are added to the rows that are there.
 */
export interface Identity {
  readonly questions: string;
  readonly model: unknown;
  readonly anchor: unknown;
  readonly judge?: unknown;
  readonly regime?: unknown;
  readonly settings: unknown;
}

export interface Journal {
  /** Rows of before, by index. */
  readonly rows: ReadonlyMap<number, Row>;
  /**
   * The recipe of all rows to come, of one kind of question; throws a UsageError where rows of before
   * have another one. A name such as `nano` stands for other weights after an update, which only the
   * recipe tells.
   */
  claim(recipe: Recipe): void;
  /** Returns with the row on disk; throws where it does not fit, and takes back what did. */
  append(row: Row): void;
  /** The same of smaller groups that were written for a row of before. */
  appendScaled(line: ScaledLine): void;
  writeSummary(summary: unknown): void;
  close(): void;
}

function* readLines<T>(file: string, check: (line: T) => boolean): Generator<T, void, undefined> {
  let number = 0;
  for (const line of readRowFile(file)) {
    number += 1;
    let found: T;
    try {
      found = JSON.parse(line) as T;
      if (!check(found)) throw new Error('no group');
    } catch (error) {
      throw new UsageError(
        `--out holds a broken row: ${file}, line ${number}: ${(error as Error).message}`,
      );
    }
    yield found;
  }
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** Of a question that stands there twice the first row, with what was added to it since. */
function readRows(file: string, scaledFile: string): Map<number, Row> {
  const rows = new Map<number, Row>();
  // Enough that no later step breaks on it; a row of another shape is named with its line.
  const isRow = (row: Row): boolean =>
    Number.isInteger(row.index) && isObject(row.evaluation) && isObject(row.recipe) && Array.isArray(row.rollouts);
  for (const row of readLines(file, isRow)) if (!rows.has(row.index)) rows.set(row.index, row);
  const isScaled = (line: ScaledLine): boolean =>
    Number.isInteger(line.index) && Array.isArray(line.evidence) && Array.isArray(line.smaller);
  for (const line of readLines(scaledFile, isScaled)) {
    const row = rows.get(line.index);
    if (row?.id === line.id) rows.set(line.index, withScaled(row, line));
  }
  return rows;
}

/** The figures over rows of two recipes would be those of neither; smaller groups are figures of their own. */
function checkRecipe(asked: Recipe, row: Row, folder: string): void {
  const recipe = without(asked, 'smallerGroups', 'smallerSubsets');
  const rows = without(row.recipe, 'smallerGroups', 'smallerSubsets');
  if (canonicalJson(recipe) === canonicalJson(rows)) return;
  const names = Object.keys(recipe) as (keyof typeof recipe)[];
  const other = names.filter((name) => canonicalJson(recipe[name]) !== canonicalJson(rows[name]));
  throw new UsageError(
    `--out holds groups of another model or other prompts: ${folder} ` +
      `(question ${row.index + 1} differs in ${other.join(', ')})`,
  );
}

function readIdentity(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const { message } = error as Error;
    throw new UsageError(`--out holds a broken ${file}: ${message}. Another folder begins anew.`);
  }
}

/** Opens or makes the folder; throws a UsageError where it belongs to another experiment. */
export function openJournal(folder: string, identity: Identity): Journal {
  const file = path.join(folder, 'groups.jsonl');
  const scaledFile = path.join(folder, 'scaling.jsonl');
  const identityFile = path.join(folder, 'experiment.json');
  mkdirSync(folder, { recursive: true });
  const own = canonicalJson(identity);
  if (existsSync(identityFile)) {
    if (canonicalJson(readIdentity(identityFile)) !== own) {
      throw new UsageError(`--out holds an experiment with other arguments: ${folder}`);
    }
  } else if (existsSync(file)) {
    throw new UsageError(`--out holds a groups.jsonl of something else: ${folder}`);
  }
  const rows = readRows(file, scaledFile);
  const kept = [...rows.values()];
  const firstOf = ({ judging }: Recipe): Row | undefined =>
    kept.find(({ recipe }) => (recipe.judging === undefined) === (judging === undefined));
  for (const row of kept) checkRecipe((firstOf(row.recipe) ?? row).recipe, row, folder);
  if (!existsSync(identityFile)) replaceFile(identityFile, identity);
  const groups = openRowFile(file);
  let scaled: RowFile | null = null;
  return {
    rows,
    claim(recipe) {
      const first = firstOf(recipe);
      if (first !== undefined) checkRecipe(recipe, first, folder);
    },
    append: (row) => groups.append(row),
    appendScaled(line) {
      scaled ??= openRowFile(scaledFile);
      scaled.append(line);
    },
    writeSummary(summary) {
      replaceFile(path.join(folder, 'summary.json'), summary);
    },
    close() {
      groups.close();
      scaled?.close();
    },
  };
}
