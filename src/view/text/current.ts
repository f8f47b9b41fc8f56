import type { Messages } from './en.ts';
import { en } from './en.ts';

/** The words of the language in use. */
export const say: Messages = en;
