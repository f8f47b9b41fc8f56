/**
 * The algebra's own time for one comparison. What a comparison waits for, be it mathjs or its turn
 * behind others, is no part of it: on a busy machine the verdict is the same, only later.
 */
export interface Allowance {
  readonly isSpent: boolean;
  spend(milliseconds: number): void;
  /** Where no thread answers, asking again would be waiting without an end. */
  giveUp(): void;
}

export function createAllowance(milliseconds: number): Allowance {
  let left = milliseconds;
  return {
    get isSpent() {
      return left <= 0;
    },
    spend: (spent) => void (left -= spent),
    giveUp: () => void (left = 0),
  };
}
