/** Answers in words: names, `no solution`, `five apples`, `June 20`. */
import type { Answer } from './answer.ts';
import { FUNCTION_NAMES } from './node.ts';
import { spokenNumber } from './number-words.ts';
import { parseQuantity } from './quantity.ts';
import { WHOLE_LINE } from './region.ts';

const SHORT_WORDS = /^(?:no|on|up|ok)$/i;
const MATHS_WORDS = new RegExp(`^(?:infinity|infty|pi|${FUNCTION_NAMES.join('|')})[a-z]?$`, 'i');
const LETTERS_ONLY = /^[\p{L}\p{M}][\p{L}\p{M}\s'’.,-]*$/u;
/** Words may hold numbers, as long as a real word comes first. */
const WORDS_AND_NUMBERS = /^\p{L}{3,}[\p{L}\p{M}\s'’.:-]*\s\d[\p{L}\d\s'’.:-]*$/u;

const EMPTY =
  /^(?:the )?(?:empty set|no (?:real |such )?(?:solutions?|roots?|numbers?|values?)|none|null set|does not exist|dne)$/;
const EVERYTHING = /^(?:all |any |every |the )?(?:set of )?(?:all )?reals?(?: numbers?)?$/;

/** Letters only, with at least one real word: no unit, function or product of letters. */
export function parseWords(text: string): Answer | null {
  const plain = text.replace(/^\((.*)\)$/, '$1').replace(/\\ /g, ' ');
  const dated = WORDS_AND_NUMBERS.test(plain);
  if (!dated && !LETTERS_ONLY.test(plain)) return null;
  const words = plain.split(/[\s.,:-]+/).filter((word) => word !== '');
  if (
    !dated &&
    !words.some((word) => SHORT_WORDS.test(word) || (word.length >= 3 && !MATHS_WORDS.test(word)))
  ) {
    return null;
  }
  if (MATHS_WORDS.test(words[0] ?? '')) return null;
  const lower = words.join(' ').toLowerCase();
  if (lower === 'nan' || lower === 'not a number') return { kind: 'nan' };
  if (EMPTY.test(lower)) return { kind: 'region', letter: null, pieces: [] };
  if (EVERYTHING.test(lower)) return { kind: 'region', letter: null, pieces: [WHOLE_LINE] };
  const spoken = dated ? null : spokenNumber(words);
  if (spoken !== null && !(words.length > 1 && plain.includes(','))) {
    return parseQuantity([spoken.digits, ...spoken.rest].join(' '), false);
  }
  // Several names are a list.
  if (!dated && /,|\s(?:and|or)\s/i.test(plain)) return null;
  return {
    kind: 'words',
    text: lower.replace(/^(?:it is|it’s|it's|they are) /, '').replace(/^(?:the|an?) /, ''),
  };
}

/** `(C) 12`, `B. the second`, `(C)`. */
export function splitChoice(
  text: string,
): { readonly letter: string; readonly rest: string } | null {
  const alone = /^\(([A-Ja-j])\)?$|^([A-J])\)$/.exec(text);
  if (alone !== null) return { letter: (alone[1] ?? alone[2] ?? '').toUpperCase(), rest: '' };
  const match = /^(?:\(([A-J])\)|([A-J])\)|([A-J])[.:])\s*(\S.*)$/s.exec(text);
  if (match === null) return null;
  const [, inBrackets, before, pointed, rest = ''] = match;
  const letter = inBrackets ?? before ?? pointed ?? '';
  // `(A)(B)` and `(A)+1` are formulas.
  if (
    /^[+\-*/^=<>(_!]/.test(rest) ||
    (pointed !== undefined && /^\d/.test(rest) && /^[A-J]:\d/.test(text))
  )
    return null;
  return { letter, rest };
}
