/**
 * The mean natural log-probability of a text's tokens, minus the logarithm of its perplexity; null of
 * no tokens.
 */
export const meanLogprob = (logprobs: readonly number[]): number | null =>
  logprobs.length === 0 ? null : logprobs.reduce((sum, one) => sum + one, 0) / logprobs.length;
