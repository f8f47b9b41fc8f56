/** Numbers to a base, ratios and times of day, and sets of reals that have a sign of their own. */
import { expression } from './answer.ts';
import type { Answer, Clock } from './answer.ts';
import { splitTop } from './brackets.ts';
import { toRegion, WHOLE_LINE, withoutPoints } from './region.ts';
import { whole } from './node.ts';

type Parse = (text: string) => Answer;

const BASES: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  sixteen: 16,
  binary: 2,
  octal: 8,
  decimal: 10,
  hexadecimal: 16,
  hex: 16,
};

const WITH_BASE =
  /^(-?)\(?([0-9A-Za-z]+)\)?(?:\s*_\s*\{?\s*\(?(?:base )?\s*([0-9]+|[a-z]+)\)?\s*\}?|,?\s+\(?(?:in )?base[\s-]([0-9]+|[a-z]+)\)?)$/;

/** `1011_2` is eleven. A numeral that has no digit in it, as `x_2`, is a letter with an index. */
export function parseWithBase(text: string): Answer | null {
  const match = WITH_BASE.exec(text);
  if (match === null) return null;
  const [, sign = '', numeral = '', lowered, spoken] = match;
  const name = lowered ?? spoken ?? '';
  const base = /^\d+$/.test(name) ? Number(name) : BASES[name];
  if (base === undefined || base < 2 || base > 36 || numeral.length > 200) return null;
  if (!/\d/.test(numeral) && numeral.length < 2) return null;
  let value = 0n;
  for (const sign of numeral) {
    const digit = Number.parseInt(sign, 36);
    if (!(digit < base)) return null;
    value = value * BigInt(base) + BigInt(digit);
  }
  return expression(whole(sign === '-' ? -value : value));
}

const CLOCK = /^(\d{1,2})(?::(\d{2}))?(?::(\d{2}))?\s*(?:([ap])\.?\s?m\.?)?$/i;

function readClock(text: string): Clock | null {
  const match = CLOCK.exec(text);
  if (match === null) return null;
  const [hours, minutes, seconds] = [1, 2, 3].map((at) => Number(match[at] ?? 0)) as [
    number,
    number,
    number,
  ];
  const half = match[4] === undefined ? null : match[4].toLowerCase() === 'a' ? 'am' : 'pm';
  if (half === null && match[2] === undefined) return null;
  if (hours > (half === null ? 23 : 12) || minutes > 59 || seconds > 59) return null;
  return { seconds: (hours * 60 + minutes) * 60 + seconds, half };
}

/** `3:4`, `3 to 4`, `3:45 pm`. */
export function parseRatio(text: string, parse: Parse): Answer | null {
  const clock = readClock(text);
  const plain = text.replace(/^(\d+)\s+to\s+(\d+)$/, '$1:$2');
  const parts = splitTop(plain, /:/y).map((part) => part.trim());
  if (parts.length < 2 && clock === null) return null;
  const items = clock?.half ? [] : parts.map(parse);
  const isPlain = (part: string): boolean => /\d|^\s*[a-z]\s*$/i.test(part);
  if (!parts.every(isPlain) || items.some(({ kind }) => kind !== 'expression')) return null;
  return { kind: 'ratio', parts: items, clock };
}

/** `∅`, `ℝ`, `ℝ ∖ {0}`. */
export function parseRegion(text: string, parse: Parse): Answer | null {
  if (text === '∅' || text === '{}') return { kind: 'region', letter: null, pieces: [] };
  if (text === 'ℝ') return { kind: 'region', letter: null, pieces: [WHOLE_LINE] };
  const [from = '', taken = '', more] = splitTop(text, /∖|(?<=ℝ\s*)-(?=\s*\\?\{)/y);
  if (taken === '' || more !== undefined) return null;
  const region = toRegion(parse(from.trim()));
  const points = parse(taken.trim());
  if (region === null || points.kind !== 'sequence' || points.open !== '{') return null;
  const pieces = withoutPoints(region.pieces, points.items);
  return pieces && { kind: 'region', letter: region.letter, pieces };
}
