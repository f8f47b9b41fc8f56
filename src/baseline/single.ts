import type { Figure } from './figure.ts';

/** One rollout without any choice: in expectation the mean over all of them. */
export const single = {
  name: 'single',
  score: (right: readonly boolean[]): number =>
    right.length === 0 ? 0 : right.filter(Boolean).length / right.length,
} as const satisfies Figure;
