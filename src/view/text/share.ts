import { shareTexts } from './en-share.ts';
import { wordsOf } from './words.ts';

/** The words of links and class files in the language in use. */
export const told = wordsOf('share', shareTexts);
