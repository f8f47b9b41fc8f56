/** What is shown of a group, `rewards` on its rollouts and under its rubric; apart from what draws it, so that words may name it. */
export type Part = 'rollouts' | 'rewards' | 'synthesis' | 'verdict' | 'rubric' | 'methods';

/** All but the methods: what a recording has, and a lesson speaks of. */
export const WITHOUT_METHODS: ReadonlySet<Part> = new Set([
  'rollouts',
  'rewards',
  'synthesis',
  'verdict',
  'rubric',
]);
