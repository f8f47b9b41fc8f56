/**
 * What exact fractions cannot settle: surds, π, functions, and expressions with letters, by 64-digit
 * numbers at fixed scattered points. Two expressions that differ at one point are different for
 * certain; ones that agree at all of them are taken as equal (Schwartz 1980 gives the chance of an
 * error for polynomials: nil at this precision). Loaded on first need; plain data in and out, so
 * that it can move into a worker with a deadline.
 */
import { createRandom } from '../../base/random.ts';
import { vocabulary } from './node.ts';
import type { Node } from './node.ts';
import { big, close, isZero, numericValue } from './numeric.ts';
import type { BigNumber, Letters } from './numeric.ts';
import type { Relation } from './answer.ts';
import type { Equality } from './reading.ts';
import { roundsTo } from './rounding.ts';

const POINTS = 12;
/** Points at which both sides must have a value before their agreement counts. */
const ENOUGH = 3;
const MOST_LETTERS = 12;

export interface Equation {
  readonly relation: Relation;
  readonly left: Node;
  readonly right: Node;
}

export function compareExpressions(a: Node, b: Node): Equality {
  const { letters } = vocabulary(a, b);
  if (letters.size > MOST_LETTERS) return 'undecided';
  if (letters.size === 0) return compareConstants(a, b);
  let agreed = 0;
  for (const point of scatter(letters)) {
    const [x, y] = [numericValue(a, point), numericValue(b, point)];
    if (x === null || y === null) continue;
    // With the imaginary unit read as a letter, agreement is proof but disagreement is none.
    if (!close(x, y)) return letters.has('i') ? 'undecided' : 'different';
    agreed++;
  }
  return agreed >= ENOUGH ? 'equal' : 'undecided';
}

function compareConstants(a: Node, b: Node): Equality {
  const [x, y] = [numericValue(a, new Map()), numericValue(b, new Map())];
  if (x === null || y === null) return 'undecided';
  return close(x, y) || roundsTo(a, y.toFixed(40)) || roundsTo(b, x.toFixed(40))
    ? 'equal'
    : 'different';
}

/** Two relations are equal where the differences of their sides are in a constant ratio. */
export function compareRelations(a: Equation, b: Equation): Equality {
  const { letters, unknown } = vocabulary(a.left, a.right, b.left, b.right);
  if (letters.size > MOST_LETTERS) return 'undecided';
  if (letters.size === 0) return compareStatements(a, b, unknown);
  const [first, second] = [difference(a), difference(b)];
  let ratio: BigNumber | null = null;
  let agreed = 0;
  for (const point of scatter(letters)) {
    const [x, y] = [numericValue(first, point), numericValue(second, point)];
    if (x === null || y === null || isZero(x) || isZero(y)) continue;
    const here = x.div(y);
    if (ratio !== null && !close(ratio, here)) {
      return a.relation === b.relation && isLinear(first, letters) && isLinear(second, letters)
        ? 'different'
        : 'undecided';
    }
    ratio = here;
    agreed++;
  }
  if (ratio === null || agreed < ENOUGH) return 'undecided';
  const turned = ratio.isNegative() && (a.relation === '<' || a.relation === '<=');
  return a.relation === b.relation && !turned ? 'equal' : 'different';
}

/** Without letters a relation is a statement: the same sides, in either order where that is all one. */
function compareStatements(a: Equation, b: Equation, unknown: boolean): Equality {
  if (a.relation !== b.relation) return 'undecided';
  const same = (x: Node, y: Node): boolean => compareConstants(x, y) === 'equal';
  if (same(a.left, b.left) && same(a.right, b.right)) return 'equal';
  if (a.relation !== '=') return 'undecided';
  if (same(a.left, b.right) && same(a.right, b.left)) return 'equal';
  // `f(2) = f(3) + 4` may be written with its terms on other sides.
  const [first, second] = [difference(a), difference(b)];
  return unknown && (same(first, second) || same(first, { kind: 'negate', of: second }))
    ? 'equal'
    : 'undecided';
}

const difference = ({ left, right }: Equation): Node => ({ kind: 'binary', op: '-', left, right });

/** A linear function's value half-way is the mean of its values at both ends. */
function isLinear(node: Node, letters: ReadonlySet<string>): boolean {
  const points = scatter(letters);
  return points.slice(1).every((end, at) => {
    const start = points[at] as Letters;
    const middle = new Map([...end].map(([name, x]) => [name, x.add(start.get(name) ?? x).div(2)]));
    const [x, y, z] = [start, end, middle].map((point) => numericValue(node, point));
    return x && y && z ? close(x.add(y), z.mul(2)) : false;
  });
}

/** The same points for the same letters, of both signs, none of them round. */
function scatter(letters: ReadonlySet<string>): Letters[] {
  const random = createRandom(20_250_914);
  const names = [...letters].sort();
  return Array.from({ length: POINTS }, (_, at) => {
    const sign = (place: number): number => (at < POINTS / 2 || (at + place) % 2 === 0 ? 1 : -1);
    return new Map(
      names.map((name, place) => [name, big(random.next() * 2.7 + 0.15).mul(sign(place))]),
    );
  });
}
