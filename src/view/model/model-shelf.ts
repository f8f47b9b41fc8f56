import type { PropertyValues, TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Fault } from '../../base/fault.ts';
import type { Kept, Offer, Shelf } from '../../engine/webllm/offer.ts';
import type { Shortfall } from '../../engine/webllm/shortfall.ts';
import './download-ask.ts';
import { count, megabytes, tenth } from '../format.ts';
import { hostsOf } from './hosts.ts';
import { icon } from '../icon.ts';
import { intend } from '../intent.ts';
import './model-check.ts';
import { shortfallList, shortfallStyle } from './shortfalls.ts';
import { controls } from '../style/controls.ts';
import { tell } from '../text/models.ts';
import { faultText } from '../text/faults.ts';

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
  /** Id of the model whose download is to be confirmed. */
  @state() private asked: string | null = null;
  /** Models whose files were read again and are not in order. */
  @state() private broken: ReadonlySet<string> = new Set();
  /** How many of them are being read again. */
  @state() private checking = 0;
  @state() private said = '';

  static override styles = [
    controls,
    shortfallStyle,
    css`
      h3,
      p,
      label,
      li {
        font-size: var(--text-s);
      }
      h3 {
        margin-top: var(--space-4);
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
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-1) var(--space-2);
      }
      strong {
        overflow-wrap: anywhere;
      }
      details {
        font-size: var(--text-s);
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    // A load that has ended may have left files.
    if (changed.has('shelf') || (changed.has('busy') && !this.busy)) void this.#read();
  }

  override render(): TemplateResult {
    return html`<section aria-labelledby="heading">
      <h3 id="heading">${tell.shelf.heading}</h3>
      ${this.noGpu === null
        ? html`<p class="soft">${tell.shelf.text(this.offers.length)}</p>
            ${this.#hints()} ${this.#list()}
            <p class="xs soft">${tell.shelf.missing}</p>`
        : this.#why(this.noGpu)}
      <p role="status" class="soft">${this.said}</p>
    </section>`;
  }

  /** Everything that is in the way; a fault that no look at the device explains stands for itself. */
  #why(fault: Fault): TemplateResult {
    const preflight = this.shelf?.preflight;
    return preflight === undefined || preflight.adapter !== null
      ? html`<p class="soft">${tell.shelf.noGpu(faultText(fault).why)}</p>`
      : html`<p class="soft">${tell.shelf.noneRuns}</p>
          ${shortfallList(preflight.shortfalls)}`;
  }

  #hints(): TemplateResult | typeof nothing {
    const shortfalls = this.shelf?.preflight.shortfalls ?? [];
    if (shortfalls.length === 0) return nothing;
    return html`<details>
      <summary>${tell.shelf.hints}</summary>
      ${shortfallList(shortfalls)}
    </details>`;
  }

  #list(): TemplateResult {
    const words = this.search.toLowerCase().split(/\s+/).filter(Boolean);
    const found = this.offers.filter(({ name }) =>
      words.every((word) => name.toLowerCase().includes(word)),
    );
    const shown = this.all ? found : found.slice(0, usual);
    return html`<label for="search">${tell.shelf.search}</label>
      <input id="search" type="search" .value=${this.search} @input=${this.#searched} />
      ${found.length === 0 ? html`<p>${tell.shelf.none}</p>` : nothing}
      <ul>
        ${repeat(
          shown,
          ({ spec }) => spec.id,
          (offer) => this.#row(offer),
        )}
      </ul>
      ${shown.length < found.length
        ? html`<button type="button" class="small" @click=${() => (this.all = true)}>
            ${tell.shelf.more(found.length - shown.length)}
          </button>`
        : nothing}`;
  }

  #row(offer: Offer): TemplateResult {
    const { name, fit, memoryMb, contextTokens, licence, preset } = offer;
    const kept = this.kept.get(offer.spec.id) ?? { state: 'none', bytes: 0 };
    const shown = this.broken.has(offer.spec.id) ? 'broken' : kept.state;
    const facts = [
      tell.shelf.memory(gigabytes(memoryMb)),
      tell.shelf.context(count(contextTokens)),
      tell.shelf.licence(licence),
      ...(preset === null ? [] : [tell.shelf.preset]),
    ];
    return html`<li>
      <div class="line">
        <strong>${name}</strong>
        <span class="xs soft" title=${tell.shelf.fitHint}>${tell.shelf.fit[fit]}</span>
        ${kept.state === 'none' || shown === 'none'
          ? nothing
          : html`<span class="xs">${tell.shelf.kept[shown](megabytes(kept.bytes))}</span>`}
      </div>
      <span class="xs soft">${facts.join(' · ')}</span>
      ${this.asked === offer.spec.id ? this.#confirm(offer) : this.#actions(offer, kept)}
    </li>`;
  }

  #actions(offer: Offer, kept: Kept): TemplateResult {
    const { spec, name } = offer;
    const busy = this.busy || this.checking > 0;
    const isHere = kept.state === 'whole' || kept.state === 'checked';
    const loads = isHere && !this.broken.has(spec.id);
    return html`<div class="line">
      <button
        type="button"
        class="small"
        ?disabled=${busy}
        @click=${() => void this.#loadOrAsk(offer, loads)}
      >
        ${tell.shelf.load(name)}
      </button>
      ${kept.state === 'none'
        ? nothing
        : html`<cat-model-check
              .shelf=${this.shelf}
              .spec=${spec}
              .name=${name}
              .busy=${busy}
              @check-start=${() => (this.checking += 1)}
              @check-end=${({ detail }: CustomEvent<boolean>) => void this.#checked(spec.id, detail)}
              @repair=${({ detail }: CustomEvent<string[]>) => void this.#repair(offer, detail)}
            ></cat-model-check>
            <button
              type="button"
              class="small"
              ?disabled=${busy}
              aria-label=${tell.shelf.remove(name)}
              @click=${() => void this.#remove(offer)}
            >
              ${icon('remove')}
            </button>`}
    </div>`;
  }

  #confirm(offer: Offer): TemplateResult {
    const { spec, memoryMb, about, fit } = offer;
    const machineGib = (navigator as { readonly deviceMemory?: number }).deviceMemory ?? null;
    const memory: Shortfall = { kind: 'memory', neededMb: memoryMb, machineGib };
    return html`<cat-download-ask
      .spec=${spec}
      .shelf=${this.shelf}
      .about=${about}
      .memoryMb=${memoryMb}
      .shortfalls=${fit === 'likely' ? [] : [memory]}
      .busy=${this.busy}
      @close=${() => (this.asked = null)}
    ></cat-download-ask>`;
  }

  #searched(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.search = event.target.value;
  }

  /** What is shown may be old: another tab can have deleted files since. */
  async #loadOrAsk({ spec }: Offer, loads: boolean): Promise<void> {
    const state = loads ? (await this.shelf?.kept(spec))?.state : 'none';
    const isHere = state === 'whole' || state === 'checked';
    this.asked = isHere ? null : spec.id;
    if (isHere) intend(this, 'cat-load', { spec, confirmed: hostsOf(spec) });
    else await this.#read();
  }

  async #checked(id: string, isBroken: boolean): Promise<void> {
    this.checking -= 1;
    if (isBroken) this.broken = new Set([...this.broken, id]);
    else this.#mend(id);
    await this.#read();
  }

  /** What is broken is of no use; once it is gone, a download brings just that. */
  async #repair(offer: Offer, names: readonly string[]): Promise<void> {
    await this.shelf?.remove(offer.spec, names);
    this.#mend(offer.spec.id);
    await this.#read();
    this.asked = offer.spec.id;
  }

  #mend(id: string): void {
    this.broken = new Set([...this.broken].filter((one) => one !== id));
  }

  async #remove({ spec, name }: Offer): Promise<void> {
    await this.shelf?.remove(spec);
    this.#mend(spec.id);
    this.said = tell.shelf.removed(name);
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

const gigabytes = (mb: number): string => tenth(mb / 1024);

declare global {
  interface HTMLElementTagNameMap {
    'cat-model-shelf': ModelShelf;
  }
}
