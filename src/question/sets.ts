/**
 * Question sets as JSON lines, parsed into questions with known answers. Three kinds of rows, told
 * apart row by row:
 *
 * - `{question, answer}`, the answer a text or a number;
 * - GSM8K: the same, with the final answer behind `#### ` at the end of a solution, commas stripped;
 * - MATH-500: `{problem, answer}` (with `solution, subject, level, unique_id`, which are not needed).
 *
 * All or nothing: one broken line and no question comes of the file. Further members of a row are
 * left where they are; nothing of the parsed JSON is passed on but texts.
 */
import type { FaultOf } from '../base/fault.ts';
import { failed, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { VerifiableQuestion } from './question.ts';

type Invalid = FaultOf<'import-invalid'>;

/** The faults name the line, counted from 1 with blank lines, and the member that is at fault. */
export function readQuestionSet(text: string): Result<VerifiableQuestion[], Invalid> {
  const questions: VerifiableQuestion[] = [];
  // JSON strings may hold U+2028 and U+2029 as they are, so only real line ends split.
  for (const [at, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    if (line.trim() === '') continue;
    const row = readRow(line, at + 1);
    if (!row.ok) return row;
    questions.push(row.value);
  }
  return questions.length === 0 ? invalid(0, '', 'no question in it') : ok(questions);
}

function readRow(line: string, number: number): Result<VerifiableQuestion, Invalid> {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch (error) {
    return invalid(number, '', `no JSON: ${error instanceof Error ? error.message : 'unreadable'}`);
  }
  if (row === null || typeof row !== 'object' || Array.isArray(row)) {
    return invalid(number, '', 'expected an object');
  }
  const asked =
    Object.hasOwn(row, 'question') || !Object.hasOwn(row, 'problem') ? 'question' : 'problem';
  const text = member(row, asked);
  if (typeof text !== 'string' || text.trim() === '') {
    return invalid(number, asked, 'expected a text that is not empty');
  }
  const truth = finalAnswer(member(row, 'answer'));
  if (truth === null)
    return invalid(number, 'answer', 'expected a text that is not empty, or a number');
  return ok({ kind: 'verifiable', text: text.trim(), truth });
}

/** An own member only: a row without `answer` never inherits one. */
const member = (row: object, name: string): unknown =>
  Object.hasOwn(row, name) ? (row as Record<string, unknown>)[name] : undefined;

function finalAnswer(value: unknown): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : null;
  if (typeof value !== 'string') return null;
  const behind = value.lastIndexOf('####');
  const answer = behind < 0 ? value : value.slice(behind + 4).replaceAll(',', '');
  return answer.trim() === '' ? null : answer.trim();
}

const invalid = (line: number, path: string, reason: string): Result<never, Invalid> =>
  failed({ kind: 'import-invalid', line, path, reason });
