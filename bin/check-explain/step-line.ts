/** A line of nano with a sum: left, sign, right and result, in whatever way it was worked out in brackets. */
const SUM = String.raw`(\d+) ([-+*/]) (\d+) = (?:\([^()]*\) )?(\d+)`;

/** Such a line whose number, in a synthesis, is left out; around the sum stand these patterns. */
export const stepLine = (before: string, after: string): RegExp =>
  new RegExp(`^(?:\\d+\\. )?${before}${SUM}${after}$`);
