import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { LabelCount } from '../../question/set/preview.ts';
import { count } from '../format.ts';
import { icon } from '../icon.ts';
import { controls } from '../style/controls.ts';
import { setsStyle } from '../style/sets.ts';
import { tell } from '../text/sets.ts';
import type { Facet } from './choice.ts';

/** With more of them there is a field to find some. */
const FEW = 12;

/** The labels of one kind, each a tick box with its number of questions. Tells `cat-set-labels`. */
@customElement('cat-set-labels')
export class SetLabels extends LitElement {
  @property() facet: Facet = 'subjects';
  @property({ attribute: false }) labels: readonly LabelCount[] = [];
  @property({ attribute: false }) ticked: ReadonlySet<string> = new Set();
  /** The set has more of them than are here. */
  @property({ type: Boolean }) more = false;

  @state() private find = '';

  static override styles = [
    controls,
    setsStyle,
    css`
      .labels {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 11rem), 1fr));
        gap: 0 var(--space-3);
        max-height: 14rem;
        overflow: hidden auto;
      }
      .labels label {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        gap: var(--space-2);
        min-height: 1.75rem;
      }
      .labels input {
        width: 1.05rem;
        min-height: 1.05rem;
        height: 1.05rem;
        margin-block: 0;
        margin-inline: 3px 0;
        accent-color: var(--act);
      }
    `,
  ];

  override render(): TemplateResult {
    const words = tell.review.facets[this.facet];
    const wanted = this.find.trim().toLowerCase();
    const shown = this.labels.filter(
      ({ label }) => label.toLowerCase().includes(wanted) || this.ticked.has(label),
    );
    return html`<fieldset class="field" aria-describedby="hint">
      <legend>${words.legend}</legend>
      <p id="hint" class="soft xs">${words.hint}</p>
      ${this.more
        ? html`<p class="warn xs">${icon('warn')} ${words.more(this.labels.length)}</p>`
        : nothing}
      ${this.labels.length > FEW
        ? html`<input
            type="search"
            aria-label=${words.find}
            placeholder=${words.find}
            .value=${this.find}
            @input=${(event: Event) => (this.find = (event.target as HTMLInputElement).value)}
          />`
        : nothing}
      <div class="labels">
        ${repeat(
          shown,
          ({ label }) => label,
          ({ label, count: n }) =>
            html`<label>
              <input
                type="checkbox"
                .checked=${live(this.ticked.has(label))}
                @change=${(event: Event) =>
                  this.#tick(label, (event.target as HTMLInputElement).checked)}
              />
              <span>${label}</span>
              <span class="soft">${count(n)}</span>
            </label>`,
        )}
      </div>
      ${shown.length === 0 ? html`<p class="soft">${words.none}</p>` : nothing}
    </fieldset>`;
  }

  #tick(label: string, on: boolean): void {
    const ticked = new Set(this.ticked);
    if (on) ticked.add(label);
    else ticked.delete(label);
    this.dispatchEvent(new CustomEvent('cat-set-labels', { detail: ticked }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-set-labels': SetLabels;
  }
}
