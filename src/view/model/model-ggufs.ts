import type { PropertyValues, TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { GgufOffer } from '../../engine/wllama/catalogue.ts';
import type { KeptModel } from '../../engine/wllama/kept.ts';
import { ggufOffers, keptModel, removeKept } from '../../run/ggufs.ts';
import { megabytes, tenth } from '../format.ts';
import { FocusKeeper } from '../focus-keeper.ts';
import { icon } from '../icon.ts';
import { intend } from '../intent.ts';
import { controls } from '../style/controls.ts';
import { tell } from '../text/models.ts';

/** GGUF models that are worth naming: what they take, from where, and what of them is here. */
@customElement('cat-model-ggufs')
export class ModelGgufs extends LitElement {
  /** A load is under way or a run is: nothing can be loaded now. */
  @property({ type: Boolean }) busy = false;

  @state() private kept: ReadonlyMap<GgufOffer, KeptModel> = new Map();
  /** The model whose host is to be confirmed. */
  @state() private asked: GgufOffer | null = null;
  @state() private said = '';

  constructor() {
    super();
    new FocusKeeper(this);
  }

  static override styles = [
    controls,
    css`
      h3,
      p,
      li {
        font-size: var(--text-s);
      }
      h3 {
        font-weight: 650;
      }
      li {
        display: grid;
        gap: var(--space-1);
        padding: var(--space-2) 0;
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-1) var(--space-2);
      }
      strong,
      .xs {
        overflow-wrap: anywhere;
      }
      .confirm {
        display: grid;
        gap: var(--space-2);
        padding: var(--space-3);
        border: 1px solid var(--warn);
        border-radius: var(--round-s);
        background: var(--warn-ground);
        overflow-wrap: anywhere;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    // A load that has ended may have left files.
    if (changed.has('busy') && !this.busy) void this.#read();
  }

  override render(): TemplateResult {
    return html`<section aria-labelledby="heading">
      <h3 id="heading">${tell.ggufs.heading}</h3>
      <p class="soft">${tell.ggufs.text}</p>
      <ul>
        ${ggufOffers.map((offer) => this.#row(offer))}
      </ul>
      <p class="xs soft">${tell.ggufs.finer}</p>
      <p role="status" class="soft">${this.said}</p>
    </section>`;
  }

  #row(offer: GgufOffer): TemplateResult {
    const { name, bytes, licence, repository, preset } = offer;
    const kept = this.kept.get(offer) ?? { state: 'none', bytes: 0 };
    const facts = [
      tell.ggufs.size(gigabytes(bytes)),
      tell.ggufs.licence(licence),
      tell.ggufs.from(repository, hostOf(offer)),
      ...(preset === null ? [] : [tell.ggufs.preset]),
    ];
    return html`<li>
      <div class="line">
        <strong>${name}</strong>
        ${kept.state === 'none'
          ? nothing
          : html`<span class="xs">${tell.ggufs.kept[kept.state](megabytes(kept.bytes))}</span>`}
      </div>
      <span class="xs soft">${facts.join(' · ')}</span>
      ${this.asked === offer ? this.#confirm(offer) : this.#actions(offer, kept)}
    </li>`;
  }

  #actions(offer: GgufOffer, kept: KeptModel): TemplateResult {
    return html`<div class="line">
      <button
        type="button"
        class="small"
        ?disabled=${this.busy}
        @click=${() => void this.#loadOrAsk(offer)}
      >
        ${tell.ggufs.load(offer.name)}
      </button>
      ${kept.state === 'none'
        ? nothing
        : html`<button
            type="button"
            class="small"
            ?disabled=${this.busy}
            aria-label=${tell.ggufs.remove(offer.name)}
            @click=${() => void this.#remove(offer)}
          >
            ${icon('remove')}
          </button>`}
    </div>`;
  }

  #confirm(offer: GgufOffer): TemplateResult {
    const question = tell.ggufs.ask(hostOf(offer), gigabytes(offer.bytes));
    return html`<div class="confirm" role="group" tabindex="-1" data-next aria-label=${question}>
      <p>${question}</p>
      <div class="line">
        <button
          type="button"
          class="primary"
          ?disabled=${this.busy}
          @click=${() => this.#load(offer)}
        >
          ${tell.ggufs.confirm}
        </button>
        <button type="button" @click=${() => (this.asked = null)}>${tell.ggufs.cancel}</button>
      </div>
    </div>`;
  }

  /** What is shown may be old: another tab can have deleted files since. */
  async #loadOrAsk(offer: GgufOffer): Promise<void> {
    if ((await keptModel(offer.spec)).state === 'whole') this.#load(offer);
    else this.asked = offer;
  }

  #load(offer: GgufOffer): void {
    this.asked = null;
    intend(this, 'cat-load', { spec: offer.spec, confirmed: [hostOf(offer)] });
  }

  async #remove(offer: GgufOffer): Promise<void> {
    await removeKept(offer.spec);
    this.said = tell.ggufs.removed(offer.name);
    await this.#read();
  }

  async #read(): Promise<void> {
    const kept = ggufOffers.map(async (offer) => [offer, await keptModel(offer.spec)] as const);
    this.kept = new Map(await Promise.all(kept));
  }
}

const gigabytes = (bytes: number): string => tenth(bytes / 1e9);

const hostOf = ({ spec }: GgufOffer): string => new URL(spec.urls[0] ?? '').host;

declare global {
  interface HTMLElementTagNameMap {
    'cat-model-ggufs': ModelGgufs;
  }
}
