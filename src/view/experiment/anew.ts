/** A new run of an earlier one's questions and settings: what is left where its model is no longer to be had. */
import type { Plan } from '../../group/plan.ts';
import type { Recipe } from '../../group/recipe.ts';
import type { SettingsChange } from '../../run/settings.ts';
import { intend } from '../intent.ts';
import { addressOf } from '../place.ts';

/** Without the prompts, which are those of its model: another one reads its own. */
export function settingsOf({ group, sampling, seed, questionVisible, equalCompute, methods, judging }: Recipe): SettingsChange {
  return {
    ...{ group, sampling, seed, questionVisible, equalCompute },
    ...(methods === undefined ? {} : { methods }),
    ...(judging === undefined ? {} : { judging }),
  };
}

/** Fills the form of a new run and goes there; the earlier one stays as it is. */
export function askAnew(from: EventTarget, { set, items, recipes }: Plan): void {
  const recipe = recipes.verifiable ?? recipes.open;
  if (recipe !== undefined) intend(from, 'cat-settings-anew', settingsOf(recipe));
  intend(from, 'cat-set-chosen', { name: set, items });
  location.hash = addressOf({ kind: 'new-run' });
}
