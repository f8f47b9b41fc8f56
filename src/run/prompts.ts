import type { Recipe } from '../group/recipe.ts';
import type { Question } from '../question/question.ts';
import { OPEN_SOLVE_PROMPTS, SOLVE_PROMPTS } from '../rollout/prompt.ts';
import { OPEN_SYNTHESIS_PROMPTS, SYNTHESIS_PROMPTS } from '../synthesis/prompt.ts';
import type { ChatKind, Settings } from './settings.ts';

/** The prompts that a kind of model has for a kind of question where the person changed none. */
export const defaultPrompts = (
  chat: ChatKind,
  regime: Question['kind'] = 'verifiable',
): Required<Settings['prompts']> =>
  regime === 'open'
    ? { solve: OPEN_SOLVE_PROMPTS[chat], ...OPEN_SYNTHESIS_PROMPTS[chat] }
    : { solve: SOLVE_PROMPTS[chat], ...SYNTHESIS_PROMPTS[chat] };

/** The same for the roles of a recipe: the policy solves, the anchor reads. */
export const ownPrompts = (
  { policy, anchor }: Pick<Recipe, 'policy' | 'anchor'>,
  regime: Question['kind'],
): Recipe['prompts'] => ({
  ...defaultPrompts(anchor.chat, regime),
  solve: defaultPrompts(policy.chat, regime).solve,
});
