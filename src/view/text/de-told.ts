/** What tables of German reasons are made of. */
import { count } from '../format.ts';

/** A German reason; of one in which something varies, what makes it of that. */
export type Told = string | ((...varying: string[]) => string);

export const quoted = (text: string): string => `„${text.trim()}“`;

export const number = (text: string): string => (/^\d+$/.test(text) ? count(Number(text)) : text);
