/** A text taken apart for comparison: its statements with their words, numbers and sums. */
import type { Span } from './explanation.ts';
import type { Piece } from './split.ts';
import { splitText } from './split.ts';
import type { Sum } from './sums.ts';
import { sumsOf } from './sums.ts';
import type { Token } from './tokens.ts';
import { tokensOf } from './tokens.ts';
import { contentOf, isNegation, numberWord } from './words.ts';

export interface Statement {
  readonly span: Span;
  /** All its words in order, numbers and number words aside. */
  readonly frame: string;
  /** Its words with content, in order. */
  readonly content: string;
  /** The same, each once. */
  readonly words: ReadonlySet<string>;
  /** In order. */
  readonly numbers: readonly number[];
  readonly sums: readonly Sum[];
  readonly negated: boolean;
}

/** Words of one statement that are compared. */
const MOST_WORDS = 60;

/**
 * How a sum is worked out, in brackets before its result: `408 / 12 = (40 / 12 = 3 r 4, 48 / 12 = 4) 34`.
 * The small sums are the way, not what the step says. With a zero there is none, only digits or nothing:
 * `12 - 0 = (2, 1) 12`; these count behind a number alone, so that the place in `P = (3, 4)` is kept.
 * Blanks behind the bracket are bounded, so that a long run of them costs no square of its length.
 */
const WORKED_OUT =
  /=\s*\((?:[^()=]*=[^()]*|(?<=\d\s{0,3}=\s*\()[\d\s,]*)\)\s{0,3}=?(?=(?:\*\*|[\s$\\]){0,6}-?\d)/g;

export function readStatement(text: string, { start, end, from }: Piece): Statement {
  const tokens = tokensOf(text.slice(from, end).replace(WORKED_OUT, '= '));
  const words = tokens.flatMap((token) =>
    token.kind === 'word' && numberWord(token.text) === null ? [token.text] : [],
  );
  const content: string[] = [];
  for (const word of words) {
    const found = contentOf(word);
    if (found !== null && content.length < MOST_WORDS) content.push(found);
  }
  return {
    span: { start, end },
    frame: words.join(' '),
    content: content.join(' '),
    words: new Set(content),
    numbers: tokens.flatMap(numberOf),
    sums: sumsOf(tokens),
    negated: words.some(isNegation),
  };
}

function numberOf(token: Token): number[] {
  if (token.kind === 'number') return [token.value];
  const value = token.kind === 'word' ? numberWord(token.text) : null;
  return value === null ? [] : [value];
}

/**
 * The statements of a rollout, each wording once. Of a text that was cut off the last one is left out:
 * its number may lack digits.
 */
export function readRollout(text: string, ended: boolean): Statement[] {
  const pieces = splitText(text);
  const whole = ended || text.endsWith('\n') ? pieces : pieces.slice(0, -1);
  const seen = new Set<string>();
  return whole.flatMap((piece) => {
    if (piece.kind !== 'statement') return [];
    const wording = text.slice(piece.from, piece.end);
    if (seen.has(wording)) return [];
    seen.add(wording);
    return [readStatement(text, piece)];
  });
}
