import { en } from './en.ts';
import { wordsOf } from './words.ts';

/** The words of the language in use. */
export const say = wordsOf('page', en);
