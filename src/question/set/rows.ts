/**
 * The kinds of rows that sets are made of, each a schema that builds a new object and names the path
 * of a fault:
 *
 * - `plain`: `{question, answer}`; where there is no final answer, `{question, rubric}` or
 *   `{question, kind: 'open'}`;
 * - `gsm8k`: `{question, answer}`, the final answer behind `#### ` at the end of a solution;
 * - `math-500`: `{problem, answer}` with `solution, subject, level, unique_id`;
 * - `healthbench`: `{prompt, prompt_id, rubrics, example_tags}`.
 *
 * Any of the first two may have `id, subject, level, tags`. Further members are left where they are.
 */
import * as v from 'valibot';
import { failed, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import { conversationText } from './conversation.ts';
import type { SetItem } from './item.ts';

export type RowKind = 'plain' | 'gsm8k' | 'math-500' | 'healthbench';

/** What is wrong with a row, without its line. */
export interface RowFault {
  readonly path: string;
  readonly reason: string;
}

const filled = v.pipe(
  v.string('expected a text'),
  v.trim(),
  v.nonEmpty('expected a text that is not empty'),
);
const finite = v.pipe(v.number('expected a number'), v.finite('expected a finite number'));
/** JSON's numbers have 53 bits here: another one would be the truth, and nobody would know. */
const exact = v.pipe(
  finite,
  v.check(
    (value) => !Number.isInteger(value) || Number.isSafeInteger(value),
    'a whole number too long to be read exactly: write it as a text, in quotes',
  ),
);
const answer = v.pipe(
  v.union([filled, exact], 'expected a text that is not empty, or a number'),
  v.transform(String),
);
/** What rows are told apart and filtered by: short, and a number in some sets. */
const label = v.pipe(
  v.union([v.string(), finite], 'expected a text or a number'),
  v.transform((value) => String(value).trim()),
  v.maxLength(200, 'longer than 200 characters'),
);
/** A cell of CSV holds them in one text. */
const tagCell = v.pipe(
  v.string(),
  v.transform((text) => text.split(/[;|]/).map((tag) => tag.trim())),
);
const tagList = v.union([v.array(label), tagCell], 'expected a list of texts');
const labels = {
  id: v.nullish(label),
  subject: v.nullish(label),
  level: v.nullish(label),
  tags: v.nullish(tagList),
};

const points = v.pipe(finite, v.notValue(0, 'a criterion cannot be worth 0 points'));
const rubric = v.pipe(
  v.array(
    v.object({ criterion: filled, points }, 'expected a criterion with its points'),
    'expected a list of criteria',
  ),
  v.check((criteria) => criteria.some((one) => one.points > 0), 'no criterion gains points'),
);

type Labels = v.InferOutput<v.ObjectSchema<typeof labels, undefined>>;

/** A label that is null or empty is not there. */
function labelled({ id, subject, level, tags }: Labels): Omit<SetItem, 'question'> {
  return {
    ...(id ? { id } : {}),
    ...(subject ? { subject } : {}),
    ...(level ? { level } : {}),
    tags: [...new Set(tags)].filter((tag) => tag !== ''),
  };
}

const isThere = <T>(value: T | null | undefined): value is T =>
  value !== null && value !== undefined;

const isOpen = (row: { readonly kind?: unknown; readonly rubric?: unknown }): boolean =>
  row.kind === 'open' || isThere(row.rubric);

const plain = v.pipe(
  v.object({
    question: filled,
    answer: v.nullish(answer),
    kind: v.optional(v.unknown()),
    rubric: v.nullish(rubric),
    ...labels,
  }),
  v.forward(
    v.check((row) => isThere(row.answer) || isOpen(row), 'is missing, and the question is not open'),
    ['answer'],
  ),
  v.forward(
    v.check((row) => !isThere(row.answer) || !isOpen(row), 'an open question has none'),
    ['answer'],
  ),
  v.transform((row): SetItem => {
    const { question: text, answer: truth, rubric: criteria } = row;
    const open = { kind: 'open', text, ...(isThere(criteria) ? { rubric: criteria } : {}) } as const;
    return {
      question: isThere(truth) ? { kind: 'verifiable', text, truth } : open,
      ...labelled(row),
    };
  }),
);

const gsm8k = v.pipe(
  v.object({
    question: filled,
    answer: v.pipe(
      v.string('expected a solution as text'),
      v.transform(behindHashes),
      v.nonEmpty('expected a final answer behind ####'),
    ),
    ...labels,
  }),
  v.transform((row): SetItem => {
    const { question: text, answer: truth } = row;
    return { question: { kind: 'verifiable', text, truth }, ...labelled(row) };
  }),
);

/** One number with its sign or unit. Any other comma is of the answer: `3,5`, `(1, 2)`. */
const IN_THOUSANDS = /^([^\d,]*)(\d{1,3}(?:,\d{3})+)((?:\.\d+)?[^\d,]*)$/;

/**
 * Behind the last four hashes, without the `<<48/2=24>>` marks of a calculator and, where it is one number,
 * without separators of thousands.
 */
function behindHashes(solution: string): string {
  const behind = solution.lastIndexOf('####');
  if (behind < 0) return '';
  const marks = /<<[^<>]*>>/g;
  const text = solution.slice(behind + 4).replace(marks, '').trim();
  const [, before = '', number = '', after = ''] = IN_THOUSANDS.exec(text) ?? [];
  return number === '' ? text : `${before}${number.replaceAll(',', '')}${after}`;
}

const math = v.pipe(
  v.object({
    problem: filled,
    answer,
    unique_id: labels.id,
    subject: labels.subject,
    level: v.nullish(
      v.pipe(
        label,
        v.transform((text) => text.replace(/^level\s+/i, '')),
        v.regex(/^[1-5]?$/, 'expected a level from 1 to 5'),
      ),
    ),
  }),
  v.transform(({ problem: text, answer: truth, unique_id: id, subject, level }): SetItem => ({
    question: { kind: 'verifiable', text, truth },
    ...labelled({ id, subject, level }),
  })),
);

const message = v.object(
  {
    role: v.picklist(['user', 'assistant', 'system'], 'expected user, assistant or system'),
    content: filled,
  },
  'expected a message with its role',
);
const healthbench = v.pipe(
  v.object({
    prompt: v.pipe(
      v.array(message, 'expected a list of messages'),
      v.check((messages) => messages.at(-1)?.role === 'user', 'expected to end with the user'),
    ),
    prompt_id: labels.id,
    rubrics: rubric,
    example_tags: labels.tags,
  }),
  v.transform(({ prompt, prompt_id: id, rubrics, example_tags: tags }): SetItem => ({
    question: { kind: 'open', text: conversationText(prompt), rubric: rubrics },
    ...labelled({ id, tags }),
  })),
);

const SCHEMAS: Readonly<Record<RowKind, v.GenericSchema<unknown, SetItem>>> = {
  plain,
  gsm8k,
  'math-500': math,
  healthbench,
};

/** The member of a row that is its id, for a fault to name. */
export const ID_MEMBER: Readonly<Record<RowKind, string>> = {
  plain: 'id',
  gsm8k: 'id',
  'math-500': 'unique_id',
  healthbench: 'prompt_id',
};

/** By the members that it has; null where it is a row of no kind. */
export function kindOf(row: object): RowKind | null {
  const has = (name: string): boolean => Object.hasOwn(row, name);
  if (has('prompt') && has('rubrics')) return 'healthbench';
  if (has('question')) {
    const solution = has('answer') ? (row as { readonly answer: unknown }).answer : null;
    return typeof solution === 'string' && solution.includes('####') ? 'gsm8k' : 'plain';
  }
  return has('problem') ? 'math-500' : null;
}

/** Reads a row as one of a kind; only its first fault is named. */
export function readRow(row: object, kind: RowKind): Result<SetItem, RowFault> {
  const read = v.safeParse(SCHEMAS[kind], row, { abortEarly: true });
  if (read.success) return ok(read.output);
  const [issue] = read.issues;
  const isMissing = issue.type === 'object' && issue.received === 'undefined';
  return failed({
    path: v.getDotPath(issue) ?? '',
    reason: isMissing ? 'is missing' : issue.message,
  });
}
