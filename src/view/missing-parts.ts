import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { icon } from './icon.ts';
import type { MissingPart } from './late-part.ts';
import { controls } from './style/controls.ts';
import { noteStyle } from './style/note.ts';
import { say } from './text/current.ts';

/** Says that parts of the page could not be fetched as they were needed, and tries again. */
@customElement('cat-missing-parts')
export class MissingParts extends LitElement {
  @state() private missing: readonly MissingPart[] = [];

  static override styles = [controls, noteStyle];

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('cat-part-missing', this.#heard);
  }

  override disconnectedCallback(): void {
    document.removeEventListener('cat-part-missing', this.#heard);
    super.disconnectedCallback();
  }

  override render(): TemplateResult | typeof nothing {
    if (this.missing.length === 0) return nothing;
    return html`<div class="note" role="alert">
      <p>${say.places.failed}</p>
      <button type="button" @click=${this.#again}>${icon('another')}${say.places.again}</button>
    </div>`;
  }

  readonly #heard = ({ detail }: CustomEvent<MissingPart>): void => {
    this.missing = [...this.missing, detail];
  };

  #again(): void {
    const { missing } = this;
    this.missing = [];
    for (const { again } of missing) again();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-missing-parts': MissingParts;
  }
}
