/**
 * The prompt that makes the policy solve a question.
 *
 * The paper (arXiv 2509.14234) fixes: the policy sees the question alone and answers G times
 * independently; a verifiable answer ends in a box. It publishes no wording for this prompt.
 * Ours: both wordings below. Deviations (docs/deviations.md): 1 for `nano`, 5 for `general`.
 *
 * `nano` was trained on its own prompt, byte for byte as in nano/README.md.
 */
import type { ModelSpec } from '../engine/model.ts';
import type { ChatMessage } from '../engine/sample.ts';
import { neutralise } from './neutral.ts';
import { fillTemplate } from './template.ts';

export type Chat = ModelSpec['chat'];

export const SOLVE_PROMPTS: Readonly<Record<Chat, string>> = {
  nano: 'Solve.\n{question}',
  general:
    'Solve the following problem. Think step by step and show your reasoning. ' +
    'End with the final answer, and nothing else, inside \\boxed{}.\n\n{question}',
};

/** An open question has no final answer to box. nano writes a note on it. */
export const OPEN_SOLVE_PROMPTS: Readonly<Record<Chat, string>> = {
  nano: 'Advise.\n{question}',
  general: 'Answer the following question. Be specific, complete and brief.\n\n{question}',
};

/**
 * The messages of one rollout. The template is trusted as the person's own; the question is data.
 * nano knows questions of one line only.
 */
export function solveMessages(chat: Chat, template: string, question: string): ChatMessage[] {
  const content = fillTemplate(template, { question: questionText(chat, question) });
  return [{ role: 'user', content }];
}

/** A question as it stands in a prompt. */
export function questionText(chat: Chat, question: string): string {
  const text = neutralise(question.trim());
  return chat === 'nano' ? text.replace(/\s+/g, ' ') : text;
}
