import type { Rollout } from '../../src/rollout/rollout.ts';

export const rollout = (index: number, text: string, more: Partial<Rollout> = {}): Rollout => ({
  index,
  seed: index,
  text,
  tokens: 1,
  promptTokens: 1,
  logprobs: [-0.1],
  stop: 'end',
  seconds: 0,
  ...more,
});

/** A solution of so many words before its answer. */
export const solution = (words: number, answer: number): string =>
  `${'step '.repeat(words)}\nThe answer is ${answer}.`;
