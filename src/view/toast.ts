import type { PropertyValues, TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { icon } from './icon.ts';
import { intend } from './intent.ts';
import { controls } from './style/controls.ts';
import { say } from './text/current.ts';

export interface ToastText {
  readonly text: string;
  readonly undo: boolean;
}

/** Milliseconds after which a message leaves that only tells something. */
const TOLD = 10_000;

/**
 * One short message at the foot of the window. What can be undone stays until it is dismissed or another
 * takes its place: an undo that runs away helps nobody who reads slowly. What only tells something leaves
 * by itself, unless a pointer is on it.
 */
@customElement('cat-toast')
export class Toast extends LitElement {
  @property({ attribute: false }) toast: ToastText | null = null;

  static override styles = [
    controls,
    css`
      .place {
        position: fixed;
        inset: auto 0 var(--space-4) 0;
        display: flex;
        justify-content: center;
        pointer-events: none;
        z-index: 2;
      }
      .toast {
        display: flex;
        align-items: center;
        gap: var(--space-3);
        max-width: calc(100% - 2 * var(--space-4));
        padding-block: var(--space-2);
        padding-inline: var(--space-4) var(--space-2);
        border-radius: var(--round);
        background: var(--ink);
        color: var(--sheet);
        font-size: var(--text-s);
        pointer-events: auto;
      }
      button {
        border-color: var(--sheet);
        background: transparent;
        color: var(--sheet);
      }
      button:hover {
        background: var(--sheet);
        color: var(--ink);
      }
      :focus-visible {
        outline-color: var(--sheet);
      }
    `,
  ];

  #leaving: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#leaving);
  }

  /**
   * The button that deleted something is often gone with it, and would take the keyboard's place
   * on the page along: that place moves to what can undo it.
   */
  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('toast')) return;
    clearTimeout(this.#leaving);
    if (this.toast === null) return;
    this.renderRoot.querySelector<HTMLElement>('button')?.focus();
    if (!this.toast.undo) this.#leaving = setTimeout(() => this.#leave(), TOLD);
  }

  #leave(): void {
    if (this.renderRoot.querySelector('.toast:hover') === null) {
      intend(this, 'cat-toast-close', null);
    } else this.#leaving = setTimeout(() => this.#leave(), TOLD);
  }

  override render(): TemplateResult {
    const toast = this.toast;
    return html`<div class="place" role="status">
      ${toast === null
        ? nothing
        : html`<div class="toast">
            <span>${toast.text}</span>
            ${toast.undo
              ? html`<button
                  class="small"
                  type="button"
                  @click=${() => intend(this, 'cat-undo', null)}
                >
                  ${say.history.undo}
                </button>`
              : nothing}
            <button
              class="small plain"
              type="button"
              aria-label=${say.toast.dismiss}
              @click=${() => intend(this, 'cat-toast-close', null)}
            >
              ${icon('close')}
            </button>
          </div>`}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-toast': Toast;
  }
}
