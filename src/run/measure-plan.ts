/** What is measured: on a software adapter little enough that it ends within a minute or two. */
import type { ChatMessage } from '../engine/sample.ts';
import type { ChatKind } from './settings.ts';

/** Numbers of answers at once, ascending; the first is 1. */
export const sizesFor = (isSoftware: boolean): readonly number[] =>
  isSoftware ? [1, 4, 8] : [1, 2, 4, 8, 16, 32];

/** Tokens of each answer, as in the bench. */
export const measuredTokens = 16;

/** Each figure is the middle one of so many. */
export const measuredRounds = 3;

/** Answers to them are much longer than what is measured, so that hardly one ends early. */
const contents: Readonly<Record<ChatKind, string>> = {
  nano:
    'Solve.\nTom has 12 apples and buys 5 boxes of 6 apples. He gives 8 apples to Mia and sells ' +
    'the rest for 3 dollars each. How many dollars does he get?',
  general:
    'Tell me, in a long story of many pages, how a cat in a library learned to count, what she ' +
    'counted first, whom she taught it, and how often the two of them went wrong on the way.',
};

export const measuredPrompt = (chat: ChatKind): readonly ChatMessage[] => [
  { role: 'user', content: contents[chat] },
];
