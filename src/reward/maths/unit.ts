/**
 * Units stand behind a number, currency signs before it. A missing unit is no difference, as the
 * question fixes it; like units are converted.
 */
import { CURRENCIES, measureOf } from './measures.ts';
import { binary, FUNCTION_NAMES } from './node.ts';
import type { Node } from './node.ts';
import { divideRational, multiplyRational, parseDecimal } from './rational.ts';
import type { Rational } from './rational.ts';

export interface Unit {
  /** The words as written, in lower case and singular. */
  readonly words: readonly string[];
  /** Where every word is a known measure: the kinds with their powers, and the size of one. */
  readonly measure: { readonly kinds: string; readonly size: Rational } | null;
}

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
]);

/** `64 square feet` → `64` and its unit; `2 x`, `3 pi` and `5ab` have none. */
export function splitUnit(text: string): WithUnit {
  const money = /^(-?)\s*(?:US|CA|A)?([$€£¥₹])\s*(-?.*)$/s.exec(text);
  if (money !== null) {
    const [, sign = '', currency = '', amount = ''] = money;
    const behind = splitUnit(amount);
    return { text: sign + behind.text, unit: behind.unit ?? readUnit(CURRENCIES[currency] ?? '') };
  }
  const code = /^(usd|eur|gbp|jpy|inr)\s+(-?[\d.].*)$/i.exec(text);
  if (code !== null) return { text: code[2] ?? '', unit: readUnit(code[1] ?? '') };
  if (/\d\s?[€£¥₹$]$/.test(text)) {
    return { text: text.slice(0, -1).trim(), unit: readUnit(CURRENCIES[text.slice(-1)] ?? '') };
  }
  for (const start of text.matchAll(
    /(?<=[\d)}%\]!]|\bpi) ?(?=[a-zA-Zµ°¢])|(?<=\S) (?=[a-zA-Zµ°¢])/g,
  )) {
    const words = text.slice(start.index).trim();
    const before = text.slice(0, start.index);
    // The degrees of an angle that a function takes are no unit of the whole.
    if (words.startsWith('°') && CALLS.test(before)) continue;
    if (/\d|\bpi\b/.test(before) && isUnit(words, start[0] !== '')) {
      return { text: before.trim(), unit: readUnit(words) };
    }
  }
  return { text, unit: null };
}

const CALLS = new RegExp(FUNCTION_NAMES.join('|'));

