/** A group put together out of parsed parts. */
import { sha256 } from '../../base/hash.ts';
import type { QuestionHash } from '../../base/id.ts';
import type { Group } from '../../group/group.ts';
import { hashRecipe, rolloutCount } from '../../group/recipe.ts';
import { normaliseQuestion } from '../../question/question.ts';
import type { GroupRecord } from '../../store/schema.ts';

export interface GroupParts {
  readonly record: GroupRecord;
  readonly rollouts: readonly Group['rollouts'][number][];
  readonly synthesis: NonNullable<Group['synthesis']> | null;
  readonly evidence: readonly Group['evidence'][number][];
}

/** The hashes are worked out anew: whoever looks for earlier work finds it by them. */
export async function wholeGroup({ record, rollouts, synthesis, evidence }: GroupParts): Promise<Group> {
  return {
    ...record,
    recipeHash: await hashRecipe(record.recipe),
    questionHash: (await sha256(normaliseQuestion(record.question.text))) as QuestionHash,
    rollouts: [...rollouts].sort((a, b) => a.index - b.index),
    ...(synthesis === null ? {} : { synthesis }),
    evidence,
  };
}

/** Why it is no group, though each of its parts is one of its kind. */
export function wrongWith({ status, recipe, rollouts, synthesis, evaluation }: Group): string | null {
  if (status === 'done' && (rollouts.length < rolloutCount(recipe) || synthesis === undefined)) {
    return 'it is done, and lacks a rollout or its synthesis';
  }
  if (evaluation === undefined) return null;
  const { readings, clusters, rewards, advantages, truth } = evaluation;
  const lists = [readings, clusters, rewards, advantages, ...(truth === undefined ? [] : [truth.rollouts])];
  const isWhole = lists.every((list) => list.length === recipe.group);
  return isWhole ? null : 'its evaluation is not of as many rollouts as its recipe has';
}
