/**
 * What of an earlier group stands for a recipe of the same texts that asks for other methods, or for
 * the synthesis of smaller groups. A
 * finished group is never touched: another one begins with a copy of its texts, and of the choices
 * that are asked for again, in the same words. An unfinished one goes on itself.
 */
import { METHODS } from '../baseline/methods.ts';
import type { MethodName } from '../baseline/selection.ts';
import type { Group } from '../group/group.ts';
import type { Recipe } from '../group/recipe.ts';
import { toContinue } from './group.ts';

/** Whether a finished group has all that the recipe asks for; it may have more. */
export const covers = (group: Group, recipe: Recipe): boolean =>
  coversSmaller(group.recipe, recipe) &&
  (recipe.methods ?? []).every(
    (method) => group.recipe.methods?.includes(method) === true && alike(method, group.recipe, recipe),
  );

const coversSmaller = (has: Recipe, wanted: Recipe): boolean =>
  (wanted.smallerGroups ?? []).every(
    (size) =>
      has.smallerGroups?.includes(size) === true &&
      (has.smallerSubsets ?? 1) >= (wanted.smallerSubsets ?? 1),
  );

/** Whether nothing is left to be sampled but what models are asked after the synthesis. */
export const hasTexts = (group: Group): boolean => toContinue(group).synthesis !== undefined;

/** The group to go on with under the recipe: what stands of its texts and of its evidence. */
export function continued(group: Group, recipe: Recipe): Group {
  const start = toContinue(group);
  const evidence = start.evidence.filter(
    (piece) =>
      piece.kind !== 'selection' ||
      (recipe.methods?.includes(piece.method) === true && alike(piece.method, group.recipe, recipe)),
  );
  return { ...start, recipe, evidence };
}

/** Whether both recipes ask for the method in the same words. */
function alike(method: MethodName, one: Recipe, other: Recipe): boolean {
  const { asking } = METHODS[method];
  return (
    asking === null || one.assessPrompts?.[asking.prompt] === other.assessPrompts?.[asking.prompt]
  );
}
