import { experimentTexts } from './en-experiments.ts';
import { wordsOf } from './words.ts';

/** The words of the experiments in the language in use; apart, since they come with that part alone. */
export const tell = wordsOf('experiments', experimentTexts);
