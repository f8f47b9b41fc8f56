import type { Check } from './check.ts';
import { count, orders, product, range, root, share, subsets, sum, tuples } from './check.ts';

export const easy: readonly Check[] = [
  () => range(1, 1000).find((minutes) => minutes % 14 === 0 && minutes % 10 === 0) ?? 0,
  () => sum(range(1, 100).filter((n) => n % 7 === 0 && n % 2 !== 0)),
  () => range(-100, 100).find((n) => 2 * n + 3 === 5 * n - 21) ?? Number.NaN,
  () => {
    const width = range(1, 56).find((one) => 2 * (one + 3 * one) === 56) ?? 0;
    return 3 * width * width;
  },
  () =>
    count(range(100, 999), (n) => {
      const digits = [...String(n)];
      return new Set(digits).size === 3 && digits.every((digit) => Number(digit) % 2 === 1);
    }),
  () => share(tuples(range(1, 6), 2), (dice) => Math.max(...dice) === 4),
  () => range(1, 20).reduce((rest) => (rest * 3) % 7, 1),
  () => {
    const a = range(0, 11).find((one) => one * (11 - one) === 24) ?? 0;
    return a ** 2 + (11 - a) ** 2;
  },
  () => new Set([...orders([0, 1, 2, 3, 4])].map((places) => places.map((at) => 'LEVEL'[at]).join(''))).size,
  // Twice the area by the legs is twice the area by the hypotenuse, 41.
  () => [9 * 40, Math.hypot(9, 40)],
  () => (1.2 * 0.85 - 1) * 100,
  () => 7 * 12 - 6 * 11,
  () =>
    count(subsets(range(0, 13), 2), ([a = 0, b = 0]) => {
      const apart = b - a;
      return apart !== 1 && apart !== 13;
    }),
  () => range(1, 10_000).find((n) => [6, 8, 9, 10].every((divisor) => n % divisor === 0)) ?? 0,
  () => range(2, 8).reduce((term) => 2 * term - 3, 5),
  () => 4 * Math.sqrt((18 * 16) / 2),
  () => {
    const marbles = [...'rrrrbbbbbgggggg'].map((colour, at) => ({ colour, at }));
    return share(subsets(marbles, 2), ([a, b]) => a?.colour === b?.colour);
  },
  () => (12 / 18) * (2 * 60 + 15),
  () => count(range(1, 720), (n) => 720 % n === 0),
  () => {
    const points = product([range(-20, 20), range(-50, 50)]);
    const [x = 0, y = 0] = [...points].find(([a = 0, b = 0]) => b === 2 * a - 1 && b === 8 - a) ?? [];
    return root((k) => k * x + 4 - y, -10, 10);
  },
];
