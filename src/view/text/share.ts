import { shareTexts } from './en-share.ts';

/** The words of links and class files in the language in use. */
export const told = shareTexts;
