import { trustTexts } from './en-trust.ts';
import { wordsOf } from './words.ts';

/** The words for model text and hosts, in the language in use. */
export const tell = wordsOf('trust', trustTexts);
