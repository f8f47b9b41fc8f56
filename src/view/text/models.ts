import { modelTexts } from './en-models.ts';
import { wordsOf } from './words.ts';

/** The words of models to be had in the language in use; apart, since they come with the settings alone. */
export const tell = wordsOf('models', modelTexts);
