import { canonicalJson } from '../base/hash.ts';
import type { LoadedModel } from '../engine/model.ts';
import { makeRecipe } from '../run/recipe.ts';
import type { Settings } from '../run/settings.ts';
import type { GroupView } from './group-state.ts';

/** How much of the shown group asking again would find in the store. */
export type Kept = 'none' | 'part' | 'whole';

/** All of it, or a part that the same recipe goes on from. */
export function keptOf(
  shown: GroupView | null,
  settings: Settings,
  model: LoadedModel | null,
): Kept {
  if (shown?.cached === true && shown.status === 'done') return 'whole';
  const ended = shown?.status === 'stopped' || shown?.status === 'failed';
  if (!ended || model === null) return 'none';
  const recipe = makeRecipe(settings, model, model);
  return canonicalJson(recipe) === canonicalJson(shown.recipe) ? 'part' : 'none';
}
