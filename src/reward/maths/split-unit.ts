/** Units stand behind a number, currency signs before it. */
import { isMoney } from './matched-units.ts';
import { CURRENCIES, measureOf } from './measures.ts';
import { FUNCTION_NAMES } from './node.ts';
import { NUMERIC_WORDS } from './number-words.ts';
import { readUnit } from './unit.ts';
import type { Unit } from './unit.ts';

export interface WithUnit {
  readonly text: string;
  readonly unit: Unit | null;
}

/** Never units: what else may stand behind a number. */
const NOT_UNITS = new Set<string>([
  ...FUNCTION_NAMES,
  'pi',
  'infinity',
  'or',
  'and',
  'is',
  'mod',
  'base',
  // Behind a number these say more of it: `5 squared`, `3 out of ten`, `7 below zero`.
  ...NUMERIC_WORDS,
]);

/** `64 square feet` → `64` and its unit; `2 x`, `3 pi` and `5ab` have none. */
export function splitUnit(text: string): WithUnit {
  const money =
    /^(-?)\s*(?:US|CA|A)?([$€£¥₹])\s*(-?.*)$/s.exec(text) ??
    /^()(usd|eur|gbp|jpy|inr)\s+(-?[\d.].*)$/i.exec(text);
  if (money !== null) {
    const [, sign = '', currency = '', amount = ''] = money;
    const { number, words } = splitWords(amount, true);
    return { text: sign + number, unit: readMoney(CURRENCIES[currency] ?? currency, words) };
  }
  const signed = /^(.*\d)\s?([€£¥₹$])\s*((?:\/|per\s)[a-zA-Z\s/]*)?$/s.exec(text);
  if (signed !== null) {
    const [, number = '', currency = '', rate = ''] = signed;
    return { text: number, unit: readUnit(`${CURRENCIES[currency] ?? ''} ${rate}`) };
  }
  const { number, words } = splitWords(text, false);
  return { text: number, unit: words === '' ? null : readUnit(words) };
}

/** `$15 per hour` is dollars per hour, `$15 USD` no square of dollars. */
function readMoney(currency: string, words: string): Unit {
  const unit = readUnit(words);
  const isSaid = isMoney(unit) || (unit.rate !== null && isMoney(unit.rate.before));
  return isSaid ? unit : readUnit(`${currency} ${words}`);
}

/** A number and the words of its unit; none of them where there is no unit. */
function splitWords(text: string, money: boolean): { number: string; words: string } {
  for (const start of text.matchAll(
    /(?<=[\d)}%\]!]|\bpi) ?(?=[a-zA-Zµ°¢])|(?<=\S) (?=[a-zA-Zµ°¢])|(?<=[\d)}]) ?\/ ?(?=[a-zA-Z])/g,
  )) {
    const isRate = start[0].includes('/');
    const behind = text.slice(start.index + start[0].length).trim();
    const before = text.slice(0, start.index);
    // The degrees of an angle that a function takes are no unit of the whole.
    if (behind.startsWith('°') && CALLS.test(before)) continue;
    // `5/m` is a quotient, unless it is of money; `15/hour` is none.
    if (isRate && !money && !isMeasure(/^[a-zA-Z]{3,}/.exec(behind)?.[0])) continue;
    const words = isRate ? `per ${behind}` : money ? behind.replace(/^an? /, 'per ') : behind;
    if (/\d|\bpi\b/.test(before) && isUnit(words, start[0] !== '', before)) {
      return { number: before.trim(), words };
    }
  }
  return { number: text, words: '' };
}

const isMeasure = (word: string | undefined): boolean =>
  word !== undefined && measureOf(word) !== null;

const CALLS = new RegExp(FUNCTION_NAMES.join('|'));

const UNIT_TEXT = /^[a-zA-Zµ°¢][a-zA-Zµ°¢\s/.'*-]*(?:\^(?:\d|\{\s*-?\d\s*\})[a-zA-Zµ\s/.*-]*)*$/;

/** `before`: the number; `apart`: with a space behind it. */
function isUnit(text: string, apart: boolean, before: string): boolean {
  if (!UNIT_TEXT.test(text) || /[-+*^(]\s*$/.test(before)) return false;
  const words = text
    .replaceAll('°', '° ')
    .split(/[^a-zA-Zµ°¢]+/)
    .filter((word) => word !== '');
  if (words.some((word) => NOT_UNITS.has(word.toLowerCase()))) return false;
  const [first = ''] = words;
  // `2abc` is a product, and so is `2x cde`; `2x cm` is a length.
  const isKnown = measureOf(first) !== null;
  if (!apart && !isKnown && first.length < 5 && /^[a-z]+$/i.test(first)) return false;
  if (holdsLetters(before) && !(isKnown && first.length > 1 && apart)) return false;
  // `2 pi h` is a surface; a length in multiples of pi may be in metres.
  if (/^[a-z]$/i.test(first) && (!isOneNumber(before) || (first !== 'm' && /\bpi$/.test(before.trim())))) return false;
  return words.every(
    (word, at) =>
      word.length >= 3 ||
      /^(?:per|of|sq|cu|[°¢])$/i.test(word) ||
      (at > 0 && /^(?:[CF]|in|on|an?|to)$/.test(word)) ||
      (isSign(word) && (apart || word.length === 2 || /[/^]/.test(text))),
  );
}

/** Newton, watt and joule have capitals; `4 n` is a product. */
const isSign = (word: string): boolean => measureOf(word) !== null && !/^[nwj]$/.test(word);

const withoutCommands = (text: string): string =>
  text.replace(/\\[a-zA-Z]+|\bpi\b|\bsqrt\b|(?<=\d)[eE](?=[-+]?\d)|^[A-Z]{1,3}(?=[$€£¥₹])/g, ' ');

const holdsLetters = (text: string): boolean => /[a-zA-Z]/.test(withoutCommands(text));

/** No letters, and no sum: behind those a letter is a factor. */
const isOneNumber = (text: string): boolean =>
  !holdsLetters(text) &&
  !/(?<=\S)\s*[-+±]/.test(text.replace(/\{[^{}]*\}|\([^()]*\)|\^\s*-?\d+|(?<=\d)[eE][-+]?\d+/g, '#'));
