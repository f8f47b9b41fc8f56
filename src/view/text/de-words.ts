/** What German sentences are put together from. */
import { count } from '../format.ts';

/** One form for one, another for any other number. */
export const some = (n: number, one: string, more: string): string =>
  `${count(n)} ${n === 1 ? one : more}`;

/** Indices count from 0 in the records and from 1 on the page. */
export const name = (index: number): string => String(index + 1);

export const names = (indices: readonly number[]): string => indices.map(name).join(', ');

/** `1`, `1 und 4`, `1, 4 und 6`. */
export const list = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} und ${parts.at(-1) ?? ''}`;

/** `Antwort 1`, `Antworten 1, 4`. */
export const answers = (indices: readonly number[]): string =>
  `${indices.length === 1 ? 'Antwort' : 'Antworten'} ${names(indices)}`;

export const questions = (n: number): string => some(n, 'Frage', 'Fragen');


export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
