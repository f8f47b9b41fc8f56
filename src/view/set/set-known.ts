import type { PropertyValues, TemplateResult } from 'lit';
import { html, LitElement } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { intend } from '../intent.ts';
import { confirmStyle } from '../style/confirm.ts';
import { controls } from '../style/controls.ts';
import { setsStyle } from '../style/sets.ts';
import { tell } from '../text/sets.ts';
import { hostAsk } from './host-ask.ts';
import type { PublicSet } from './public-sets.ts';
import { PUBLIC_SETS } from './public-sets.ts';
import { want } from './want.ts';

/** Well-known sets, each fetched from where it is published, and taken by its digest only. */
@customElement('cat-set-known')
export class SetKnown extends LitElement {
  @state() private asking: PublicSet | null = null;

  static override styles = [controls, confirmStyle, setsStyle];

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('asking')) return;
    const last = changed.get('asking') as PublicSet | null | undefined;
    // What had the focus has gone: on to the question, or back to where it came from.
    const next = this.asking === null ? last && `#${last.id}` : '[data-next]';
    if (next) this.renderRoot.querySelector<HTMLElement>(next)?.focus();
  }

  override render(): TemplateResult {
    return html`<section class="part" aria-labelledby="heading">
      <h3 id="heading">${tell.known.heading}</h3>
      <p class="soft">${tell.known.text}</p>
      ${PUBLIC_SETS.map(
        (set) =>
          html`<div class="field sheet-line">
            <h4>${set.name}</h4>
            <p class="soft">${tell.known.facts(set)}</p>
            ${set === this.asking ? this.#ask(set) : this.#offer(set)}
          </div>`,
      )}
    </section>`;
  }

  #offer(set: PublicSet): TemplateResult {
    return html`<div class="row">
      <button id=${set.id} type="button" @click=${() => (this.asking = set)}>
        ${tell.known.fetch(set.name)}
      </button>
    </div>`;
  }

  #ask(set: PublicSet): TemplateResult {
    const { name, url, sha256: pinned } = set;
    return hostAsk({
      url,
      facts: [tell.known.pinned(pinned)],
      confirm: () => {
        this.asking = null;
        intend(this, 'cat-confirm', [new URL(url).host]);
        want(this, { kind: 'address', name, url, pinned });
      },
      cancel: () => (this.asking = null),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-set-known': SetKnown;
  }
}
