/**
 * When are two equations or inequalities the same? When one is the other times a constant; when
 * both, solved for a letter, give the same; or when each undoes the other (`y = eˣ`, `x = ln y`).
 * They are different where a point satisfies one and clearly not the other.
 */
import { compareConstants, compareExpressions, MOST_LETTERS } from './expressions.ts';
import type { Relation } from './answer.ts';
import { exactly, indistinct, magnitude, ONE, sameness } from './approx.ts';
import type { Approx } from './approx.ts';
import { isMonomialMultiple, isSameRoot, pointOn } from './curves.ts';
import { binary, vocabulary } from './node.ts';
import type { Node } from './node.ts';
import { combine, numericValue } from './numeric.ts';
import type { Letters } from './numeric.ts';
import { scatter } from './points.ts';
import type { Equality } from './reading.ts';
import { solvedForms, substitute } from './solved.ts';

export interface Equation {
  readonly relation: Relation;
  readonly left: Node;
  readonly right: Node;
}

const ENOUGH = 3;

export function compareRelations(a: Equation, b: Equation): Equality {
  const { letters, unknown, imaginary } = vocabulary(a.left, a.right, b.left, b.right);
  if (letters.size > MOST_LETTERS) return 'undecided';
  if (letters.size === 0) return compareStatements(a, b, unknown, imaginary);
  const solved = compareSolved(a, b);
  if (solved !== 'undecided' || imaginary) return solved;
  const [first, second] = [difference(a), difference(b)];
  const ratio = constantRatio(first, second, letters);
  if (ratio !== null) {
    // The sign of a factor in a lone letter is not known.
    const isLone = vocabulary(first).letters.size !== vocabulary(second).letters.size;
    if (isLone && a.relation !== '=' && a.relation !== '≠') return 'undecided';
    const turned = ratio.value.isNegative() && (a.relation === '<' || a.relation === '<=');
    return a.relation === b.relation && !turned ? 'equal' : 'different';
  }
  if (a.relation === '=' && b.relation === '=') {
    if (holdsAlone(first, second, letters)) return 'different';
    // A point is found on one curve numerically; a curve through an unknown function proves nothing.
    if (isMonomialMultiple(first, second, letters)) return 'equal';
    if (!unknown && (isOff(first, second, letters) || isOff(second, first, letters)))
      return 'different';
    return isSameRoot(first, second) ? 'equal' : 'undecided';
  }
  return truthsDiffer(a, b, first, second, letters) ? 'different' : 'undecided';
}

export const difference = ({ left, right }: Equation): Node => binary(left, '-', right);

/** Both as `y = …` for the same y, or one as `y = f(x)` and the other as `x = g(y)`. */
function compareSolved(a: Equation, b: Equation): Equality {
  if (a.relation !== '=' || b.relation !== '=') return 'undecided';
  for (const first of solvedForms(a)) {
    for (const second of solvedForms(b)) {
      if (first.letter === second.letter) return compareExpressions(first.value, second.value);
      const there = substitute(first.value, second.letter, second.value);
      const back = substitute(second.value, first.letter, first.value);
      const undone =
        compareExpressions(there, { kind: 'letter', name: first.letter }) === 'equal' &&
        compareExpressions(back, { kind: 'letter', name: second.letter }) === 'equal';
      if (undone) return 'equal';
    }
  }
  return 'undecided';
}

/**
 * The ratio of two expressions where it is the same everywhere. A letter that only one of them has
 * is a factor that is not zero, so it stays fixed: `yz = 2xz - 5z` is `y = 2x - 5`.
 */
function constantRatio(a: Node, b: Node, letters: ReadonlySet<string>): Approx | null {
  const [inA, inB] = [vocabulary(a).letters, vocabulary(b).letters];
  const points = scatter(letters);
  const lone = [...letters].filter((name) => inA.has(name) !== inB.has(name));
  // Below two letters in common it is no curve: `xy = x` is not `y = 1`.
  if (lone.length > 0 && letters.size - lone.length < 2) return null;
  const ratios = points.slice(0, lone.length > 0 ? 2 : 1).map((held) => {
    const kept = lone.map((name) => [name, held.get(name) ?? exactly(ONE)] as const);
    return ratioWith(a, b, points, new Map(kept));
  });
  return ratios.includes(null) ? null : (ratios[0] ?? null);
}

