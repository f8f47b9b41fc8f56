/** From a text to an answer: the forms in the order in which they are tried. */
import type { Answer } from './answer.ts';
import { clean, joinThousands } from './clean.ts';
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
    // `12 (twelve)` says it twice.
    const once = text.replace(/(?<=\d.*)\s*\(\s*[a-z]{3,}(?:[\s-][a-z]+)*\s*\)$/i, '');
    if (once !== text) return parseCleaned(once, 1, literal);
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
