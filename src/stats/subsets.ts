/**
 * Smaller groups out of a large one: sample G_max rollouts once, and every G up to it can be looked
 * at without sampling again. All methods are to see the same subsets, so these are made once for a
 * question and a G, and passed to each.
 *
 * A subset of rollouts drawn from one policy is as good a group as one sampled on its own, so the
 * mean over subsets has no bias. But subsets of one recording overlap: points of a curve are not
 * independent of each other, and at G = G_max there is one group and nothing to average.
 */
import { createRandom } from '../base/random.ts';
import { choose } from './binomial.ts';

export interface Subsets {
  /** Every subset is there, so the mean over them has no sampling error. */
  readonly exact: boolean;
  /** Places in the recording, in its order, each subset of one size; no subset twice. */
  readonly subsets: readonly (readonly number[])[];
}

export interface SubsetOptions {
  /** How many subsets at most; all are taken where there are no more. 256 unless told. */
  readonly most?: number;
  /** Another one for each question: `deriveSeed(seed, index)`. */
  readonly seed?: number;
}

/** Subsets of `size` from `total` rollouts; throws RangeError unless 1 ≤ size ≤ total are whole. */
export function subsetsOf(
  total: number,
  size: number,
  { most = 256, seed = 1 }: SubsetOptions = {},
): Subsets {
  const whole = [total, size, most].every((value) => Number.isSafeInteger(value) && value >= 1);
  if (!whole || size > total) throw new RangeError(`${most} subsets of ${size} from ${total}`);
  if (choose(total, size) <= most) return { exact: true, subsets: [...all(total, size)] };
  const random = createRandom(seed);
  const places = Array.from({ length: total }, (_, place) => place);
  const found = new Map<string, readonly number[]>();
  while (found.size < most) {
    // The first steps of a shuffle; where the last one left the list does not matter.
    for (let at = 0; at < size; at++) {
      const other = random.integer(at, total - 1);
      [places[at], places[other]] = [places[other] as number, places[at] as number];
    }
    const subset = places.slice(0, size).sort((a, b) => a - b);
    found.set(subset.join(), subset);
  }
  return { exact: false, subsets: [...found.values()] };
}

/** In lexicographic order. */
function* all(total: number, size: number, from = 0): Generator<number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let first = from; first <= total - size; first++) {
    for (const rest of all(total, size - 1, first + 1)) yield [first, ...rest];
  }
}