function ratioWith(a: Node, b: Node, points: readonly Letters[], held: Letters): Approx | null {
  let ratio: Approx | null = null;
  let agreed = 0;
  for (const point of points) {
    const here = new Map([...point, ...held]);
    const x = numericValue(a, here);
    const y = x && numericValue(b, here);
    if (!x || !y) continue;
    // No number makes of nothing what is something: `|x| = x` holds where `x = 0` does not.
    if (indistinct(x) !== indistinct(y)) return null;
    if (indistinct(x)) continue;
    const quotient = combine('/', x, y);
    if (quotient === null) continue;
    if (ratio !== null && sameness(ratio, quotient) !== 'same') return null;
    ratio ??= quotient;
    agreed++;
  }
  return agreed >= ENOUGH ? ratio : null;
}

/** Whether some point of the first curve clearly lies off the second. */
function isOff(on: Node, off: Node, letters: ReadonlySet<string>): boolean {
  return [0, 1, 2].some((attempt) => {
    const point = pointOn(on, scatter(letters), attempt);
    const value = point && numericValue(off, point);
    return value !== null && isSomething(value);
  });
}

/** Clearly not zero. */
const isSomething = ({ value, error }: Approx): boolean => magnitude(value) > Math.max(-12, error + 10);

/** Whether one of them is nothing at a place tried at which the other clearly is something. */
function holdsAlone(a: Node, b: Node, letters: ReadonlySet<string>): boolean {
  const isNothing = ({ value, error }: Approx): boolean => value.isZero() && error < -30;
  return scatter(letters).some((point) => {
    const x = numericValue(a, point);
    const y = x && numericValue(b, point);
    if (!x || !y) return false;
    return (isNothing(x) && isSomething(y)) || (isNothing(y) && isSomething(x));
  });
}

/** Whether the two hold at different places among those tried, none of them on a border. */
function truthsDiffer(
  a: Equation,
  b: Equation,
  first: Node,
  second: Node,
  letters: ReadonlySet<string>,
): boolean {
  return scatter(letters).some((point) => {
    const x = numericValue(first, point);
    const y = x && numericValue(second, point);
    if (!x || !y || indistinct(x) || indistinct(y)) return false;
    return holds(a.relation, x) !== holds(b.relation, y);
  });
}

/** Off the border an equation never holds, and its opposite always does. */
const holds = (relation: Relation, { value }: Approx): boolean =>
  relation === '≠' || (relation !== '=' && value.isNegative());

/** Without letters a relation is a statement: the same sides, in either order where that is all one. */
function compareStatements(
  a: Equation,
  b: Equation,
  unknown: boolean,
  imaginary: boolean,
): Equality {
  if (a.relation !== b.relation) return 'undecided';
  const same = (x: Node, y: Node): boolean => compareConstants(x, y, imaginary) === 'equal';
  if (same(a.left, b.left) && same(a.right, b.right)) return 'equal';
  if (a.relation !== '=' && a.relation !== '≠') return 'undecided';
  if (same(a.left, b.right) && same(a.right, b.left)) return 'equal';
  // `f(2) = f(3) + 4` may be written with its terms on other sides.
  const [first, second] = [difference(a), difference(b)];
  const twin = same(first, second) || same(first, { kind: 'negate', of: second });
  if (!unknown) return 'undecided';
  return twin ? 'equal' : unknownRatioDiffers(first, second) ? 'different' : 'undecided';
}

/** Statements about an unknown function are different where not even a multiple of each other. */
function unknownRatioDiffers(a: Node, b: Node): boolean {
  const [x, y] = [numericValue(a, new Map()), numericValue(b, new Map())];
  if (!x || !y || indistinct(x) || indistinct(y)) return false;
  const ratio = combine('/', x, y);
  if (ratio === null) return false;
  return !Array.from({ length: 24 }, (_, at) => at - 12).some(
    (whole) => whole !== 0 && sameness(ratio, exactly(ratio.value.mul(0).add(whole))) === 'same',
  );
}
