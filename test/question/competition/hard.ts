import type { Check } from './check.ts';
import { count, gcd, integral, orders, range, root, share, subsets, sum, tuples } from './check.ts';

/** Coverings of a strip two high, by what may fill its first columns. */
const coverings = (columns: number): number => {
  if (columns < 0) return 0;
  if (columns === 0) return 1;
  // One tile upright, two lying on each other, or a square.
  return coverings(columns - 1) + 2 * coverings(columns - 2);
};

/** Divisions of people into groups: the first of them chooses companions. */
function groupings(people: readonly number[], least: number): number {
  const [, ...others] = people;
  if (people.length === 0) return 1;
  return sum(
    [...subsets(others)]
      .filter((companions) => companions.length + 1 >= least)
      .map((companions) =>
        groupings(
          others.filter((one) => !companions.includes(one)),
          least,
        ),
      ),
  );
}

/** The remainder of x^n divided by x^2 − 3x + 2, by long division. */
function remainder(n: number): string {
  const coefficients = [1, ...range(1, n).map(() => 0)];
  for (let at = 0; at + 2 < coefficients.length; at++) {
    const lead = coefficients[at] as number;
    [1, -3, 2].forEach((factor, shift) => {
      coefficients[at + shift] = (coefficients[at + shift] as number) - factor * lead;
    });
  }
  const [slope = 0, constant = 0] = coefficients.slice(-2);
  return `${slope}x ${constant < 0 ? '-' : '+'} ${Math.abs(constant)}`;
}

export const hard: readonly Check[] = [
  () => count(range(1, 2000), (n) => (n * n + n) % 30 === 0),
  () => coverings(10),
  () =>
    share(tuples([-1, 1], 8), (steps) => {
      const places = steps.map((_, at) => sum(steps.slice(0, at + 1)));
      return places.indexOf(0) === 7;
    }),
  () => {
    // The corner at the origin, the side of length 8 along the axis; the bisector meets the third side.
    const angle = Math.acos((5 ** 2 + 8 ** 2 - 7 ** 2) / (2 * 5 * 8));
    const [x, y] = [5 * Math.cos(angle), 5 * Math.sin(angle)];
    const side = (t: number): readonly [number, number] => [8 + t * (x - 8), t * y];
    const t = root((at) => Math.atan2(side(at)[1], side(at)[0]) - angle / 2, 0, 1);
    return Math.hypot(...side(t));
  },
  () => {
    const x = root((one) => one ** 3 + (4 - one) ** 3 - 40, 2, 10);
    return x ** 4 + (4 - x) ** 4;
  },
  () => {
    const digits = range(1, 100)
      .reduce((factorial, n) => factorial * BigInt(n), 1n)
      .toString(12);
    return digits.length - digits.replace(/0+$/, '').length;
  },
  () => count(orders(range(1, 7)), (row) => row.every((one, at) => row[at + 1] !== one + 1)),
  () => share(tuples(range(1, 6), 5), (dice) => new Set(dice).size === 3),
  // The first circle stands on the origin: its part beyond half way to the other centre, twice.
  () => {
    // By the angle, since the circle's end is too steep for strips of one width.
    const strip = (angle: number): number => 2 * (5 * Math.sin(angle)) * (5 * Math.sin(angle));
    return 2 * integral(strip, 0, Math.PI / 3);
  },
  () => {
    // Exact fractions, as numerator and denominator.
    let [above, below] = [2, 1];
    for (let n = 1; n < 2026; n++) {
      [above, below] = [below + above, below - above];
      const divisor = gcd(above, below);
      [above, below] = [above / divisor, below / divisor];
    }
    return above / below;
  },
  () =>
    range(1, 100_000).find((n) => n % 5 === 2 && n % 7 === 3 && n % 11 === 5 && n % 13 === 7) ?? 0,
  () =>
    count(subsets(range(1, 12)), (all) => all.every((one, at) => (all[at + 1] ?? 99) - one > 2)),
  () => {
    // By the last throw, the chance that it goes on; the expectation sums how often a throw is made.
    let going = range(1, 6).map(() => 1 / 6);
    let expected = 1;
    for (let throws = 1; throws < 2000; throws++) {
      expected += sum(going);
      going = range(1, 6).map((shown) => (sum(going) - (going[6 - shown] as number)) / 6);
    }
    return expected;
  },
  () => {
    let [above, below] = [0n, 1n];
    for (const k of range(1, 99).map(BigInt)) {
      const factor = k * (k + 1n) * (k + 2n);
      [above, below] = [above * factor + below, below * factor];
      let [a, b] = [above, below];
      while (b > 0n) [a, b] = [b, a % b];
      [above, below] = [above / a, below / a];
    }
    return `${above}/${below}`;
  },
  () => {
    // From points of the diagonal (s, s, s) to points of the edge (6, 0, t): the least distance.
    const ends = (s: number): number => Math.hypot(6 - s, s);
    const least = root((s) => ends(s + 1e-6) - ends(s - 1e-6), 0, 6);
    return ends(least);
  },
  () => count(tuples(range(1, 60), 2), ([a = 0, b = 0]) => gcd(a, b) === 6),
  () => groupings(range(1, 8), 2),
  () => remainder(10),
  () =>
    Math.max(
      ...[...tuples(range(1, 30), 2)].map(([y = 0, z = 0]) => Math.max(0, 60 - 2 * y - 3 * z) * y * z),
    ),
  () => {
    // The angles at the point between the lines to the corners add up to a full turn.
    const angle = (a: number, b: number, side: number): number =>
      Math.acos((a * a + b * b - side * side) / (2 * a * b));
    const turn = (s: number): number => angle(5, 7, s) + angle(7, 8, s) + angle(5, 8, s) - 2 * Math.PI;
    return root(turn, 8, 12);
  },
];
