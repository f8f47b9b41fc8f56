/** Two runs as the page compares them, and the two methods that every report sets against each other. */
import type { Outcome } from '../group/outcome.ts';
import { paired } from '../group/paired.ts';
import type { Paired } from '../group/paired.ts';
import type { Answered } from '../group/compare.ts';
import type { Entry } from '../group/plan.ts';
import { exactQuestion } from '../question/question.ts';
import type { RunEntries } from './experiments.ts';

export { compareFigures, differing, pairRuns } from '../group/compare.ts';
export { recipeDifferences } from '../group/recipe-differences.ts';

/** A question of a run that is done, as it is known again in another run. */
export interface AnsweredQuestion extends Answered {
  readonly text: string;
  readonly entry: Entry;
}

/** In the order of the plan. A question is known again by its exact text. */
export function answeredOf({ plan, entries }: Pick<RunEntries, 'plan' | 'entries'>): AnsweredQuestion[] {
  return entries.flatMap((entry) => {
    const item = plan.items[entry.index];
    if (item === undefined) return [];
    const { kind, text } = item.question;
    return [{ question: `${kind} ${exactQuestion(text)}`, text, entry, outcome: entry.outcome }];
  });
}

/** Majority first, synthesis second, over the questions with a known answer. */
export const majorityAndSynthesis = (outcomes: readonly Outcome[]): Paired =>
  paired(
    outcomes.flatMap(({ scored, scores: { majority, synthesis } }) =>
      scored === 'truth' && majority !== null && synthesis !== null
        ? [[majority, synthesis] as const]
        : [],
    ),
  );
