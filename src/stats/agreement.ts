/**
 * The share of pairs of rollouts with the same answer: 1 where all agree, 0 where no two do. A
 * rollout without an answer agrees with none, not even with another one without. Null of fewer than
 * two rollouts. By rollout the number of its cluster of equal answers, null where it has none.
 */
export function pairAgreement(answers: readonly (number | null)[]): number | null {
  const n = answers.length;
  if (n < 2) return null;
  let pairs = 0;
  for (let one = 1; one < n; one += 1) {
    if (answers[one] === null) continue;
    for (let other = 0; other < one; other += 1) if (answers[other] === answers[one]) pairs += 1;
  }
  return pairs / ((n * (n - 1)) / 2);
}
