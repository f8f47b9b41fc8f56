import type { Compare, Reading } from './maths/reading.ts';

/**
 * 1 where the rollout's answer is the synthesis's, else 0 (paper, section on verifiable rewards).
 * `undecided` earns nothing (docs/deviations.md, 2 and 10).
 */
export function verifiableRewards(
  readings: readonly Reading[],
  synthesis: Reading,
  compare: Compare,
): Promise<number[]> {
  return Promise.all(
    readings.map(async (reading) => ((await compare(reading, synthesis)) === 'equal' ? 1 : 0)),
  );
}
