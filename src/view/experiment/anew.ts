/** A new run of an earlier one's questions and settings: what is left where its model is no longer to be had. */
import type { Plan } from '../../group/plan.ts';
import type { SettingsChange } from '../../run/settings.ts';
import { intend } from '../intent.ts';
import { addressOf } from '../place.ts';

/**
 * Without the prompts, which are those of its model: another one reads its own. The recipe of verifiable
 * questions comes first, as that of open ones leaves equal compute out; how is judged, the latter alone says.
 */
export function settingsOf({ verifiable, open }: Plan['recipes']): SettingsChange {
  const recipe = verifiable ?? open;
  if (recipe === undefined) return {};
  const { group, sampling, seed, questionVisible, equalCompute, methods } = recipe;
  const judging = open?.judging;
  return {
    ...{ group, sampling, seed, questionVisible, equalCompute },
    ...(methods === undefined ? {} : { methods }),
    ...(judging === undefined ? {} : { judging }),
  };
}

/** Fills the form of a new run and goes there; the earlier one stays as it is. */
export function askAnew(from: EventTarget, { set, items, recipes }: Plan): void {
  intend(from, 'cat-settings-anew', settingsOf(recipes));
  intend(from, 'cat-set-chosen', { name: set, items });
  location.hash = addressOf({ kind: 'new-run' });
}
