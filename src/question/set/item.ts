import type { FaultOf } from '../../base/fault.ts';
import type { Question } from '../question.ts';

/** A question of a set, with what its row says about it. */
export interface SetItem {
  readonly question: Question;
  /** MATH-500's `unique_id`, HealthBench's `prompt_id`; no two rows of a set have the same. */
  readonly id?: string;
  readonly subject?: string;
  /** `1` to `5` of MATH-500; other sets name their own. */
  readonly level?: string;
  readonly tags: readonly string[];
}

/** A fault of a question set, by line and by path into the row. */
export type SetFault = FaultOf<'import-invalid'>;

export const setFault = (line: number, path: string, reason: string): SetFault => ({
  kind: 'import-invalid',
  line,
  path,
  reason,
});
