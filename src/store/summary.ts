import type { GroupRecord } from './schema.ts';
import type { GroupSummary } from './store.ts';

/** A line of the list, from the group's own record alone: no rollout is read for it. */
export const summaryOf = (group: GroupRecord): GroupSummary => ({
  id: group.id,
  runId: group.runId,
  question: group.question.text,
  createdAt: group.createdAt,
  status: group.status,
  group: group.recipe.group,
  model: group.recipe.policy.model,
  disagrees: group.evaluation?.disagrees ?? null,
  right: group.evaluation?.truth === undefined ? null : group.evaluation.truth.synthesis === 'equal',
});

/** Newest first; those made in the same millisecond in a stable order. */
export const newestFirst = (
  a: { readonly createdAt: number; readonly id: string },
  b: { readonly createdAt: number; readonly id: string },
): number => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1);
