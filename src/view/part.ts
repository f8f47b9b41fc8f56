/** What is shown of a group; apart from what draws it, so that words may name it. */
export type Part = 'rollouts' | 'synthesis' | 'verdict' | 'rubric' | 'methods';
