/** Rollouts one after another as they stand in a prompt, numbered from 1. */
import type { ChatMessage } from '../engine/sample.ts';
import { fenced, fenceFor } from './fence.ts';
import { neutralise } from './neutral.ts';
import { questionText } from './prompt.ts';
import type { Chat } from './prompt.ts';
import { fillTemplate } from './template.ts';

/** `texts` stand in the order of the prompt, numbered from 1; question-blind where the template is. */
export function listMessages(
  chat: Chat,
  template: string,
  question: string,
  texts: readonly string[],
): ChatMessage[] {
  const rollouts = listRollouts(chat, texts, question);
  const content = fillTemplate(template, { question: questionText(chat, question), rollouts });
  return [{ role: 'user', content }];
}

/** `question` is what else of other people's text stands in the prompt, or an empty text. */
const listRollouts = (chat: Chat, texts: readonly string[], question: string): string =>
  chat === 'nano' ? nanoRollouts(texts) : fencedRollouts(texts, question);

const nanoRollouts = (texts: readonly string[]): string =>
  texts.map((text, at) => `[${at + 1}]\n${asWritten('nano', neutralise(text))}`).join('\n');

/** A rollout in the form in which the anchor would write it after such a list: nano numbers its steps. */
export const asWritten = (chat: Chat, text: string): string =>
  chat === 'nano' ? numbered(text.trim()) : text.trim();

/**
 * Every line with its number but the one with the answer, as nano was taught to keep its place by. No
 * line of a rollout can then pass for the heading of the next one.
 */
const numbered = (text: string): string =>
  text
    .split('\n')
    .map((line, at) => (line.startsWith('The answer is ') ? line : `${at + 1}. ${line}`))
    .join('\n');

function fencedRollouts(texts: readonly string[], question: string): string {
  const fence = fenceFor([question, ...texts]);
  return texts.map((text, at) => `Answer ${at + 1}\n${fenced(text, fence)}`).join('\n\n');
}
