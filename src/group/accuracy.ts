/**
 * The figures over many groups: what `cat ask` and `cat experiment` print and the page shows.
 * Shares are 0 to 1. Groups without a known truth count in `disagree.count` alone.
 */
import { oracle } from '../baseline/oracle.ts';
import { single } from '../baseline/single.ts';
import type { Baseline } from '../baseline/baseline.ts';
import type { Equality } from '../reward/maths/reading.ts';
import { pairedBootstrap } from '../stats/bootstrap.ts';
import { mean } from '../stats/mean.ts';
import type { Evaluation } from './group.ts';

export interface Accuracy {
  /** The mean over all rollouts: with G the same in every group, the mean of the groups' means. */
  readonly single: number | null;
  readonly majority: number | null;
  /** null where no group sampled the extra rollout. */
  readonly majorityEqualCompute: number | null;
  readonly synthesis: number | null;
  readonly oracle: number | null;
}

export interface Summary {
  /** Each null where no group has a known truth. */
  readonly accuracy: Accuracy;
  /** Accuracy of synthesis minus majority, with the paired bootstrap's 95 % bounds. */
  readonly difference: {
    readonly synthesisMinusMajority: number | null;
    readonly low: number | null;
    readonly high: number | null;
  };
  /**
   * Groups where synthesis and majority answer differently; right among those with a truth. Null
   * where a report leaves one of the two out.
   */
  readonly disagree: { readonly count: number | null; readonly synthesisRight: number | null };
  /** Groups with a truth where no rollout is right. */
  readonly allWrong: { readonly count: number | null; readonly synthesisRight: number | null };
}

type Known = Evaluation & { readonly truth: NonNullable<Evaluation['truth']> };

const isKnown = (evaluation: Evaluation): evaluation is Known => evaluation.truth !== undefined;
const right = (equality: Equality): boolean => equality === 'equal';
const score = (equality: Equality): number => (right(equality) ? 1 : 0);

export function summarise(evaluations: readonly Evaluation[]): Summary {
  const known = evaluations.filter(isKnown);
  const figure = (baseline: Extract<Baseline, { kind: 'figure' }>): number[] =>
    known.map(({ truth }) => baseline.score(truth.rollouts.map(right)));
  const majority = known.map(({ truth }) => score(truth.majority));
  const synthesis = known.map(({ truth }) => score(truth.synthesis));
  const equalCompute = known.flatMap(({ truth }) =>
    truth.majorityEqualCompute === null ? [] : [score(truth.majorityEqualCompute)],
  );
  const difference = pairedBootstrap(synthesis, majority);
  const disagreeing = evaluations.filter((evaluation) => evaluation.disagrees);
  const allWrong = known.filter(({ truth }) => !truth.oracle);
  const synthesisRight = (among: readonly Evaluation[]): number | null =>
    known.length === 0
      ? null
      : among.filter((evaluation) => evaluation.truth?.synthesis === 'equal').length;
  return {
    accuracy: {
      single: mean(figure(single)),
      majority: mean(majority),
      majorityEqualCompute: mean(equalCompute),
      synthesis: mean(synthesis),
      oracle: mean(figure(oracle)),
    },
    difference: {
      synthesisMinusMajority: difference?.estimate ?? null,
      low: difference?.low ?? null,
      high: difference?.high ?? null,
    },
    disagree: { count: disagreeing.length, synthesisRight: synthesisRight(disagreeing) },
    allWrong: {
      count: known.length === 0 ? null : allWrong.length,
      synthesisRight: synthesisRight(allWrong),
    },
  };
}

/** Comparisons with the truth that stayed undecided: counted as wrong above, and said beside it. */
export const countUndecided = (evaluations: readonly Evaluation[]): number =>
  evaluations.filter(isKnown).reduce((count, { truth }) => {
    const verdicts = [...truth.rollouts, truth.synthesis];
    return count + verdicts.filter((verdict) => verdict === 'undecided').length;
  }, 0);
