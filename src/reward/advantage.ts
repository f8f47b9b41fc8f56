/**
 * (reward − group mean) / group standard deviation, with the deviation of the whole population
 * (division by G), as in GRPO. A group of equal rewards teaches nothing: all its advantages are 0,
 * also where weighted sums that mean the same differ by the rounding of their last bits.
 */
export function advantages(rewards: readonly number[]): number[] {
  const first = rewards[0];
  if (first === undefined || rewards.every((reward) => Math.abs(reward - first) < 1e-12)) {
    return rewards.map(() => 0);
  }
  const mean = rewards.reduce((sum, reward) => sum + reward, 0) / rewards.length;
  const variance = rewards.reduce((sum, reward) => sum + (reward - mean) ** 2, 0) / rewards.length;
  const deviation = Math.sqrt(variance);
  return rewards.map((reward) => (reward - mean) / deviation);
}

/** Over those whose reward is known alone: the others have no advantage, and shift nobody's. */
export function knownAdvantages(rewards: readonly (number | null)[]): (number | null)[] {
  const known = advantages(rewards.filter((reward) => reward !== null)).values();
  return rewards.map((reward) => (reward === null ? null : (known.next().value ?? null)));
}
