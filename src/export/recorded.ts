/** What training rows are made from: groups that are done, each with its place. */
import type { Evaluation, Group } from '../group/group.ts';
import type { Synthesis } from '../synthesis/synthesis.ts';

export interface DoneGroup extends Pick<
  Group,
  'id' | 'recipe' | 'recipeHash' | 'question' | 'rollouts' | 'evidence'
> {
  readonly synthesis: Synthesis;
  readonly evaluation: Evaluation;
}

export interface Recorded {
  /** The question's place in its run, from 0. */
  readonly index: number;
  readonly group: DoneGroup;
}

/** Null for a group that was stopped, failed, or runs still. */
export function doneGroup(group: Group): DoneGroup | null {
  const { status, synthesis, evaluation } = group;
  if (status !== 'done' || synthesis === undefined || evaluation === undefined) return null;
  return { ...group, synthesis, evaluation };
}
