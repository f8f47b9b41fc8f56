import { transferTexts } from './en-transfer.ts';
import { wordsOf } from './words.ts';

/** The words of export and import in the language in use; apart, since they come with the experiments alone. */
export const tell = wordsOf('transfer', transferTexts);
