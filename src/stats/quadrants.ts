/**
 * Whether the synthesis answers as the majority does, against whether it is right: the four kinds of
 * questions of the paper's analysis. Where both agree they are right or wrong together, so only the
 * two kinds of disagreement can move the accuracy.
 */
export type Quadrant = 'agree-right' | 'agree-wrong' | 'disagree-right' | 'disagree-wrong';

/** Of one question with a known answer; `synthesisRight` is false where that stayed undecided. */
export function quadrantOf({
  disagrees,
  synthesisRight,
}: {
  readonly disagrees: boolean;
  readonly synthesisRight: boolean;
}): Quadrant {
  if (disagrees) return synthesisRight ? 'disagree-right' : 'disagree-wrong';
  return synthesisRight ? 'agree-right' : 'agree-wrong';
}
