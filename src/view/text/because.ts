import { asSentence } from './fault-text.ts';

/** The quotes of a language. */
export interface Quotes {
  readonly open: string;
  readonly close: string;
}

const ENGLISH: Quotes = { open: '“', close: '”' };

/** What is wrong at a place in a file, a link or a record, as a sentence; names in a path stay as they are written. */
export const because = (path: string, reason: string, { open, close } = ENGLISH): string =>
  asSentence(path === '' ? reason : `${open}${path}${close}: ${reason}`, '');
