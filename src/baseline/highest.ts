/** The place of the highest score, the first of equal ones; null where there is none. */
export function highest(scores: readonly (number | null)[]): number | null {
  let best: number | null = null;
  scores.forEach((score, place) => {
    if (score === null || Number.isNaN(score)) return;
    if (best === null || score > (scores[best] as number)) best = place;
  });
  return best;
}

/** G scores by rollout index, null where `scoreOf` gives none. */
export const scoresBy = (
  group: number,
  scoreOf: (index: number) => number | null | undefined,
): (number | null)[] => Array.from({ length: group }, (_, index) => scoreOf(index) ?? null);
