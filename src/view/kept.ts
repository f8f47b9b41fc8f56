import { canonicalJson } from '../base/hash.ts';
import { without } from '../base/without.ts';
import type { Recipe } from '../group/recipe.ts';
import type { Question } from '../question/question.ts';
import type { Lab } from '../run/lab.ts';
import type { Settings } from '../run/settings.ts';
import type { GroupView } from './group-state.ts';

/** How much of the shown group asking again would find in the store. */
export type Kept = 'none' | 'part' | 'whole';

/** All of it, or a part that the same recipe goes on from. */
export function keptOf(
  shown: GroupView | null,
  settings: Settings,
  lab: Pick<Lab, 'recipe'> | null,
  regime: Question['kind'],
): Kept {
  if (shown?.cached === true && shown.status === 'done') {
    return lacksMethods(shown, settings) ? 'part' : 'whole';
  }
  if (shown?.status !== 'stopped' && shown?.status !== 'failed') return 'none';
  const recipe = lab?.recipe(settings, regime) ?? null;
  return recipe !== null && textsOf(recipe) === textsOf(shown.recipe) ? 'part' : 'none';
}

/** Smaller groups, which a run asks for and a single question does not, change none of the texts. */
const textsOf = (recipe: Recipe): string =>
  canonicalJson(without(recipe, 'smallerGroups', 'smallerSubsets'));

/** Methods that were asked for since: asking again gives the texts that are there to these alone. */
const lacksMethods = ({ recipe }: GroupView, { methods = [] }: Settings): boolean =>
  methods.some((name) => !recipe.methods?.includes(name));
