import { lessonTexts } from './en-lessons.ts';
import { wordsOf } from './words.ts';

/** The words of the lessons in the language in use; apart, since they come with the lessons alone. */
export const tell = wordsOf('lessons', lessonTexts);
