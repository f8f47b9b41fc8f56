import { regimeOf } from '../group/recipe.ts';
import type { Recipe } from '../group/recipe.ts';
import { ownPrompts } from './prompts.ts';
import { defaultSettings } from './settings.ts';
import type { ChatKind, SettingsChange } from './settings.ts';

export { decisiveOf } from '../group/recipe.ts';

/**
 * What to change of the defaults of `chat` to ask with this recipe again. Changed prompts belong to
 * the kind of model that they were written for. Smaller groups belong to runs, which name their own:
 * what takes this over has no control that would show them.
 */
export function changeOf(recipe: Recipe, chat: ChatKind): SettingsChange {
  const { group, seed, questionVisible, equalCompute, sampling } = recipe;
  const defaults = defaultSettings(chat);
  const usual = ownPrompts(recipe, regimeOf(recipe));
  return {
    ...differing({ group, seed, questionVisible, equalCompute }, defaults),
    sampling: differing(sampling, defaults.sampling),
    ...(recipe.judging && { judging: differing(recipe.judging, defaults.judging) }),
    prompts: recipe.policy.chat === chat ? differing(recipe.prompts, usual) : {},
    ...(recipe.methods === undefined ? {} : { methods: recipe.methods }),
  };
}

/** The members that are not as in `usual`. */
const differing = <T extends object>(own: T, usual: NoInfer<T>): Partial<T> =>
  Object.fromEntries(
    Object.entries(own).filter(([name, value]) => usual[name as keyof T] !== value),
  ) as Partial<T>;
