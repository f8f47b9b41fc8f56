/**
 * `scaling.jsonl` in the folder of an experiment: the synthesis of smaller groups for rows of
 * `groups.jsonl` that were there before. Beside them in a file of its own, since a row is written once.
 */
import { withEvidence, type Evidence } from '../../src/group/evidence.ts';
import type { Evaluation, SmallerReading } from '../../src/group/group.ts';
import type { SmallerSynthesis } from '../../src/group/smaller.ts';

/** One more line for each time that a row was added to; of the readings the last line has all. */
export interface ScaledLine {
  /** The row's own. */
  readonly index: number;
  readonly id: string;
  /** What was written now. */
  readonly evidence: readonly SmallerSynthesis[];
  readonly smaller: readonly SmallerReading[];
}

/** A row with what was added to it. */
export function withScaled<
  T extends { readonly evidence?: readonly Evidence[]; readonly evaluation: Evaluation },
>(row: T, { evidence, smaller }: Pick<ScaledLine, 'evidence' | 'smaller'>): T {
  return {
    ...row,
    evidence: evidence.reduce<readonly Evidence[]>(withEvidence, row.evidence ?? []),
    evaluation: { ...row.evaluation, smaller },
  };
}
