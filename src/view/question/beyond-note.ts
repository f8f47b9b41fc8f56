import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Beyond } from './beyond.ts';
import { intend } from '../intent.ts';
import { icon } from '../icon.ts';
import { controls } from '../style/controls.ts';
import { say } from '../text/current.ts';
import { BUNDLED } from '../written-in.ts';

/** Says what nano can do instead of letting it answer what it cannot, and how to get more. */
@customElement('cat-beyond-note')
export class BeyondNote extends LitElement {
  @property() why: Beyond = 'world';
  /** A question that nano can answer. */
  @property() example = '';

  static override styles = [
    controls,
    css`
      .note {
        display: grid;
        grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
        gap: var(--space-4) var(--space-5);
        padding: var(--space-4);
        border-color: var(--warn);
      }
      h2 {
        display: flex;
        align-items: baseline;
        gap: 0.4em;
        font-family: var(--font-book);
        font-size: var(--text-l);
      }
      h2 svg {
        color: var(--warn);
      }
      p {
        margin-top: var(--space-2);
        font-size: var(--text-s);
      }
      blockquote {
        margin: var(--space-1) 0 0;
        padding-inline-start: var(--space-3);
        border-inline-start: 3px solid var(--line);
        font-family: var(--font-book);
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        margin-top: var(--space-3);
      }
      @media (max-width: 48rem) {
        .note {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  override render(): TemplateResult {
    return html`<section class="note sheet" role="alert" aria-labelledby="heading">
      <div>
        <h2 id="heading">${icon('warn')}${say.beyond.heading[this.why]}</h2>
        <p>${say.beyond.text[this.why]}</p>
        <p class="soft">${say.beyond.example}</p>
        <blockquote dir="auto" lang=${BUNDLED}>${this.example}</blockquote>
        <div class="bar">
          <button class="primary" type="button" @click=${this.#take}>${say.beyond.take}</button>
          ${this.why === 'open' ? nothing : this.#anyway()}
        </div>
      </div>
      <slot></slot>
    </section>`;
  }

  #anyway(): TemplateResult {
    return html`<button
      type="button"
      @click=${() => intend(this, 'cat-ask', { fresh: false, anyway: true })}
    >
      ${say.beyond.anyway}
    </button>`;
  }

  #take(): void {
    intend(this, 'cat-take-example', null);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-beyond-note': BeyondNote;
  }
}
