/**
 * When does a written decimal stand for an exact value whose decimals do not end? When it has at
 * least nine significant digits and is that value rounded or cut at its last place.
 */
import type { Node } from './node.ts';
import { parseDecimal, terminates } from './rational.ts';
import type { Rational } from './rational.ts';

const ENOUGH_DIGITS = 9;

/** `decimals` is the endless value, written out to 40 places. */
export function roundsTo(node: Node, decimals: string): boolean {
  const value = parseSigned(decimals);
  return value !== null && isWrittenFormOf(node, value);
}

/** The same for a fraction: 0.333333333 for 1/3, but never 1.52 for 1.5239. */
export const roundsToFraction = (node: Node, value: Rational): boolean =>
  !terminates(value) && isWrittenFormOf(node, value);

function isWrittenFormOf(node: Node, value: Rational): boolean {
  const negative = node.kind === 'negate';
  const number = negative ? node.of : node;
  if (number.kind !== 'number' || negative !== value.top < 0n) return false;
  const places = /^\d*\.(\d+)$/.exec(number.text)?.[1]?.length ?? 0;
  const digits = number.text.replace('.', '').replace(/^0+/, '').length;
  if (places === 0 || digits < ENOUGH_DIGITS) return false;
  const scaled = 10n ** BigInt(places);
  const written = (number.value.top * scaled) / number.value.bottom;
  const size = (value.top < 0n ? -value.top : value.top) * scaled;
  const cut = size / value.bottom;
  const rounded = (2n * size + value.bottom) / (2n * value.bottom);
  return written === cut || written === rounded;
}

function parseSigned(text: string): Rational | null {
  const negative = text.startsWith('-');
  const value = parseDecimal(negative ? text.slice(1) : text);
  if (value === null || !negative) return value;
  return { top: -value.top, bottom: value.bottom };
}
