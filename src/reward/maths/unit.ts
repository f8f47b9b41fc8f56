/**
 * What a unit says, word by word: which of its words are measures and what they come to, and which
 * are others, as `old` in `years old`.
 */
import { measureOf } from './measures.ts';
import type { Measure } from './measures.ts';
import { divideRational, multiplyRational, parseDecimal } from './rational.ts';
import type { Rational } from './rational.ts';

/** The words of a unit, or of one side of its `per`. */
export interface UnitPart {
  /** In lower case and singular; what stands behind `per` has a stroke before it. */
  readonly words: readonly string[];
  /** Those of them that name no measure. */
  readonly others: readonly string[];
  /** Of the words that are measures: the kinds with their powers, and the size of one. */
  readonly measure: { readonly kinds: string; readonly size: Rational } | null;
}

export interface Unit extends UnitPart {
  /** `dollars per hour`: what is counted, and for what. */
  readonly rate: { readonly before: UnitPart; readonly behind: UnitPart } | null;
}

/** Words that tell nothing apart: `10 units` is 10 of anything. */
const ANYTHING =
  /^(?:units?|square|cubic|sq|cu|of|the|in|total|altogether|all|remaining|points?|number)$/;

export function readUnit(text: string): Unit {
  const plain = text
    .replace(/\bmph\b/i, 'mi/h')
    .replace(/\b(?:kph|kmh)\b/i, 'km/h')
    .replace(/\bof age\b/, 'old')
    // Half of a mile is half a mile.
    .replace(/^\s*of\s+(?:(?:an?|the)\s)?/, '')
    .replace(/\bof an?\b/g, 'of')
    .replace(/\bper\b(?!\s+cents?\b)|\b(?:an?|each|every)(?=\s+\p{L})/gu, '/')
    .replace(/[{}]/g, '');
  const temperature = readTemperature(plain.trim());
  if (temperature !== null) return { ...temperature, rate: null };
  const words = readWords(plain);
  const [before, behind] = [false, true].map((below) =>
    together(words.filter((word) => word.below === below)),
  );
  const rate = before && behind && behind.words.length > 0 ? { before, behind } : null;
  return { ...together(words), rate };
}

const SCALE = /^(?:(?:°|degrees?)\s*)?(celsius|fahrenheit)$|^(?:°|degrees?)\s*([CF])$/i;

function readTemperature(text: string): UnitPart | null {
  const scale = SCALE.exec(text);
  if (scale === null) return null;
  const isFahrenheit = /^f/i.test(scale[1] ?? scale[2] ?? '');
  const kinds = isFahrenheit ? 'fahrenheit' : 'celsius';
  return { words: [kinds], others: [], measure: { kinds, size: ONE } };
}

interface Word {
  readonly text: string;
  readonly measure: Measure | null;
  readonly power: number;
  /** Behind `per`. */
  readonly below: boolean;
}

function readWords(text: string): Word[] {
  const tokens = [...text.matchAll(/[\p{L}°¢]+|\//gu)];
  const isPhrase = tokens.some(
    ([token]) => token !== '/' && !isPower(token) && measureOf(token) === null,
  );
  const words: Word[] = [];
  let [below, content, next] = [false, false, 1];
  for (const [at, { 0: token, index }] of tokens.entries()) {
    const behind = text.slice(index + token.length);
    const isFirst = at === 0 || tokens[at - 1]?.[0] === '/';
    if (token === '/') [below, content] = [true, false];
    // What something is of is no measure of it: `boxes of cups`.
    else if (/^of$/i.test(token)) content = true;
    else if (/^(?:square|sq)$/i.test(token)) next = 2;
    else if (/^(?:cubic|cu)$/i.test(token)) next = 3;
    else if (/^(?:squared|cubed)$/i.test(token)) continue;
    else {
      const isKnown = !content && (!isPhrase || isMeasureInPhrase(token, isFirst, behind));
      const measure = isKnown ? measureOf(token) : null;
      if (measure === null && ANYTHING.test(token.toLowerCase())) continue;
      const written = /^\s*(?:\^\s*(-?\d)|(squared|cubed))/.exec(behind);
      const power = written ? Number(written[1] ?? (written[2] === 'cubed' ? 3 : 2)) : next;
      const lower = token.toLowerCase();
      const singular = lower.length > 2 ? lower.replace(/s$/, '') : lower;
      words.push({ text: `${below ? '/' : ''}${singular}`, measure, power, below });
      next = 1;
    }
  }
  return words;
}

const isPower = (word: string): boolean => /^(?:square|cubic|sq|cu|squared|cubed)$/i.test(word);

/** Among other words `in` and a letter may be something else, degrees an angle or heat. */
function isMeasureInPhrase(word: string, isFirst: boolean, behind: string): boolean {
  if (/^(?:degrees?|deg|°)$/i.test(word)) return false;
  if (/^in$/i.test(word)) return isFirst && !/^\s+(?:all|total|the)\b/i.test(behind);
  return word.length > 1 || isFirst;
}

function together(words: readonly Word[]): UnitPart {
  const powers = new Map<string, number>();
  let size: Rational | null = ONE;
  for (const { measure, power, below } of words) {
    if (measure === null) continue;
    const times = below ? -power : power;
    // A litre is a cubic decimetre.
    const [kind, dimension] = measure.kind === 'volume' ? ['length', 3] : [measure.kind, 1];
    powers.set(kind, (powers.get(kind) ?? 0) + dimension * times);
    for (let at = 0; at < Math.abs(times) && size; at++) {
      const one = parseDecimal(measure.size);
      size = one && (times < 0 ? divideRational(size, one) : multiplyRational(size, one));
    }
  }
  const kinds = [...powers].filter(([, power]) => power !== 0).sort();
  const others = words.filter(({ measure }) => measure === null);
  return {
    words: words.map(({ text }) => text),
    others: others.map(({ text }) => text),
    measure:
      size === null || kinds.length === 0
        ? null
        : { kinds: kinds.map(([kind, power]) => `${kind}^${power}`).join(' '), size },
  };
}

const ONE: Rational = { top: 1n, bottom: 1n };
