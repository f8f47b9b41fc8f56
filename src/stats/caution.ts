/**
 * When an interval must not be read as more than it is. As data: the page has the words.
 */
import type { Interval } from './interval.ts';

export type Caution =
  /** Bootstrapped intervals over so few questions hold less than they say. */
  | { readonly kind: 'few-questions'; readonly questions: number; readonly enough: number }
  /**
   * All questions score the same, so resampling finds no spread: its width of 0 is no certainty. Of
   * yes and no, up to a share of `share` of all questions may be otherwise (95 %, one-sided).
   */
  | { readonly kind: 'no-spread'; readonly questions: number; readonly share: number }
  /** The two methods differ in so few questions that no test could tell them apart at 5 %. */
  | { readonly kind: 'few-differences'; readonly differences: number; readonly enough: number }
  /** The interval of a difference holds 0: these questions do not tell which is better. */
  | { readonly kind: 'undecided' };

/**
 * Of right and wrong answers a bootstrapped interval of 95 % holds 93 % with 100 questions, 91 % with
 * 50, 88 % with 30 and 78 % with 10, on average over all true shares; Wilson's holds 95 % with any.
 */
const ENOUGH_QUESTIONS = 100;

/** With five questions that differ, all in one direction, the exact McNemar test still gives 0.06. */
export const ENOUGH_DIFFERENCES = 6;

/** Of a bootstrapped mean over questions, by the questions' scores. */
export function cautionsOfMean(scores: readonly number[]): Caution[] {
  const questions = scores.length;
  const cautions: Caution[] = [];
  if (questions < ENOUGH_QUESTIONS) {
    cautions.push({ kind: 'few-questions', questions, enough: ENOUGH_QUESTIONS });
  }
  if (questions > 0 && scores.every((score) => score === scores[0])) {
    // The "rule of three" in its exact form: 0 of n is compatible with this share at 95 %.
    cautions.push({ kind: 'no-spread', questions, share: 1 - 0.05 ** (1 / questions) });
  }
  return cautions;
}

/** Of a mean difference between two methods, by the questions' differences and its interval. */
export function cautionsOfDifference(
  differences: readonly number[],
  interval: Interval | null,
): Caution[] {
  const cautions = cautionsOfMean(differences);
  const moved = differences.filter((difference) => difference !== 0).length;
  if (moved < ENOUGH_DIFFERENCES) {
    cautions.push({ kind: 'few-differences', differences: moved, enough: ENOUGH_DIFFERENCES });
  }
  if (interval !== null && interval.low <= 0 && interval.high >= 0) {
    cautions.push({ kind: 'undecided' });
  }
  return cautions;
}
