/**
 * The standard normal distribution, to about 14 digits: what McNemar's test and intervals need of it.
 * A series near the middle, where 1 − erf loses nothing, and a continued fraction in the tails, where
 * it would lose everything (Abramowitz and Stegun 7.1.6 and 7.1.14).
 */

/** P(Z > z) of a standard normal, 0 to 1; keeps its relative accuracy far out in the tail. */
export function upperTail(z: number): number {
  if (Number.isNaN(z)) throw new RangeError('the tail of no number');
  return z < 0 ? 1 - half(-z) : half(z);
}

/** The z with P(Z ≤ z) = p, for p strictly between 0 and 1; throws RangeError otherwise. */
export function quantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`a quantile at ${p}`);
  if (p < 0.5) return -quantile(1 - p);
  let low = 0;
  let high = 10;
  // Halving ends at neighbouring numbers, which is as exact as the tail itself.
  for (;;) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) return middle;
    if (upperTail(middle) > 1 - p) low = middle;
    else high = middle;
  }
}

/** The normal point of a two-sided interval: 1.96 of the level 0.95. Throws outside 0 < level < 1. */
export const twoSided = (level: number): number => quantile((1 + level) / 2);

/** P(Z > z) for z ≥ 0: half of erfc(z / √2). */
function half(z: number): number {
  const x = z / Math.SQRT2;
  return x < 2 ? 0.5 - erfSeries(x) / 2 : erfcFraction(x) / 2;
}

function erfSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** Backwards from a depth that is more than enough for x ≥ 2. */
function erfcFraction(x: number): number {
  let below = x;
  for (let n = 120; n > 0; n--) below = x + n / 2 / below;
  return Math.exp(-x * x) / (below * Math.sqrt(Math.PI));
}
