/** What an open question's rubric and verdicts come to, for the sentences of a lesson. */
import type { Group } from '../../group/group.ts';
import { rubricOf } from '../../run/evidence.ts';

export interface RubricFacts {
  /** Those that count: proposed or written, and not switched off. */
  readonly criteria: number;
  /** Criteria that the answer with the most of them meets, and how many answers meet so many. */
  readonly most: number;
  readonly best: number;
  /** Criteria that the answer with the fewest of them meets. */
  readonly least: number;
  /** Verdicts that could not be read. */
  readonly unreadable: number;
  /** The model that wrote the answers judged them too. */
  readonly judgedItself: boolean;
}

export function rubricFacts({ evidence, evaluation, recipe }: Group): RubricFacts | null {
  const rubric = rubricOf(evidence);
  const counts = evaluation?.rubric?.counts;
  if (rubric === null || counts === undefined || counts.length === 0) return null;
  const own = rubric.criteria.filter(
    ({ source, weight, off }) => source !== 'given' && weight > 0 && off !== true,
  );
  const met = counts.map(({ yes }) => yes);
  const most = Math.max(...met);
  return {
    criteria: own.length,
    most,
    best: met.filter((one) => one === most).length,
    least: Math.min(...met),
    unreadable: counts.reduce((sum, one) => sum + one.unreadable, 0),
    judgedItself: recipe.judge.revision === recipe.policy.revision,
  };
}
