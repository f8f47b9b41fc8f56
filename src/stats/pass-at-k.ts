/**
 * pass@k without bias, 1 − C(n − c, k) / C(n, k): the chance that at least one of k rollouts is
 * right, drawn without replacement from n of which c are right (Chen et al. 2021, equation 1). As a
 * product of fractions, so that no binomial coefficient can overflow.
 *
 * For one question; a set's pass@k is the mean over its questions. pass@1 is the share of right
 * rollouts, pass@n the oracle of all n. Throws RangeError unless 0 ≤ c ≤ n and 1 ≤ k ≤ n are whole.
 */
export function passAtK(n: number, c: number, k: number): number {
  const whole = [n, c, k].every((value) => Number.isSafeInteger(value));
  if (!whole || c < 0 || c > n || k < 1 || k > n) {
    throw new RangeError(`pass@${k} of ${c} right in ${n}`);
  }
  if (n - c < k) return 1;
  let missed = 1;
  // Of the two equal products the one with fewer factors.
  if (k < c) for (let i = 0; i < k; i++) missed *= (n - c - i) / (n - i);
  else for (let i = 0; i < c; i++) missed *= (n - k - i) / (n - i);
  return 1 - missed;
}
