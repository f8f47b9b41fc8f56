/**
 * What exact fractions cannot settle: surds, π, functions, and expressions with letters, by 64-digit
 * numbers at fixed scattered points. Two expressions that differ at one point where both have a
 * value are different for certain; ones that agree at all of them are taken as equal (Schwartz 1980
 * gives the chance of an error for polynomials: nil at this precision). Letters are real; where no
 * real point has a value they are whole numbers. Loaded on first need; plain data in and out, so
 * that it works in a worker with a deadline.
 */
import { sameness } from './approx.ts';
import { complexValue, sameComplex } from './complex.ts';
import { estimate } from './estimate.ts';
import { vocabulary } from './node.ts';
import type { Node } from './node.ts';
import { numericValue } from './numeric.ts';
import type { Letters } from './numeric.ts';
import { scatter, wholePoints } from './points.ts';
import type { Equality } from './reading.ts';
import { roundsTo } from './rounding.ts';

/** Points at which both sides must have a value before their agreement counts. */
const ENOUGH = 3;
export const MOST_LETTERS = 12;

export function compareExpressions(a: Node, b: Node): Equality {
  const { letters, imaginary } = vocabulary(a, b);
  if (letters.size > MOST_LETTERS) return 'undecided';
  if (letters.size === 0) return compareConstants(a, b, imaginary);
  if (imaginary) return agreement(a, b, scatter(letters), compareComplexAt);
  const onReals = agreement(a, b, scatter(letters), compareAt);
  return onReals === 'undecided' ? agreement(a, b, wholePoints(letters), compareAt) : onReals;
}

type Sight = 'same' | 'apart' | 'unclear';

function agreement(
  a: Node,
  b: Node,
  points: readonly Letters[],
  look: (a: Node, b: Node, point: Letters) => Sight,
): Equality {
  let agreed = 0;
  for (const [at, point] of points.entries()) {
    const sight =
      at % EXACTLY_EVERY !== 0 && plainlyAgree(a, b, point) ? 'same' : look(a, b, point);
    if (sight === 'apart') return 'different';
    if (sight === 'same') agreed++;
  }
  return agreed >= ENOUGH ? 'equal' : 'undecided';
}

/** Of the points, those that are always looked at with 64 digits. */
const EXACTLY_EVERY = 3;

/** In double precision, which costs little. Disagreement says nothing. */
function plainlyAgree(a: Node, b: Node, point: Letters): boolean {
  const letters = new Map([...point].map(([name, { value }]) => [name, value.toNumber()]));
  const [x, y] = [estimate(a, letters), estimate(b, letters)];
  return Number.isFinite(x) && Math.abs(x - y) <= 1e-9 * Math.max(Math.abs(x), Math.abs(y));
}

function compareAt(a: Node, b: Node, point: Letters): Sight {
  const x = numericValue(a, point);
  const y = x && numericValue(b, point);
  return x && y ? sameness(x, y) : 'unclear';
}

/** Roots and logarithms of complex numbers have several branches: there disagreement proves nothing. */
function compareComplexAt(a: Node, b: Node, point: Letters): Sight {
  const x = complexValue(a, point);
  const y = x && complexValue(b, point);
  if (!x || !y) return 'unclear';
  if (sameComplex(x, y)) return 'same';
  return isSingleValued(a) && isSingleValued(b) ? 'apart' : 'unclear';
}

function isSingleValued(node: Node): boolean {
  switch (node.kind) {
    case 'binary':
      if (node.op === '^' && vocabulary(node.left).imaginary && node.right.kind !== 'number')
        return false;
      return isSingleValued(node.left) && isSingleValued(node.right);
    case 'call':
      return node.name === 'abs' || !vocabulary(node.of).imaginary;
    case 'negate':
    case 'factorial':
    case 'unknown':
      return isSingleValued(node.of);
    case 'number':
    case 'constant':
    case 'letter':
      return true;
    default:
      return node satisfies never;
  }
}

const NOWHERE: Letters = new Map();

export function compareConstants(a: Node, b: Node, imaginary: boolean): Equality {
  const x = numericValue(a, NOWHERE);
  const y = numericValue(b, NOWHERE);
  if (imaginary || x === null || y === null) {
    return toEquality(compareComplexAt(a, b, NOWHERE));
  }
  const sight = sameness(x, y);
  if (sight !== 'apart') return toEquality(sight);
  return roundsTo(a, y.value.toFixed(40)) || roundsTo(b, x.value.toFixed(40))
    ? 'equal'
    : 'different';
}

const toEquality = (sight: Sight): Equality =>
  sight === 'same' ? 'equal' : sight === 'apart' ? 'different' : 'undecided';
