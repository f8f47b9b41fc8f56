import { tell } from '../text/lessons.ts';
import type { LessonFacts } from './facts.ts';
import { outcomeOf } from './predict.ts';
import type { PredictKind } from './predict.ts';

/** The prediction beside what happened. */
export function compared(kind: PredictKind, facts: LessonFacts, guess: string | null): string {
  const words = tell.predict;
  const key = outcomeOf(kind, facts);
  const right = words.outcome(kind, facts, key);
  if (guess === null) return words.none(right);
  return guess === key ? words.same(right) : words.other(words.choice(kind, guess), right);
}
