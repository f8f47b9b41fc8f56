/** A sentence of a lesson, with the words in it that the glossary explains. */
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { tell } from '../text/lessons.ts';
import './glossary-term.ts';

export type Term = keyof typeof tell.glossary;

export interface TermShown {
  readonly term: Term;
  /** As the sentence has it: a plural, say. */
  readonly shown: string;
}

/** `[shown](term)`: nothing else in a text is a mark. */
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

export const sentence = (text: string): TemplateResult =>
  html`<p>${piecesOf(text).map((piece) => (typeof piece === 'string' ? piece : term(piece)))}</p>`;

/** No white space around it: a comma may follow. */
const term = ({ term: name, shown }: TermShown): TemplateResult =>
  html`<cat-term .shown=${shown} .means=${tell.glossary[name].means}></cat-term>`;
