/**
 * The share of pairs of rollouts with the same answer: 1 where all agree, 0 where no two do. A
 * rollout without an answer agrees with none, not even with another one without. Null of fewer than
 * two rollouts. By rollout the number of its cluster of equal answers, null where it has none.
 */
export function pairAgreement(answers: readonly (number | null)[]): number | null {
  const n = answers.length;
  if (n < 2) return null;
  const sizes = new Map<number, number>();
  for (const answer of answers) {
    if (answer !== null) sizes.set(answer, (sizes.get(answer) ?? 0) + 1);
  }
  const pairs = [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  return pairs / ((n * (n - 1)) / 2);
}
