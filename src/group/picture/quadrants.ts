/** Whether synthesis and vote agree, against whether the synthesis is right, with the questions of each. */
import { quadrantOf } from '../../stats/quadrants.ts';
import type { Quadrant } from '../../stats/quadrants.ts';
import type { Entry } from '../plan.ts';
import { partWays } from '../outcome.ts';
import type { Outcome } from '../outcome.ts';

export interface QuadrantsPicture {
  /** With a known answer. */
  readonly questions: number;
  /** The entries' places in the plan. */
  readonly indices: Readonly<Record<Quadrant, readonly number[]>>;
  /** Questions on which no rollout is right, and those among them on which the synthesis is. */
  readonly allWrong: readonly number[];
  readonly rescued: readonly number[];
}

/** Null where no answer is known. */
export const quadrantIn = (outcome: Outcome): Quadrant | null =>
  outcome.scored === 'truth'
    ? quadrantOf({ disagrees: partWays(outcome), synthesisRight: outcome.scores.synthesis === 1 })
    : null;

/** No rollout is right, so that no vote and no choice could be. */
export const isAllWrong = ({ scored, scores }: Outcome): boolean =>
  scored === 'truth' && scores.oracle === 0;

export function quadrantsPicture(entries: readonly Pick<Entry, 'index' | 'outcome'>[]): QuadrantsPicture {
  const indices: Record<Quadrant, number[]> = {
    'agree-right': [],
    'agree-wrong': [],
    'disagree-right': [],
    'disagree-wrong': [],
  };
  const allWrong: number[] = [];
  const rescued: number[] = [];
  let questions = 0;
  for (const { index, outcome } of entries) {
    const quadrant = quadrantIn(outcome);
    if (quadrant === null) continue;
    questions += 1;
    indices[quadrant].push(index);
    if (!isAllWrong(outcome)) continue;
    allWrong.push(index);
    if (outcome.scores.synthesis === 1) rescued.push(index);
  }
  return { questions, indices, allWrong, rescued };
}
