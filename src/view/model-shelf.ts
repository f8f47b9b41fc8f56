import type { PropertyValues, TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Fault } from '../base/fault.ts';
import type { Kept, Offer, Shelf } from '../engine/webllm/offer.ts';
import { count, megabytes } from './format.ts';
import { icon } from './icon.ts';
import { intend } from './intent.ts';
import { controls } from './style/controls.ts';
import { say } from './text/current.ts';
import { faultText } from './text/faults.ts';

const usual = 8;

/** Models for the GPU: what can be had, what suits this device, what is on this machine. */
@customElement('cat-model-shelf')
export class ModelShelf extends LitElement {
  @property({ attribute: false }) shelf: Shelf | null = null;
  /** Why no graphics processor can be used, where that is so. */
  @property({ attribute: false }) noGpu: Fault | null = null;
  /** A load is under way or a run is: nothing can be loaded now. */
  @property({ type: Boolean }) busy = false;

  @state() private offers: readonly Offer[] = [];
  @state() private kept: ReadonlyMap<string, Kept> = new Map();
  @state() private search = '';
  @state() private all = false;
  /** The model whose hosts are to be confirmed. */
  @state() private asked: Offer | null = null;
  @state() private said = '';

  static override styles = [
    controls,
    css`
      h3,
      p,
      label,
      li {
        font-size: var(--text-s);
      }
      h3 {
        font-weight: 650;
      }
      input {
        width: 100%;
        margin: var(--space-1) 0 var(--space-2);
      }
      li {
        display: grid;
        gap: var(--space-1);
        padding: var(--space-2) 0;
        border-top: 1px solid var(--line);
      }
      .line,
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-1) var(--space-2);
      }
      strong {
        overflow-wrap: anywhere;
      }
      .confirm {
        padding: var(--space-3);
        border: 1px solid var(--warn);
        border-radius: var(--round-s);
        background: var(--warn-ground);
        overflow-wrap: anywhere;
      }
      .bar {
        margin-top: var(--space-2);
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    // A load that has ended may have left files.
    if (changed.has('shelf') || (changed.has('busy') && !this.busy)) void this.#read();
  }

  override render(): TemplateResult {
    return html`<section aria-labelledby="heading">
      <h3 id="heading">${say.shelf.heading}</h3>
      ${this.noGpu === null
        ? html`<p class="soft">${say.shelf.text(this.offers.length)}</p>
            ${this.#list()}
            <p class="xs soft">${say.shelf.missing}</p>`
        : html`<p class="soft">${say.shelf.noGpu(faultText(this.noGpu).why)}</p>`}
      <p role="status" class="soft">${this.said}</p>
    </section>`;
  }

  #list(): TemplateResult {
    const words = this.search.toLowerCase().split(/\s+/).filter(Boolean);
    const found = this.offers.filter(({ name }) =>
      words.every((word) => name.toLowerCase().includes(word)),
    );
    const shown = this.all ? found : found.slice(0, usual);
    return html`<label for="search">${say.shelf.search}</label>
      <input id="search" type="search" .value=${this.search} @input=${this.#searched} />
      ${found.length === 0 ? html`<p>${say.shelf.none}</p>` : nothing}
      <ul>
        ${shown.map((offer) => this.#row(offer))}
      </ul>
      ${shown.length < found.length
        ? html`<button type="button" class="small" @click=${() => (this.all = true)}>
            ${say.shelf.more(found.length - shown.length)}
          </button>`
        : nothing}`;
  }

  #row(offer: Offer): TemplateResult {
    const { name, fit, memoryMb, contextTokens, licence, preset } = offer;
    const kept = this.kept.get(offer.spec.id) ?? { state: 'none', bytes: 0 };
    const facts = [
      say.shelf.memory(gigabytes(memoryMb)),
      say.shelf.context(count(contextTokens)),
      say.shelf.licence(licence),
      ...(preset === null ? [] : [say.shelf.preset]),
    ];
    return html`<li>
      <div class="line">
        <strong>${name}</strong>
        <span class="xs soft" title=${say.shelf.fitHint}>${say.shelf.fit[fit]}</span>
        ${kept.state === 'none'
          ? nothing
          : html`<span class="xs">${say.shelf.kept[kept.state](megabytes(kept.bytes))}</span>`}
      </div>
      <span class="xs soft">${facts.join(' · ')}</span>
      ${this.asked === offer ? this.#confirm(offer) : this.#actions(offer, kept)}
    </li>`;
  }

  #actions(offer: Offer, kept: Kept): TemplateResult {
    return html`<div class="line">
      <button
        type="button"
        class="small"
        ?disabled=${this.busy}
        @click=${() => (kept.state === 'whole' ? this.#load(offer) : (this.asked = offer))}
      >
        ${say.shelf.load(offer.name)}
      </button>
      ${kept.state === 'none'
        ? nothing
        : html`<button
            type="button"
            class="small"
            ?disabled=${this.busy}
            aria-label=${say.shelf.remove(offer.name)}
            @click=${() => void this.#remove(offer)}
          >
            ${icon('remove')}
          </button>`}
    </div>`;
  }

  #confirm(offer: Offer): TemplateResult {
    const question = say.shelf.ask(hostsOf(offer).join(', '), gigabytes(offer.memoryMb));
    return html`<div class="confirm" role="group" aria-label=${question}>
      <p>${question}</p>
      <div class="bar">
        <button type="button" class="primary" @click=${() => this.#load(offer)}>
          ${say.shelf.confirm}
        </button>
        <button type="button" @click=${() => (this.asked = null)}>${say.shelf.cancel}</button>
      </div>
    </div>`;
  }

  #searched(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.search = event.target.value;
  }

  #load(offer: Offer): void {
    this.asked = null;
    intend(this, 'cat-load', { spec: offer.spec, confirmed: hostsOf(offer) });
  }

  async #remove({ spec, name }: Offer): Promise<void> {
    await this.shelf?.remove(spec);
    this.said = say.shelf.removed(name);
    await this.#read();
  }

  async #read(): Promise<void> {
    const { shelf } = this;
    if (shelf === null || this.noGpu !== null) return;
    this.offers = await shelf.offers();
    const kept = await Promise.all(
      this.offers.map(async ({ spec }) => [spec.id, await shelf.kept(spec)] as const),
    );
    this.kept = new Map(kept);
  }
}

const hostsOf = ({ spec }: Offer): string[] => {
  const urls = [...spec.urls, ...(spec.library === undefined ? [] : [spec.library])];
  return [...new Set(urls.map((url) => new URL(url).host))];
};

const gigabytes = (mb: number): string => (mb / 1024).toFixed(1);

declare global {
  interface HTMLElementTagNameMap {
    'cat-model-shelf': ModelShelf;
  }
}
