/**
 * The anchor's words read as criteria: one on each line that starts like an item of a list. What is
 * no usable criterion is refused with the reason, never repaired (docs/deviations.md, 16).
 */
import { spoken } from '../thinking.ts';
import type { Rubric } from './rubric.ts';

/** Criteria that a rubric is to have: the paper's at least 5, and no more than fit a page. */
export const CRITERIA = { fewest: 5, most: 12 } as const;

/** Characters of the longest criterion. */
export const LONGEST_CRITERION = 300;

export interface ReadCriteria {
  readonly criteria: readonly string[];
  readonly refused: Rubric['refused'];
}

/**
 * Adds the criteria of one proposal to those that earlier ones gave, `most` in all. A line without a
 * bullet or a number is a heading, prose or a fence: not a criterion. Blank lines and thinking are nothing.
 */
export function readCriteria(text: string, before: readonly string[] = []): ReadCriteria {
  const criteria: string[] = [];
  const refused: { text: string; why: Rubric['refused'][number]['why'] }[] = [];
  const seen = new Set(before.map(normaliseCriterion));
  for (const line of spoken(text).split(/\r\n|\n|\r/)) {
    if (line.trim() === '') continue;
    const item = itemOf(line);
    const why = item === null ? 'not-a-criterion' : refusal(item, seen);
    const isFull = before.length + criteria.length >= CRITERIA.most;
    if (item === null || why !== null || isFull) {
      refused.push({ text: cut(item ?? line.trim()), why: why ?? 'too-many' });
      continue;
    }
    seen.add(normaliseCriterion(item));
    criteria.push(item);
  }
  return { criteria, refused };
}

/** Case, white space, punctuation and Unicode forms fall away: what is left decides sameness. */
export const normaliseCriterion = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** `- `, `* `, `+ `, `• `, `1. `, `1) `, `(1) `, `a) `, each also with a check box; the rest of the line is the item. */
const ITEM = /^\s*(?:[-*+•–—]|\(?(?:\d{1,3}|[a-z])[.)])(?:\s+(.*))?$/u;
const CHECK_BOX = /^\[[ xX]?\]\s*/;

function itemOf(line: string): string | null {
  const found = ITEM.exec(line);
  if (found === null) return null;
  return (found[1] ?? '').replace(CHECK_BOX, '').replace(/\*\*/g, '').trim();
}

/** Words to whoever marks, in place of something that an answer can meet: they command, or speak of marks to give. */
const TO_THE_JUDGE =
  /\b(?:give|award|assign|grant|deserves?|earns?|gets?|receives?)\b.{0,30}\b(?:full|top|maximum|highest) (?:marks|score|points|credit)\b|^(?:full|top|maximum|highest) (?:marks|score|points|credit)\b|(?:^|[.;,:]\s*)(?:please\s+|you (?:must|should)\s+)?(?:ignore|disregard)\b.{0,40}\b(?:instructions?|above|previous|criteria)\b|^(?:please\s+|you\s+)?(?:always|must|just) (?:say|answer|reply|output)\b/i;

/** Letters of the scripts that set no space between words, and how many of them are more than one word. */
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
const SEVERAL_WORDS = 4;

const isSeveralWords = (plain: string): boolean =>
  plain.includes(' ') || (plain.match(WITHOUT_SPACES) ?? []).length >= SEVERAL_WORDS;

function refusal(
  item: string,
  seen: ReadonlySet<string>,
): Rubric['refused'][number]['why'] | null {
  const plain = normaliseCriterion(item);
  if (plain === '') return 'empty';
  if (seen.has(plain)) return 'duplicate';
  if (item.length > LONGEST_CRITERION) return 'too-long';
  // A heading, a single word, or a word to the judge is nothing that an answer meets or misses.
  const isOne = isSeveralWords(plain) && !/[:：]$/.test(item) && !TO_THE_JUDGE.test(item);
  return isOne ? null : 'not-a-criterion';
}

/** The proposal itself is kept whole beside it. */
const cut = (text: string): string =>
  text.length > LONGEST_CRITERION ? `${text.slice(0, LONGEST_CRITERION - 1)}…` : text;
