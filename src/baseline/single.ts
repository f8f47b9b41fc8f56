import type { Baseline } from './baseline.ts';

/** One rollout without any choice: in expectation the mean over all of them. */
export const single = {
  kind: 'figure',
  name: 'single',
  score: (right: readonly boolean[]): number =>
    right.length === 0 ? 0 : right.filter(Boolean).length / right.length,
} as const satisfies Baseline;
