/** The places where an expression is zero: one of them by search, or all of them as y = f(rest). */
import { big, exactly, indistinct, magnitude, sameness } from './approx.ts';
import type { Approx, BigNumber } from './approx.ts';
import { vocabulary } from './node.ts';
import type { Node } from './node.ts';
import { combine, numericValue } from './numeric.ts';
import type { Letters } from './numeric.ts';
import { scatter } from './points.ts';

const MOST_STEPS = 100;
const NEARLY_ZERO = -35;

/** A point where the expression changes its sign through zero; `attempt` counts through several. */
export function pointOn(node: Node, points: readonly Letters[], attempt: number): Letters | null {
  const signs = points.flatMap((point) => {
    const value = numericValue(node, point);
    return value === null || indistinct(value)
      ? []
      : [{ point, negative: value.value.isNegative() }];
  });
  const below =
    signs.filter(({ negative }) => negative)[attempt] ?? signs.find(({ negative }) => negative);
  const above =
    signs.filter(({ negative }) => !negative)[attempt] ?? signs.find(({ negative }) => !negative);
  return below && above ? findZero(node, below.point, above.point) : null;
}

/** By false position with halved weights (Illinois), which takes about fifteen steps. */
function findZero(node: Node, below: Letters, above: Letters): Letters | null {
  let [low, high] = [big(0), big(1)];
  let [atLow, atHigh] = [numericValue(node, below)?.value, numericValue(node, above)?.value];
  let kept: 'low' | 'high' | null = null;
  // `(y + 2)eˣ` is small wherever x is far below zero, and nothing only where y is -2.
  const size = atLow && atHigh ? Math.min(0, magnitude(atLow), magnitude(atHigh)) : 0;
  for (let step = 0; step < MOST_STEPS && atLow && atHigh; step++) {
    const share = low.add(high.sub(low).mul(atLow.div(atLow.sub(atHigh))));
    const point = between(below, above, share);
    const value = numericValue(node, point);
    if (value === null) return null;
    if (magnitude(value.value) < NEARLY_ZERO + size) return point;
    if (value.value.isNegative()) {
      [low, atLow] = [share, value.value];
      if (kept === 'high') atHigh = atHigh.div(2);
      kept = 'high';
    } else {
      [high, atHigh] = [share, value.value];
      if (kept === 'low') atLow = atLow.div(2);
      kept = 'low';
    }
  }
  // A pole changes sign as well, and is no zero.
  return null;
}

const between = (a: Letters, b: Letters, share: BigNumber): Letters =>
  new Map(
    [...a].map(([name, { value }]) => {
      const end = b.get(name)?.value ?? value;
      return [name, exactly(value.add(end.sub(value).mul(share)))];
    }),
  );

/**
 * Whether one expression is the other times a number and powers of letters, none of which may be
 * zero where either is: `w(12 - w) = 25` is `12 - w = 25/w`, but `x² = x` is not `x = 1`.
 */
export function isMonomialMultiple(a: Node, b: Node, letters: ReadonlySet<string>): boolean {
  const points = scatter(letters);
  const base = points[0];
  const start = base && ratioAt(a, b, base);
  if (!base || !start) return false;
  const powers = new Map<string, number>();
  for (const name of letters) {
    const doubled = base.get(name)?.value.mul(2);
    const there = doubled && ratioAt(a, b, new Map([...base, [name, exactly(doubled)]]));
    const growth = there && combine('/', there, start);
    const power = POWERS.find(
      (of) => growth && sameness(growth, exactly(big(2).pow(of))) === 'same',
    );
    if (power === undefined || (power !== 0 && !standsAtZero(a, b, name, points))) return false;
    powers.set(name, power);
  }
  const rests = points.flatMap((point) => {
    let rest = ratioAt(a, b, point);
    for (const [name, power] of powers) {
      const factor = point.get(name)?.value.pow(power);
      rest = rest && factor ? combine('/', rest, exactly(factor)) : null;
    }
    return rest ?? [];
  });
  return (
    rests.length >= 3 && rests.every((rest) => rests[0] && sameness(rest, rests[0]) === 'same')
  );
}

const POWERS = [0, 1, -1, 2, -2, 3, -3, 4, -4];

