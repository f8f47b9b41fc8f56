import { meanLogprob } from '../rollout/logprob.ts';
import { highest, scoresBy } from './highest.ts';
import type { Method } from './method.ts';

/**
 * Least perplexity (paper, section on baselines): the rollout whose own tokens have the lowest mean
 * negative log-probability, at temperature 1, as they were sampled. Asks nothing. The score is the
 * mean log-probability: perplexity is exp of its negative.
 */
export const perplexity: Method = {
  kind: 'method',
  name: 'perplexity',
  asking: null,
  asks: () => [],
  conclude({ candidates, group }) {
    const own = new Map(candidates.map(({ index, logprobs }) => [index, meanLogprob(logprobs)]));
    const scores = scoresBy(group, (index) => own.get(index));
    const index = highest(scores);
    return index === null ? { index, reason: 'no-score', scores } : { index, scores };
  },
};
