/** The marks in a lesson's text: `[shown](term)` is a word that the glossary explains. */
import { tell } from '../text/lessons.ts';

export type Term = keyof typeof tell.glossary;

export interface TermShown {
  readonly term: Term;
  /** As the sentence has it: a plural, say. */
  readonly shown: string;
}

/** Nothing else in a text is a mark. */
const MARK = /\[([^\][]+)\]\(([a-z]+)\)/g;

export const isTerm = (name: string): name is Term => Object.hasOwn(tell.glossary, name);

/** In order; a mark that names no word of the glossary stays plain text. */
export function piecesOf(text: string): (string | TermShown)[] {
  const pieces: (string | TermShown)[] = [];
  let from = 0;
  for (const { 0: mark, 1: shown = '', 2: term = '', index } of text.matchAll(MARK)) {
    if (!isTerm(term)) continue;
    if (index > from) pieces.push(text.slice(from, index));
    pieces.push({ term, shown });
    from = index + mark.length;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}