function ratioAt(a: Node, b: Node, point: Letters): Approx | null {
  const x = numericValue(a, point);
  const y = x && numericValue(b, point);
  return x && y && !indistinct(x) && !indistinct(y) ? combine('/', x, y) : null;
}

/** With the letter at zero neither is zero, whatever the other letters are. */
const standsAtZero = (a: Node, b: Node, name: string, points: readonly Letters[]): boolean =>
  points.slice(0, 6).every((point) =>
    [a, b].every((node) => {
      const value = numericValue(node, new Map([...point, [name, exactly(big(0))]]));
      return value === null || !indistinct(value);
    }),
  );

/**
 * Whether both expressions, as straight lines in some letter, have the same single root for all
 * values of the other letters, so that `xy = 1` is `y = 1/x`, but `xy = x` is not `y = 1`: where the
 * line's slope may vanish, nothing is claimed.
 */
export function isSameRoot(a: Node, b: Node): boolean {
  const [inA, inB] = [vocabulary(a).letters, vocabulary(b).letters];
  const shared = [...inA].filter((name) => inB.has(name));
  const letters = new Set([...inA, ...inB]);
  return letters.size > 1 && shared.some((letter) => sharesRoots(a, b, letter, letters));
}

function sharesRoots(a: Node, b: Node, letter: string, letters: ReadonlySet<string>): boolean {
  const rest = new Set([...letters].filter((name) => name !== letter));
  const slopes = new Map<string, boolean>();
  let agreed = 0;
  for (const point of scatter(rest)) {
    const [first, second] = [lineAt(a, letter, point), lineAt(b, letter, point)];
    if (first === null || second === null) continue;
    if (first === 'bent' || second === 'bent') return false;
    const [x, y] = [first.root, second.root];
    if (x === null || y === null || sameness(x, y) !== 'same') return false;
    const orthant = [...point.values()]
      .map(({ value }) => (value.isNegative() ? '-' : '+'))
      .join('');
    for (const [of, line] of [
      ['a', first],
      ['b', second],
    ] as const) {
      const before = slopes.get(of + orthant);
      if (before !== undefined && before !== line.falls) return false;
      slopes.set(of + orthant, line.falls);
    }
    agreed++;
  }
  return agreed >= 3 && wholeSteps(rest).every((point) => keepsRoot(a, b, letter, point));
}

/** At a special value of the other letters both still have a root, or one of them has no value. */
function keepsRoot(a: Node, b: Node, letter: string, point: Letters): boolean {
  const [first, second] = [lineAt(a, letter, point), lineAt(b, letter, point)];
  if (first === null || second === null) return true;
  if (first === 'bent' || second === 'bent') return false;
  return (first.root === null) === (second.root === null) && first.isNothing === second.isNothing;
}

/** Each other letter through the whole numbers around zero, where slopes like to vanish. */
const wholeSteps = (letters: ReadonlySet<string>): Letters[] =>
  [...letters].flatMap((moved) =>
    Array.from({ length: 13 }, (_, at): Letters => {
      const base = scatter(letters)[1] ?? new Map<string, Approx>();
      return new Map([...base, [moved, exactly(big(at - 6))]]);
    }),
  );

interface Line {
  /** Null where it is level. */
  readonly root: Approx | null;
  /** Level and zero all along: `y(xy - 1)` where y is 0. */
  readonly isNothing: boolean;
  readonly falls: boolean;
}

/** The expression along one letter: null where it has no value, `bent` where it is no line. */
function lineAt(node: Node, letter: string, point: Letters): Line | 'bent' | null {
  const at = (x: string): Approx | null =>
    numericValue(node, new Map([...point, [letter, exactly(big(x))]]));
  const [zero, one, odd] = [at('0.5'), at('1.5'), at('4.5')];
  if (zero === null || one === null || odd === null) return null;
  const slope = combine('-', one, zero);
  if (slope === null) return null;
  const expected = combine('+', zero, { value: slope.value.mul(4), error: slope.error + 1 });
  if (expected === null || sameness(expected, odd) !== 'same') return 'bent';
  if (indistinct(slope)) return { root: null, isNothing: indistinct(zero), falls: false };
  const back = combine('/', zero, slope);
  return (
    back && {
      root: combine('-', exactly(big('0.5')), back),
      isNothing: false,
      falls: slope.value.isNegative(),
    }
  );
}
