import { setTexts } from './en-sets.ts';
import { wordsOf } from './words.ts';

/** The words of question sets in the language in use; apart, since they come with the experiments alone. */
export const tell = wordsOf('sets', setTexts);