const UNIT_TEXT = /^[a-zA-Zµ°¢][a-zA-Zµ°¢\s/.'*-]*(?:\^(?:\d|\{\s*-?\d\s*\})[a-zA-Zµ\s/.*-]*)*$/;

function isUnit(text: string, apart: boolean): boolean {
  if (!UNIT_TEXT.test(text)) return false;
  const words = text
    .replaceAll('°', '° ')
    .split(/[^a-zA-Zµ°¢]+/)
    .filter((word) => word !== '');
  return words.every(
    (word, at) =>
      !NOT_UNITS.has(word) &&
      (word.length >= 3 ||
        /^(?:per|of|sq|cu|[°¢])$/i.test(word) ||
        (at > 0 && /^(?:[CF]|in|on|a|to)$/.test(word)) ||
        (measureOf(word) !== null && (apart || word.length === 2 || /[/^]/.test(text)))),
  );
}

/** Words that name no measure: `10 units` is 10 of anything. */
const ANYTHING = /^(?:units?|square|cubic|sq|cu|of|the|in|total|points?|number)$/;

export function readUnit(text: string): Unit {
  const plain = text
    .replace(/\s+of\s.*$/s, '')
    .replace(/\bmph\b/i, 'mi/h')
    .replace(/\b(?:kph|kmh)\b/i, 'km/h')
    .replace(/\bper\b/g, '/')
    .replace(/[{}]/g, '');
  const words = plain
    .toLowerCase()
    .split(/[^\p{L}°¢]+/u)
    .filter((word) => word !== '' && !ANYTHING.test(word))
    .map((word) => (word.length > 2 ? word.replace(/s$/, '') : word));
  return { words, measure: readMeasure(plain) };
}

function readMeasure(text: string): Unit['measure'] {
  const powers = new Map<string, number>();
  let size: Rational | null = { top: 1n, bottom: 1n };
  let below = false;
  let next = 1;
  if (
    /^(?:°|degrees?)\s*[CF]$|^(?:celsius|fahrenheit)$|^(?:°|degrees?)\s*(?:celsius|fahrenheit)$/i.test(
      text.trim(),
    )
  ) {
    return {
      kinds: /f/i.test(text.slice(-10).replace(/degrees?/i, '')) ? 'fahrenheit' : 'celsius',
      size,
    };
  }
  for (const [token] of text.matchAll(/[\p{L}°¢]+|\^\s*-?\d|\//gu)) {
    if (token === '/') below = true;
    else if (/^(?:square|sq)$/i.test(token)) next = 2;
    else if (/^(?:cubic|cu)$/i.test(token)) next = 3;
    else if (/^(?:squared|cubed|\^.*)$/i.test(token)) continue;
    else {
      const measure = measureOf(token);
      if (measure === null) return null;
      const behind = text.slice(text.indexOf(token) + token.length);
      const written = /^\s*(?:\^\s*(-?\d)|(squared|cubed))/.exec(behind);
      const power = written ? Number(written[1] ?? (written[2] === 'cubed' ? 3 : 2)) : next;
      const times = below ? -power : power;
      // A litre is a cubic decimetre.
      const [kind, dimension] = measure.kind === 'volume' ? ['length', 3] : [measure.kind, 1];
      powers.set(kind, (powers.get(kind) ?? 0) + dimension * times);
      for (let at = 0; at < Math.abs(times) && size; at++) {
        const one = parseDecimal(measure.size);
        size = one && (times < 0 ? divideRational(size, one) : multiplyRational(size, one));
      }
      next = 1;
    }
  }
  const kinds = [...powers].filter(([, power]) => power !== 0).sort();
  if (size === null || kinds.length === 0) return null;
  return { kinds: kinds.map(([kind, power]) => `${kind}^${power}`).join(' '), size };
}

/** How the units of two quantities bear on their comparison. */
export type UnitMatch = 'ignore' | 'convert' | 'clash' | 'unclear';

export function matchUnits(a: Unit | null, b: Unit | null): UnitMatch {
  if (isMissing(a) || isMissing(b)) return 'ignore';
  if (a.measure && b.measure) {
    const kinds = [a.measure.kinds, b.measure.kinds];
    const alike = CONVERTIBLE.some((family) => kinds.every((kind) => family.includes(kind)));
    return kinds[0] === kinds[1] || alike ? 'convert' : 'clash';
  }
  return a.words.some((word) => b.words.includes(word)) ? 'ignore' : 'unclear';
}

/** Kinds that `inBaseUnits` brings together otherwise than by a factor of their sizes. */
const CONVERTIBLE = [
  ['celsius', 'fahrenheit'],
  ['angle^1', 'radian^1'],
];

const isMissing = (unit: Unit | null): unit is null =>
  unit === null || (unit.words.length === 0 && unit.measure === null);

/** The quantity in its kind's first unit. */
export function inBaseUnits(node: Node, { measure }: Unit): Node {
  if (measure === null) return node;
  const number = (value: Rational): Node => ({ kind: 'number', value, text: '' });
  if (measure.kinds === 'fahrenheit') {
    const above = binary(node, '-', number({ top: 32n, bottom: 1n }));
    return binary(above, '*', number({ top: 5n, bottom: 9n }));
  }
  if (measure.kinds === 'radian^1') {
    return binary(binary(node, '*', number({ top: 180n, bottom: 1n })), '/', {
      kind: 'constant',
      name: 'pi',
    });
  }
  if (measure.size.top === 1n && measure.size.bottom === 1n) return node;
  return binary(node, '*', number(measure.size));
}
