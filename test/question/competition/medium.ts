import type { Check } from './check.ts';
import { count, product, range, root, share, subsets, sum, tuples } from './check.ts';

/** All paths by steps to the right or up. */
function paths(x: number, y: number, avoid: (x: number, y: number) => boolean): number {
  if (x < 0 || y < 0 || avoid(x, y)) return 0;
  if (x === 0 && y === 0) return 1;
  return paths(x - 1, y, avoid) + paths(x, y - 1, avoid);
}

export const medium: readonly Check[] = [
  () => count(range(1, 1000), (n) => n % 4 !== 0 && n % 6 !== 0),
  () =>
    count(
      tuples([...'ABC'], 4),
      (letters) =>
        new Set(letters).size === 3 && letters.every((one, at) => one !== letters[at + 1]),
    ),
  () => {
    const x = root((one) => one + 1 / one - 5, 1, 10);
    return x ** 3 + 1 / x ** 3;
  },
  () => share(tuples([...'HT'], 6), (tosses) => !tosses.join('').includes('HH')),
  () => {
    const half = (25 + 39 + 56) / 2;
    return Math.sqrt(half * (half - 25) * (half - 39) * (half - 56)) / half;
  },
  () => range(1, 2026).reduce((rest) => (rest * 7) % 100, 1),
  () => {
    const [p, q] = [3 + Math.sqrt(5), 3 - Math.sqrt(5)];
    return p ** 4 + q ** 4;
  },
  () => count(tuples(range(1, 5), 4), (sweets) => sum(sweets) === 12),
  () => {
    const inner = 6 * Math.cos(Math.PI / 6);
    return 6 * ((6 * inner) / 2) - Math.PI * inner ** 2;
  },
  () => sum(range(100, 999).filter((n) => n % 11 === 4)),
  () => share(subsets(range(1, 10), 3), ([a = 0, b = 0, c = 0]) => c > a + b),
  () => {
    const f = (x: number): number => (2 * x + 3) / (x - 1);
    return root((x) => f(f(x)) - 3, 2, 3);
  },
  () => paths(6, 5, (x, y) => x === 3 && y === 2),
  () => Math.abs((9 - 1) * (11 - 2) - (4 - 1) * (4 - 2)) / 2,
  // Both are above 12, so neither is above 156.
  () => count(tuples(range(13, 156), 2), ([x = 1, y = 1]) => 12 * (x + y) === x * y),
  () => 0.5 / (1 / 6 + 1 / 9 - 1 / 12),
  () => range(6, 100).find((base) => Number.parseInt('253', Math.min(base, 36)) === 136) ?? 0,
  () => {
    const throws = [...tuples(range(1, 6), 3)].map((dice) => {
      const six = dice.indexOf(6);
      return six < 0 ? 3 : six + 1;
    });
    return [sum(throws), throws.length];
  },
  () =>
    count(
      product([range(-10, 10), range(-10, 10)]),
      ([x = 0, y = 0]) => Math.abs(x) + 2 * Math.abs(y) <= 10,
    ),
  () => {
    let [before, term] = [1, 3];
    for (let at = 3; at <= 100; at++) [before, term] = [term, (before + term) % 8];
    return term;
  },
];
