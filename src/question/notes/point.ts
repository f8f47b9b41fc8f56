/** One piece of advice in two or more wordings; the first is canonical. */
export interface Point {
  readonly wordings: readonly string[];
}

/** What is true and what is wrong advice on one question. */
export interface Points {
  readonly true: readonly Point[];
  readonly wrong: readonly Point[];
}

export const canonical = (point: Point): string => point.wordings[0] ?? '';

/**
 * Reads the notation of the field files: a sentence in which `[a|b]` holds alternatives. Wording k
 * takes the k-th alternative of every bracket, from the start again where a bracket has fewer.
 */
export function readPoint(notation: string): Point {
  const brackets = [...notation.matchAll(/\[([^\]]*)\]/g)].map(([, inside = '']) => inside.split('|'));
  const count = Math.max(1, ...brackets.map((alternatives) => alternatives.length));
  const wordings = Array.from({ length: count }, (_, k) => {
    let at = 0;
    return notation.replace(/\[[^\]]*\]/g, () => {
      const alternatives = brackets[at++] ?? [];
      return alternatives[k % alternatives.length] ?? '';
    });
  });
  return { wordings };
}
