/** The rubric that a question brings from its data set, beside the anchor's own. */
import type { GivenCriterion } from '../../question/question.ts';
import type { Criterion, Rubric } from './rubric.ts';

/** Whether the rubric holds these criteria of the data set, in their order, and no other ones. */
export function holdsGiven({ criteria }: Rubric, given: readonly GivenCriterion[]): boolean {
  const before = criteria.filter(({ source }) => source === 'given');
  return (
    before.length === given.length &&
    before.every(
      ({ text, weight }, at) => text === given[at]?.criterion && weight === given[at]?.points,
    )
  );
}

/** The rubric with these given ones in place of those it has; the very same where it holds them. */
export function withGiven(rubric: Rubric, given: readonly GivenCriterion[]): Rubric {
  if (holdsGiven(rubric, given)) return rubric;
  const own = rubric.criteria.filter(({ source }) => source !== 'given');
  const added = given.map(({ criterion, points }): Criterion => ({
    text: criterion,
    weight: points,
    source: 'given',
  }));
  return { ...rubric, criteria: [...own, ...added] };
}
