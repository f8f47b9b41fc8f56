/** Exercises: what a person may predict of a recording, and what it turns out to be. */
import type { LessonFacts } from './facts.ts';

/**
 * `distinct`: how many different answers; `vote`: what the vote says; `among`: whether an answer of the
 * rollouts is the synthesis's; `right` and `rewarded`: how many rollouts are right, or have reward 1;
 * `best`: how many criteria the best answer meets.
 */
export type PredictKind = 'distinct' | 'vote' | 'among' | 'right' | 'rewarded' | 'best';

/** How many of several, without a number that could be counted. */
export type Share = 'none' | 'fewer' | 'most' | 'all';
export type Spread = 'one' | 'few' | 'many';

/** Choices of a vote: enough to doubt, few enough to read. */
const MOST_ANSWERS = 6;
/** Different answers that still count as few. */
const FEW = 3;

/** What can be predicted; of a vote the answers themselves, in an order that gives nothing away. */
export function choicesOf(kind: PredictKind, facts: LessonFacts): readonly string[] {
  switch (kind) {
    case 'distinct':
      return ['one', 'few', 'many'] satisfies Spread[];
    case 'vote':
      return facts.answers
        .slice(0, MOST_ANSWERS)
        .map(({ answer }) => answer)
        .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    case 'among':
      return ['yes', 'no'];
    case 'right':
    case 'rewarded':
    case 'best':
      return ['none', 'fewer', 'most', 'all'] satisfies Share[];
    default:
      return kind satisfies never;
  }
}

/** One of the choices. */
export function outcomeOf(kind: PredictKind, facts: LessonFacts): string {
  switch (kind) {
    case 'distinct':
      return spreadOf(facts.answers.length);
    case 'vote':
      return facts.majority;
    case 'among':
      return facts.rewarded > 0 ? 'yes' : 'no';
    case 'right':
      return shareOf(facts.right, facts.group);
    case 'rewarded':
      return shareOf(facts.rewarded, facts.group);
    case 'best':
      return shareOf(facts.rubric?.most ?? 0, facts.rubric?.criteria ?? 0);
    default:
      return kind satisfies never;
  }
}

function spreadOf(answers: number): Spread {
  if (answers <= 1) return 'one';
  return answers <= FEW ? 'few' : 'many';
}

function shareOf(some: number, all: number): Share {
  if (some === 0) return 'none';
  if (some === all) return 'all';
  return some * 2 < all ? 'fewer' : 'most';
}
