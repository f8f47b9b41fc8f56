import type { PropertyValues, TemplateResult } from 'lit';
import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { RunId } from '../../base/id.ts';
import { intend } from '../intent.ts';
import { controls } from '../style/controls.ts';
import { tell } from '../text/experiments.ts';

/** Longer names would push everything else out of a line. */
const LONGEST = 120;

/** The name of a run, and a field to change it. */
@customElement('cat-run-name')
export class RunName extends LitElement {
  @property({ attribute: false }) run: RunId | null = null;
  @property() name = '';

  @state() private editing = false;
  @query('input') private field!: HTMLInputElement | null;
  @query('.rename') private button!: HTMLButtonElement | null;

  static override styles = [
    controls,
    css`
      :host,
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-1) var(--space-2);
        min-width: 0;
      }
      input {
        flex: 1 1 12rem;
        min-width: 0;
        min-height: 1.75rem;
      }
      ::slotted(*) {
        min-width: 0;
        overflow-wrap: anywhere;
      }
      @media print {
        button,
        form {
          display: none;
        }
      }
    `,
  ];

  protected override updated(changed: PropertyValues<this> & Map<'editing', boolean>): void {
    if (!changed.has('editing') || changed.get('editing') === undefined) return;
    if (this.editing) this.field?.select();
    (this.editing ? this.field : this.button)?.focus();
  }

  override render(): TemplateResult {
    if (!this.editing) {
      return html`<slot></slot
        ><button
          class="small plain rename"
          type="button"
          aria-label=${tell.list.renameLabel(this.name)}
          @click=${() => (this.editing = true)}
        >
          ${tell.list.rename}
        </button>`;
    }
    return html`<form @submit=${this.#save} @keydown=${this.#key}>
      <input
        aria-label=${tell.name.label}
        maxlength=${LONGEST}
        spellcheck="false"
        required
        .value=${this.name}
      />
      <button class="small primary" type="submit">${tell.name.save}</button>
      <button class="small" type="button" @click=${() => (this.editing = false)}>
        ${tell.name.cancel}
      </button>
    </form>`;
  }

  #save(event: Event): void {
    event.preventDefault();
    const name = this.field?.value.trim().replace(/\s+/g, ' ') ?? '';
    if (this.run === null || name === '') return;
    this.editing = false;
    if (name !== this.name) intend(this, 'cat-run-rename', { run: this.run, name });
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.editing = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-run-name': RunName;
  }
}
