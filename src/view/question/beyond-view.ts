import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import './beyond-note.ts';
import type { DraftController } from './draft-controller.ts';

/** Why the question is not asked as it stands, beside one that can be, with what may be loaded for it. */
export const beyondView = (
  { beyond, example }: DraftController,
  models: () => TemplateResult | typeof nothing,
): TemplateResult | typeof nothing =>
  beyond === null
    ? nothing
    : html`<cat-beyond-note .why=${beyond} .example=${example.text}>${models()}</cat-beyond-note>`;
