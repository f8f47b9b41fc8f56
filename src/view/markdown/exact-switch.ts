import type { TemplateResult } from 'lit';
import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { controls } from '../style/controls.ts';
import { tell } from '../text/trust.ts';
import { exact } from './exact.ts';

/** Turns all texts of the page between how they read and how they were written. */
@customElement('cat-exact-switch')
export class ExactSwitch extends LitElement {
  static override styles = [
    controls,
    css`
      button[aria-pressed='true'] {
        border-color: var(--ink);
        box-shadow: inset 0 0 0 1px var(--ink);
        font-weight: 650;
      }
    `,
  ];

  #deaf: (() => void) | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#deaf = exact.listen(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#deaf?.();
  }

  override render(): TemplateResult {
    return html`<button
      class="small"
      type="button"
      aria-pressed=${exact.now ? 'true' : 'false'}
      title=${tell.exactWhy}
      @click=${() => exact.set(!exact.now)}
    >
      ${tell.exact}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-exact-switch': ExactSwitch;
  }
}
