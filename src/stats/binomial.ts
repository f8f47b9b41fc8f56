/**
 * C(n, k), the number of ways to choose k of n; 0 where k is below 0 or above n. Exact up to 2^53,
 * then to about 15 digits; Infinity past the range of numbers, which begins at n = 1030.
 */
export function choose(n: number, k: number): number {
  if (k < 0 || k > n) return 0;
  let ways = 1;
  const smaller = Math.min(k, n - k);
  for (let i = 1; i <= smaller; i++) {
    const next = (ways * (n - smaller + i)) / i;
    // The quotient is whole: while it is exact, rounding takes away what the division added.
    ways = next < Number.MAX_SAFE_INTEGER ? Math.round(next) : next;
  }
  return ways;
}
