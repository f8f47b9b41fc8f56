import type { TemplateResult } from 'lit';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { intend } from './intent.ts';
import { controls } from './style/controls.ts';
import { say } from './text/current.ts';
import { languageTag } from './text/language.ts';
import { LANGUAGES } from './text/languages.ts';

/** The languages of the page, each as its own speakers call it. */
@customElement('cat-language-menu')
export class LanguageMenu extends LitElement {
  /** Loading the page anew would break off what goes on. */
  @property({ type: Boolean }) busy = false;

  static override styles = [
    controls,
    css`
      label {
        display: inline-flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-1) var(--space-2);
      }
      select {
        min-height: 1.75rem;
        padding: 0 var(--space-1);
        font-size: var(--text-xs);
      }
    `,
  ];

  /** Once it is drawn, as where the page has just come. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('select')?.focus());
  }

  override render(): TemplateResult {
    const now = languageTag();
    return html`<label
        >${say.foot.language}
        <select aria-describedby="why" ?disabled=${this.busy} @change=${this.#chosen}>
          ${LANGUAGES.map(
            ({ tag, name }) =>
              html`<option lang=${tag} value=${tag} ?selected=${tag === now}>${name}</option>`,
          )}
        </select></label
      >
      <span id="why">${this.busy ? say.foot.languageBusy : ''}</span>`;
  }

  #chosen(event: Event): void {
    if (event.target instanceof HTMLSelectElement) intend(this, 'cat-language', event.target.value);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-language-menu': LanguageMenu;
  }
}
