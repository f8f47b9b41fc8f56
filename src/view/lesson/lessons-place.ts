import type { TemplateResult } from 'lit';
import { html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Place } from '../place.ts';

/** The part of the page that teaches. */
@customElement('cat-lessons')
export class LessonsPlace extends LitElement {
  @property({ attribute: false }) place: Place = { kind: 'lessons' };

  override render(): TemplateResult {
    return html``;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-lessons': LessonsPlace;
  }
}
