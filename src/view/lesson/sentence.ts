/** A sentence of a lesson, with the words in it that the glossary explains. */
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { tell } from '../text/lessons.ts';
import './glossary-term.ts';
import type { TermShown } from './pieces.ts';
import { piecesOf } from './pieces.ts';

export const sentence = (text: string): TemplateResult =>
  html`<p>${piecesOf(text).map((piece) => (typeof piece === 'string' ? piece : term(piece)))}</p>`;

/** No white space around it: a comma may follow. */
const term = ({ term: name, shown }: TermShown): TemplateResult =>
  html`<cat-term .shown=${shown} .means=${tell.glossary[name].means}></cat-term>`;
