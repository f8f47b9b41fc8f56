import { experimentTexts } from './en-experiments.ts';

/** The words of the experiments in the language in use; apart, since they come with that part alone. */
export const tell: typeof experimentTexts = experimentTexts;
