import type { PropertyValues, TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controls } from '../style/controls.ts';
import { noteStyle } from '../style/note.ts';
import { tell } from '../text/offline.ts';
import { OfflineController } from './offline-door.ts';

/** A newer version of the page, which never comes by itself and never under what is running. */
@customElement('cat-update-note')
export class UpdateNote extends LitElement {
  /** Something runs in this tab, or a model is being loaded. */
  @property({ type: Boolean }) busy = false;

  readonly #offline = new OfflineController(this);

  static override styles = [controls, noteStyle];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('busy')) this.#offline.door?.setAtWork(this.busy);
  }

  override render(): TemplateResult {
    const { door, state } = this.#offline;
    const update = state?.update ?? 'none';
    // The place is there before its text, so that a screen reader hears of it.
    return html`<div role="status">
      ${door === null || update === 'none'
        ? nothing
        : html`<div class="note" data-update=${update}>
            <p>
              ${tell.update[update]} ${update === 'offered' && this.busy ? tell.update.busy : nothing}
            </p>
            ${update === 'agreed'
              ? nothing
              : html`<button type="button" @click=${() => door.update()}>
                  ${this.busy && update === 'offered' ? tell.update.whenDone : tell.update.reload}
                </button>`}
            <button class="plain" type="button" @click=${() => door.later()}>
              ${tell.update.later}
            </button>
          </div>`}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-update-note': UpdateNote;
  }
}
