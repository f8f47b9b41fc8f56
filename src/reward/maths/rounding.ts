import type { Node } from './node.ts';
import { parseDecimal } from './rational.ts';
import type { Rational } from './rational.ts';
import { terminates } from './rational.ts';

/** Digits from which on a written decimal counts as the rounded form of an endless one. */
const ENOUGH_DIGITS = 6;

/**
 * Whether a node is a written decimal of at least six significant digits that `decimals`, an endless
 * value written out to 40 places, rounds or cuts to: within one unit of the last written place.
 */
export function roundsTo(node: Node, decimals: string): boolean {
  const value = parseSigned(decimals);
  return value !== null && isWrittenFormOf(node, value);
}

/** The same for a fraction whose decimals do not end: 0.333333 for 1/3, but never 1.52 for 1.5239. */
export const roundsToFraction = (node: Node, value: Rational): boolean =>
  !terminates(value) && isWrittenFormOf(node, value);

function isWrittenFormOf(node: Node, value: Rational): boolean {
  const negative = node.kind === 'negate';
  const number = negative ? node.of : node;
  if (number.kind !== 'number') return false;
  const places = /\.(\d+)$/.exec(number.text)?.[1]?.length ?? 0;
  const digits = number.text.replace('.', '').replace(/^0+/, '').length;
  if (places === 0 || digits < ENOUGH_DIGITS) return false;
  const written = negative ? -number.value.top : number.value.top;
  const gap = written * value.bottom - value.top * number.value.bottom;
  const size = gap < 0n ? -gap : gap;
  return size * 10n ** BigInt(places) < value.bottom * number.value.bottom;
}

function parseSigned(text: string): Rational | null {
  const negative = text.startsWith('-');
  const value = parseDecimal(negative ? text.slice(1) : text);
  if (value === null || !negative) return value;
  return { top: -value.top, bottom: value.bottom };
}
