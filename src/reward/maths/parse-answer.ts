/** From a text to an answer: the forms in the order in which they are tried. */
import type { Answer } from './answer.ts';
import { clean, joinThousands } from './clean.ts';
import { measureOf } from './measures.ts';
import { spokenNumber } from './number-words.ts';
import { parseQuantity } from './quantity.ts';
import { parseRelation } from './relations.ts';
import { parseRatio, parseRegion, parseWithBase } from './special.ts';
import { parseLines, parseMatrix, parseSequence } from './structure.ts';
import { parseWords, splitChoice } from './words.ts';

const LONGEST = 600;
const MOST_LEVELS = 5;

/** `literal`: `=` and units are taken as they stand, for answers typed as formulas. */
export interface ParseOptions {
  readonly literal: boolean;
}

/** Never throws; what cannot be read is `opaque`. */
export function parseAnswer(raw: string, { literal }: ParseOptions): Answer {
  const text = raw.length > LONGEST ? raw.trim() : clean(raw);
  return text.length > LONGEST ? { kind: 'opaque', text } : parseCleaned(text, 0, literal);
}

function parseCleaned(text: string, level: number, literal: boolean): Answer {
  const opaque: Answer = { kind: 'opaque', text };
  if (level > MOST_LEVELS || text === '') return opaque;
  const inner = (part: string): Answer => parseCleaned(part, level + 1, literal);
  if (level === 0 && !literal) {
    const once = withoutBracket(text) ?? decimalOf(text);
    if (once !== null) return parseCleaned(once, 1, literal);
  }
  const choice = literal || level > 0 ? null : splitChoice(text);
  if (choice !== null)
    return {
      kind: 'choice',
      letter: choice.letter,
      content: choice.rest === '' ? null : inner(choice.rest),
    };
  const joined = level === 0 && !/^\\?[([{]/.test(text) ? joinThousands(text) : text;
  return (
    parseRegion(text, inner) ??
    parseLines(text, inner) ??
    parseMatrix(text, inner) ??
    parseWithBase(text) ??
    (literal ? null : (parseWords(text) ?? parseRatio(joined, inner))) ??
    sumOfMeasures(joined, literal) ??
    parseSequence(joined, inner) ??
    parseRelation(joined, inner, literal) ??
    parseQuantity(joined, literal) ??
    opaque
  );
}

/** `2 hours and 30 minutes` is no list. */
const sumOfMeasures = (text: string, literal: boolean): Answer | null =>
  !literal && /^\d[\d.]*\s*[a-z]+(?:,|\s|and)+\d[\d.]*\s*[a-z]+/i.test(text)
    ? parseQuantity(text, false)
    : null;

/** `12 (twelve)` says it twice, and `5 (km)` has its unit in brackets. */
function withoutBracket(text: string): string | null {
  const [, words = '', digits = ''] = /^([a-z]+(?:[\s-][a-z]+)*)\s*\(\s*(\d+)\s*\)$/i.exec(text) ?? [];
  if (words !== '') {
    const said = spokenNumber(words.split(/[\s-]+/));
    return said?.rest.length === 0 && said.digits === digits ? digits : null;
  }
  const [, before = '', inside = ''] = /^(.*\d.*?)\s*\(\s*([a-z]+(?:[\s-][a-z]+)*)\s*\)$/i.exec(text) ?? [];
  if (inside === '') return null;
  const spoken = spokenNumber(inside.split(/[\s-]+/));
  if (spoken?.rest.length === 0) return spoken.digits === before ? before : null;
  const isUnit = inside.length > 1 && inside.split(/\s+/).every((word) => measureOf(word) !== null);
  return isUnit && !/[a-z)]$/i.test(before) ? `${before} ${inside}` : null;
}

/** `0.1(6)` repeats its last digits for ever, and `0x1F` is thirty-one. */
function decimalOf(text: string): string | null {
  const repeating = /^(-?\d*\.\d*)\((\d{1,12})\)$/.exec(text);
  if (repeating !== null) return `${repeating[1] ?? ''}\\overline{${repeating[2] ?? ''}}`;
  return /^0x[0-9a-f]{1,40}$/i.test(text) ? String(BigInt(text)) : null;
}
