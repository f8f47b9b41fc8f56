import { offlineTexts } from './en-offline.ts';
import { wordsOf } from './words.ts';

/** The words around working without a connection in the language in use. */
export const tell = wordsOf('offline', offlineTexts);
