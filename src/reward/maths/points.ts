/** Where expressions are tried: the same points for the same letters, so that verdicts repeat. */
import { createRandom } from '../../base/random.ts';
import { big, exactly } from './approx.ts';
import type { Letters } from './numeric.ts';

/**
 * How far from zero points lie. The first are all positive, where roots and logarithms have values;
 * the wide ones tell |x − 5| from 5 − x.
 */
const REACH = [3, 3, 3, 3, 3, 3, 3, 3, 30, 30, 400, 3000];
const ALL_POSITIVE = 4;

export function scatter(letters: ReadonlySet<string>): Letters[] {
  const random = createRandom(20_250_914);
  const names = [...letters].sort();
  return REACH.map((reach, at) => {
    const flipped = at % Math.max(names.length, 1);
    return new Map(
      names.map((name, place) => {
        const size = big((0.05 + 0.95 * random.next()) * reach);
        const negative =
          at >= ALL_POSITIVE && (random.next() < 0.5 || (at < 8 && place === flipped));
        return [name, exactly(negative ? size.neg() : size)];
      }),
    );
  });
}

/** Whole points, for powers of negative numbers and factorials. */
export function wholePoints(letters: ReadonlySet<string>): Letters[] {
  const random = createRandom(20_260_501);
  const names = [...letters].sort();
  return Array.from({ length: 10 }, (_, at) => {
    const spread = at < 5 ? 6 : 14;
    return new Map(
      names.map((name) => [name, exactly(big(1 + Math.floor(random.next() * spread) + (at % 2)))]),
    );
  });
}
