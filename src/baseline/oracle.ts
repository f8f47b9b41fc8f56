import type { Figure } from './figure.ts';

/** Any rollout right: the ceiling of every baseline that selects (pass@G of these very rollouts). */
export const oracle = {
  name: 'oracle',
  score: (right: readonly boolean[]): number => (right.some(Boolean) ? 1 : 0),
} as const satisfies Figure;
