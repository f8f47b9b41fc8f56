import { setTexts } from './en-sets.ts';

/** The words of question sets in the language in use; apart, since they come with the experiments alone. */
export const tell: typeof setTexts = setTexts;
