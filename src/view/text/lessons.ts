import { lessonTexts } from './en-lessons.ts';

/** The words of the lessons in the language in use; apart, since they come with the lessons alone. */
export const tell: typeof lessonTexts = lessonTexts;
