/** Hand-made rollouts for the methods, and what a method is given of them. */
import type { Material } from '../../src/baseline/method.ts';
import { METHOD_PROMPTS } from '../../src/baseline/prompt.ts';
import type { MethodPrompt } from '../../src/baseline/prompt.ts';
import type { Chat } from '../../src/rollout/prompt.ts';
import type { Rollout } from '../../src/rollout/rollout.ts';

export const rollout = (index: number, text: string, logprobs: readonly number[] = [-0.5]): Rollout => ({
  index,
  seed: index,
  text,
  tokens: logprobs.length,
  promptTokens: 10,
  logprobs,
  stop: 'end',
  seconds: 0.1,
});

/** Texts by index; null where that rollout cannot be chosen. */
export const material = (
  texts: readonly (string | null)[],
  chat: Chat,
  prompt: MethodPrompt,
  more: Partial<Material> = {},
): Material => ({
  question: 'How many?',
  candidates: texts.flatMap((text, index) => (text === null ? [] : [rollout(index, text)])),
  reference: 'The answer is 4.',
  group: texts.length,
  chat,
  prompt: METHOD_PROMPTS[prompt][chat],
  seed: 7,
  ...more,
});
