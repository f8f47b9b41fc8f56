/**
 * What synthesis is measured against: ways to get one answer out of the same G rollouts. A method chooses a
 * rollout, and is right where that one is, by what it asks a model or reads in the log-probabilities
 * (method.ts); the vote does so by the final answers alone (majority.ts). Or it is a figure over all of
 * them that no choice could have: the mean, the ceiling. One file each.
 */
export interface Figure {
  readonly name: string;
  /** 0 to 1, from which of the G rollouts are right; 0 of no rollouts. */
  score(right: readonly boolean[]): number;
}
