/**
 * What synthesis is measured against: ways to get one answer out of the same G rollouts. A baseline
 * chooses a rollout, and is right where that one is: by the final answers alone (`choice`), or by what
 * it asks a model or reads in the log-probabilities (`method`). Or it is a figure over all of them
 * that no choice could have: the mean, the ceiling. One file each.
 */
import type { Reading } from '../reward/maths/reading.ts';
import type { Rollout } from '../rollout/rollout.ts';
import type { Method } from './method.ts';

/** Lists of one length, by place. */
export interface Candidates {
  /** null where a rollout was never sampled. */
  readonly rollouts: readonly (Rollout | null)[];
  readonly readings: readonly Reading[];
  /** Cluster number; equal answers share one; null where there is no answer. */
  readonly clusters: readonly (number | null)[];
}

export type Baseline =
  | Method
  | {
      readonly kind: 'choice';
      readonly name: string;
      /** The place of the chosen rollout; null where none can be chosen, which counts as wrong. */
      choose(candidates: Candidates): Promise<number | null>;
    }
  | {
      readonly kind: 'figure';
      readonly name: string;
      /** 0 to 1, from which of the G rollouts are right; 0 of no rollouts. */
      score(right: readonly boolean[]): number;
    };
