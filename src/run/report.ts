/** What an experiment (or one group) came to: the numbers behind `cat experiment --json`. */
import { allAtOnce } from '../base/steps.ts';
import type { Steps } from '../base/steps.ts';
import { summarySteps } from '../group/accuracy.ts';
import type { Summary } from '../group/accuracy.ts';
import type { Group } from '../group/group.ts';
import type { Outcome } from '../group/outcome.ts';
import type { Recipe } from '../group/recipe.ts';

export { countUndecided } from '../group/accuracy.ts';
export { cautionsOf } from '../group/cautions.ts';
export type { Scored } from '../group/accuracy.ts';

export interface Report extends Summary {
  /** The policy's. */
  readonly model: string;
  readonly engine: string;
  /** G. */
  readonly group: number;
  /** Questions that have an evaluation; the figures are over those of them that have a score. */
  readonly questions: number;
  /** Wall-clock of the sampling, without loading the model; cached groups cost next to nothing. */
  readonly seconds: number;
  /** Tokens sampled now (rollouts and syntheses) per second of it; 0 where all came from the store. */
  readonly tokensPerSecond: number;
}

interface RunCost {
  readonly tokens: number;
  readonly seconds: number;
}

type Asked = Pick<Recipe, 'policy' | 'group'>;

export const makeReport = (recipe: Asked, outcomes: readonly Outcome[], cost: RunCost): Report =>
  allAtOnce(reportSteps(recipe, outcomes, cost));

export function* reportSteps(
  recipe: Asked,
  outcomes: readonly Outcome[],
  cost: RunCost,
): Steps<Report> {
  const summary = yield* summarySteps(outcomes);
  return {
    model: recipe.policy.model,
    engine: recipe.policy.engine,
    group: recipe.group,
    questions: outcomes.length,
    ...summary,
    seconds: cost.seconds,
    tokensPerSecond: cost.seconds > 0 ? cost.tokens / cost.seconds : 0,
  };
}

/** Questions that have no part in any figure, where others have. */
export const leftOut = ({ questions, over, others = [] }: Report): number =>
  over === 0 ? 0 : others.reduce((left, other) => left - other.over, questions - over);

/** Tokens sampled for a group, prompts not counted. */
export const tokensOf = (group: Pick<Group, 'rollouts' | 'synthesis'>): number =>
  group.rollouts.reduce((sum, rollout) => sum + rollout.tokens, group.synthesis?.tokens ?? 0);
