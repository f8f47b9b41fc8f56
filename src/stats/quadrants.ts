/**
 * Whether the synthesis answers as the majority does, against whether it is right: the four kinds of
 * questions of the paper's analysis. Where both agree they are right or wrong together, so only the
 * two kinds of disagreement can move the accuracy.
 */
export type Quadrant = 'agree-right' | 'agree-wrong' | 'disagree-right' | 'disagree-wrong';

/** One question with a known answer. */
export interface Outcome {
  readonly disagrees: boolean;
  /** The synthesis is right; what stayed undecided is not. */
  readonly synthesisRight: boolean;
  /** No rollout is right, so that no vote and no choice could be. */
  readonly allWrong: boolean;
}

export interface Quadrants {
  readonly counts: Readonly<Record<Quadrant, number>>;
  /** Questions on which no rollout is right, and on how many of them the synthesis is. */
  readonly allWrong: number;
  readonly rescued: number;
}

export function quadrantOf({
  disagrees,
  synthesisRight,
}: Pick<Outcome, 'disagrees' | 'synthesisRight'>): Quadrant {
  if (disagrees) return synthesisRight ? 'disagree-right' : 'disagree-wrong';
  return synthesisRight ? 'agree-right' : 'agree-wrong';
}

export function quadrants(outcomes: readonly Outcome[]): Quadrants {
  const counts = { 'agree-right': 0, 'agree-wrong': 0, 'disagree-right': 0, 'disagree-wrong': 0 };
  for (const outcome of outcomes) counts[quadrantOf(outcome)] += 1;
  const allWrong = outcomes.filter((outcome) => outcome.allWrong);
  const rescued = allWrong.filter(({ synthesisRight }) => synthesisRight).length;
  return { counts, allWrong: allWrong.length, rescued };
}
