/** The table of methods as the page makes it, and what each method asks for before it has. */
import type { MethodName } from '../baseline/selection.ts';

export { METHOD_NAMES } from '../baseline/selection.ts';
export { FIGURE_NAMES, isMethod } from '../group/figures.ts';
export { outcomeOf } from '../group/outcome.ts';

/** What one method costs beyond the G rollouts: sampled replies, or texts of rollouts scored. */
export interface Extra {
  readonly calls: number;
  readonly scored: number;
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
