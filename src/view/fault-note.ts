import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Fault } from '../base/fault.ts';
import { icon } from './icon.ts';
import { intend } from './intent.ts';
import { controls } from './style/controls.ts';
import { faultText } from './text/faults.ts';
import { say } from './text/current.ts';

/** One fault: what happened, why, and what to do. */
@customElement('cat-fault-note')
export class FaultNote extends LitElement {
  @property({ attribute: false }) fault: Fault | null = null;
  @property({ type: Boolean }) dismissible = false;

  static override styles = [
    controls,
    css`
      .note {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: var(--space-1) var(--space-3);
        padding: var(--space-3) var(--space-4);
        border: 1px solid var(--warn);
        border-inline-start-width: 5px;
        border-radius: var(--round);
        background: var(--warn-ground);
      }
      .sign {
        color: var(--warn);
        font-size: var(--text-l);
        line-height: 1.3;
      }
      .body {
        font-size: var(--text-s);
        overflow-wrap: anywhere;
      }
      strong {
        display: block;
        font-size: var(--text-m);
      }
    `,
  ];

  override render(): TemplateResult | typeof nothing {
    const fault = this.fault;
    if (fault === null) return nothing;
    const { what, why, remedy } = faultText(fault);
    return html`<div class="note" role="alert" aria-label=${say.fault.label}>
      <span class="sign">${icon('warn')}</span>
      <div class="body">
        <strong>${what}</strong>
        <p>${why}</p>
        <p>${remedy}</p>
        <slot></slot>
      </div>
      ${this.dismissible
        ? html`<button
            class="plain small"
            type="button"
            aria-label=${say.fault.dismiss}
            @click=${() => intend(this, 'cat-dismiss', fault)}
          >
            ${icon('close')}
          </button>`
        : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-fault-note': FaultNote;
  }
}
