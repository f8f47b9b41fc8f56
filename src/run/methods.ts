/** The table of methods as the page makes it, and what each method asks for before it has. */
import { METHODS } from '../baseline/methods.ts';
import type { MethodName, NoChoice } from '../baseline/selection.ts';
import type { LoadedModel } from '../engine/model.ts';
import type { Question } from '../question/question.ts';
import { lacks } from './taught.ts';

export { METHOD_NAMES } from '../baseline/selection.ts';
export { FIGURE_NAMES, isMethod } from '../group/figures.ts';
export { compareMethods } from '../group/outcome.ts';

/** What one method costs beyond the G rollouts: sampled replies, or texts of rollouts scored. */
export interface Extra {
  readonly calls: number;
  readonly scored: number;
}

/**
 * Why this model can never do it, or null; of a model that nobody knows, null. Where the kind of question
 * is not known yet, it is one with a final answer.
 */
export function cannot(
  name: MethodName,
  model: LoadedModel | null,
  kind: Question['kind'] = 'verifiable',
): Extract<NoChoice, 'no-score' | 'not-taught'> | null {
  const { asking } = METHODS[name];
  if (asking === null || model === null) return null;
  const job = (kind === 'open' ? asking.openJob : undefined) ?? asking.job;
  if (job !== null && lacks(model, job)) return 'not-taught';
  return asking.how === 'score' && !model.capabilities.score ? 'no-score' : null;
}

/** At most, with G rollouts that all ended by themselves. One alone is chosen without a word. */
export function extraOf(name: MethodName, group: number): Extra {
  const many = group < 2 ? 0 : group;
  switch (name) {
    case 'bestOfN':
    case 'selfConsistency':
      return { calls: Math.min(1, many), scored: 0 };
    case 'judgeScore':
      return { calls: many, scored: 0 };
    case 'mutualPredictability':
      return { calls: 0, scored: many };
    case 'perplexity':
      return { calls: 0, scored: 0 };
    default:
      return name satisfies never;
  }
}
