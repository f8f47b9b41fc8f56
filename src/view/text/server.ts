import { serverTexts } from './en-server.ts';
import { wordsOf } from './words.ts';

/** The words around servers in the language in use; apart, since the command line has use for them. */
export const tell = wordsOf('server', serverTexts);
