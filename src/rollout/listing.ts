/** Rollouts one after another as they stand in a prompt, numbered from 1. */
import { fenced, fenceFor } from './fence.ts';
import { neutralise } from './neutral.ts';
import type { Chat } from './prompt.ts';

/** `question` is what else of other people's text stands in the prompt, or an empty text. */
export const listRollouts = (chat: Chat, texts: readonly string[], question: string): string =>
  chat === 'nano' ? nanoRollouts(texts) : fencedRollouts(texts, question);

/** A line of a rollout that reads like the heading of the next one gets round brackets instead. */
const HEADING = /^([^\S\n]*)\[(\d+)\]/gm;

const nanoRollouts = (texts: readonly string[]): string =>
  texts
    .map((text, at) => `[${at + 1}]\n${neutralise(text.trim()).replace(HEADING, '$1($2)')}`)
    .join('\n');

function fencedRollouts(texts: readonly string[], question: string): string {
  const fence = fenceFor([question, ...texts]);
  return texts.map((text, at) => `Answer ${at + 1}\n${fenced(text, fence)}`).join('\n\n');
}
