import type { Question } from '../question/question.ts';
import type { Lab } from '../run/lab.ts';
import { decisiveOf } from '../run/recipe-change.ts';
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
  const isCached = shown?.cached === true && shown.status === 'done';
  // Asked at each frame: while answers stream no recipe is made.
  if (shown === null || !(isCached || shown.status === 'stopped' || shown.status === 'failed')) return 'none';
  const recipe = lab?.recipe(settings, regime) ?? null;
  const isSame = recipe !== null && decisiveOf(recipe) === decisiveOf(shown.recipe);
  // Which recipe is asked for is not known before there is a model.
  if (isCached && (isSame || recipe === null)) return lacksMethods(shown, settings) ? 'part' : 'whole';
  return isSame && !isCached ? 'part' : 'none';
}

/** Methods that were asked for since: asking again gives the texts that are there to these alone. */
const lacksMethods = ({ recipe }: GroupView, { methods = [] }: Settings): boolean =>
  methods.some((name) => !recipe.methods?.includes(name));
