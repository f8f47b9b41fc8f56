import { SOLVE_PROMPTS } from '../rollout/prompt.ts';
import { SYNTHESIS_PROMPTS } from '../synthesis/prompt.ts';
import type { ChatKind, Settings } from './settings.ts';

/** The prompts that a kind of model has where the person changed none. */
export const defaultPrompts = (chat: ChatKind): Required<Settings['prompts']> => ({
  solve: SOLVE_PROMPTS[chat],
  ...SYNTHESIS_PROMPTS[chat],
});
