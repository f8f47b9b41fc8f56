/**
 * Majority voting (self-consistency): the most frequent final answer. Rollouts without an answer do
 * not vote; ties go to the answer seen first, as maj@k does in lm-evaluation-harness.
 */
import type { Reading } from '../reward/maths/reading.ts';

export interface Vote {
  /** The rollout whose answer stands for its cluster: the first seen. */
  readonly index: number;
  readonly reading: Reading;
  readonly votes: number;
  /** Rollouts that had an answer to vote with. */
  readonly voters: number;
}

/** Lists of one length, by rollout. */
interface Voting {
  readonly readings: readonly Reading[];
  /** Cluster number; equal answers share one; null where there is no answer. */
  readonly clusters: readonly (number | null)[];
}

/** null where no rollout has an answer. */
export function majorityVote({ readings, clusters }: Voting): Vote | null {
  const votes = new Map<number, number>();
  for (const cluster of clusters) {
    if (cluster !== null) votes.set(cluster, (votes.get(cluster) ?? 0) + 1);
  }
  // A map keeps the order of insertion, so the first of the largest is the first seen.
  let winner: readonly [number, number] | null = null;
  let voters = 0;
  for (const entry of votes) {
    voters += entry[1];
    if (winner === null || entry[1] > winner[1]) winner = entry;
  }
  if (winner === null) return null;
  const index = clusters.indexOf(winner[0]);
  const reading = readings[index];
  return reading === undefined ? null : { index, reading, votes: winner[1], voters };
}
