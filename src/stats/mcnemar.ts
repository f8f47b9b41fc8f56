/**
 * McNemar's test: do two methods that answered the same questions differ in how often they are right?
 * Only questions on which exactly one of the two is right say anything (McNemar 1947).
 */
import { upperTail } from './normal.ts';

export interface McNemar {
  /** Questions that exactly one method got right. */
  readonly discordant: number;
  /** The two-sided p-value of the exact binomial test: valid however few questions there are. */
  readonly exact: number;
  /** Edwards's continuity correction, chi-squared with one degree of freedom; for 25 and more. */
  readonly corrected: { readonly statistic: number; readonly p: number };
}

/**
 * `first` and `second` count the questions that only the first or only the second method got right.
 * With none, the data say nothing: p = 1. Throws RangeError where they are no counts.
 */
export function mcnemar(first: number, second: number): McNemar {
  for (const count of [first, second]) {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${count} questions`);
  }
  const discordant = first + second;
  const distance = Math.max(0, Math.abs(first - second) - 1);
  const statistic = discordant === 0 ? 0 : (distance * distance) / discordant;
  return {
    discordant,
    exact: Math.min(1, 2 * halfBinomial(Math.min(first, second), discordant)),
    corrected: { statistic, p: Math.min(1, 2 * upperTail(Math.sqrt(statistic))) },
  };
}

/** P(X ≤ k) of n fair coins, k ≤ n / 2: from the largest term down, each a fraction of the last. */
function halfBinomial(k: number, n: number): number {
  let log = -n * Math.LN2;
  for (let i = 1; i <= k; i++) log += Math.log((n - k + i) / i);
  let term = 1;
  let sum = 1;
  for (let i = k; i > 0 && term > sum * 1e-17; i--) {
    term *= i / (n - i + 1);
    sum += term;
  }
  return Math.exp(log) * sum;
}
