import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Fault } from '../../base/fault.ts';
import { readServerAddress } from '../../base/server-address.ts';
import type { ServerAddress } from '../../base/server-address.ts';
import type { ServerDoor } from '../../engine/server/offer.ts';
import { FocusKeeper } from '../focus-keeper.ts';
import { icon } from '../icon.ts';
import { intend } from '../intent.ts';
import { askForServerDoor } from './server-door.ts';
import { confirmStyle } from '../style/confirm.ts';
import { controls } from '../style/controls.ts';
import { modelForm } from '../style/model-form.ts';
import { tell as words } from '../text/server.ts';
import { faultText } from '../text/faults.ts';

type Stage =
  | { readonly kind: 'form' }
  | { readonly kind: 'confirm'; readonly at: ServerAddress }
  | { readonly kind: 'asking'; readonly at: ServerAddress; readonly stop: AbortController }
  | { readonly kind: 'models'; readonly at: ServerAddress; readonly names: readonly string[] };

const MOST_AT_ONCE = 64;

/** A model of a server by its address. Nothing is sent before its host stands there and is confirmed. */
@customElement('cat-server-model')
export class ServerModel extends LitElement {
  /** A load is under way or a run is: nothing can be loaded now. */
  @property({ type: Boolean }) busy = false;
  /** Asked for upwards where it is not given. */
  @property({ attribute: false }) door: ServerDoor | null = null;

  @state() private address = '';
  @state() private invalid = false;
  @state() private stage: Stage = { kind: 'form' };
  @state() private fault: Fault | null = null;
  @state() private chosen = '';
  @state() private atOnce = 8;
  /** Not part of what is drawn: a key is nowhere but in its field and in the door. */
  #key = '';

  constructor() {
    super();
    new FocusKeeper(this);
  }

  static override styles = [
    controls,
    confirmStyle,
    modelForm,
    css`
      p,
      label {
        overflow-wrap: anywhere;
      }
      input,
      select {
        width: 100%;
      }
      input[type='number'] {
        width: 6rem;
      }
    `,
  ];

  /** Who has a door may come later than this. */
  protected override willUpdate(): void {
    this.door ??= askForServerDoor(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.stage.kind === 'asking') this.stage.stop.abort();
  }

  override render(): TemplateResult | typeof nothing {
    if (this.door === null) return nothing;
    return html`<section aria-labelledby="heading">
      <h3 id="heading">${words.heading}</h3>
      <p class="soft">${words.text}</p>
      ${this.#content()}
      <p role="status" class="wrong">${this.fault === null ? nothing : faultLine(this.fault)}</p>
    </section>`;
  }

  #content(): TemplateResult {
    const { stage } = this;
    switch (stage.kind) {
      case 'form':
        return this.#form();
      case 'confirm':
        return this.#confirm(stage.at);
      case 'asking':
        return html`<p class="soft">${words.looking(stage.at.host)}</p>
          <div class="bar">
            <button type="button" data-next @click=${() => this.#back(stage.stop)}>${words.stop}</button>
          </div>`;
      case 'models':
        return this.#models(stage.at, stage.names);
      default:
        return stage satisfies never;
    }
  }

  #form(): TemplateResult {
    return html`<label for="address">${words.address}</label>
      <input
        id="address"
        type="url"
        spellcheck="false"
        autocomplete="off"
        placeholder=${words.placeholder}
        aria-describedby="invalid"
        aria-invalid=${this.invalid ? 'true' : 'false'}
        .value=${this.address}
        @input=${(event: Event) => {
          this.address = (event.target as HTMLInputElement).value;
          this.invalid = false;
        }}
      />
      <p id="invalid" class="wrong">
        ${this.invalid ? html`${icon('warn')} ${words.invalid}` : nothing}
      </p>
      <label for="key">${words.key}</label>
      <input
        id="key"
        type="password"
        autocomplete="off"
        spellcheck="false"
        aria-describedby="key-hint"
        @input=${(event: Event) => (this.#key = (event.target as HTMLInputElement).value)}
      />
      <p id="key-hint" class="hint">${words.keyHint}</p>
      <div class="bar">
        <button type="button" ?disabled=${this.address.trim() === ''} @click=${this.#read}>
          ${words.next}
        </button>
      </div>`;
  }

  #confirm(at: ServerAddress): TemplateResult {
    const question = words.ask(at.host);
    return html`<div class="confirm" role="group" tabindex="-1" data-next aria-label=${question}>
      <strong>${question}</strong>
      <p>${words.leaves(at.host)}</p>
      <div class="bar">
        <button class="primary" type="button" @click=${() => void this.#ask(at)}>
          ${words.confirm(at.host)}
        </button>
        <button type="button" @click=${() => this.#back()}>${words.cancel}</button>
      </div>
    </div>`;
  }

  #models(at: ServerAddress, names: readonly string[]): TemplateResult {
    const other = html`<button type="button" @click=${() => this.#back()}>${words.other}</button>`;
    if (names.length === 0) {
      return html`<p>${words.none(at.host)}</p>
        <div class="bar">${other}</div>`;
    }
    return html`<label for="model">${words.model}</label>
      <select
        id="model"
        data-next
        @change=${(event: Event) => (this.chosen = (event.target as HTMLSelectElement).value)}
      >
        ${names.map(
          (name) => html`<option .value=${name} ?selected=${name === this.chosen}>${name}</option>`,
        )}
      </select>
      <label for="at-once">${words.concurrency}</label>
      <input
        id="at-once"
        type="number"
        min="1"
        max=${MOST_AT_ONCE}
        aria-describedby="at-once-hint"
        .value=${String(this.atOnce)}
        @change=${this.#setAtOnce}
      />
      <p id="at-once-hint" class="hint">${words.concurrencyHint}</p>
      <p>${words.leaves(at.host)}</p>
      <div class="bar">
        <button class="primary" type="button" ?disabled=${this.busy} @click=${() => this.#load(at)}>
          ${words.load(this.chosen)}
        </button>
        ${other}
      </div>`;
  }

  #read(): void {
    const at = readServerAddress(this.address);
    this.invalid = at === null;
    this.fault = null;
    if (at !== null) this.stage = { kind: 'confirm', at };
  }

  async #ask(at: ServerAddress): Promise<void> {
    const { door } = this;
    if (door === null) return;
    intend(this, 'cat-confirm', [at.host]);
    door.setKey(at.base, this.#key);
    this.#key = '';
    const stage: Stage = { kind: 'asking', at, stop: new AbortController() };
    this.stage = stage;
    const listed = await door.list(at.base, stage.stop.signal);
    if (this.stage !== stage) return;
    if (listed?.ok === true) {
      this.chosen = listed.value[0] ?? '';
      this.stage = { kind: 'models', at, names: listed.value };
      return;
    }
    this.fault = listed === null ? null : listed.fault;
    this.stage = { kind: 'form' };
  }

  #setAtOnce(event: Event): void {
    const field = event.target as HTMLInputElement;
    const value = Math.floor(field.valueAsNumber);
    this.atOnce = Number.isNaN(value) ? this.atOnce : Math.min(Math.max(value, 1), MOST_AT_ONCE);
    field.value = String(this.atOnce);
  }

  #load(at: ServerAddress): void {
    const { chosen: id, atOnce: concurrency } = this;
    const spec = { id, engine: 'server', urls: [at.base], chat: 'general', concurrency } as const;
    intend(this, 'cat-load', { spec, confirmed: [at.host] });
  }

  #back(stop?: AbortController): void {
    stop?.abort();
    this.fault = null;
    this.stage = { kind: 'form' };
  }
}

const faultLine = (fault: Fault): string => {
  const { what, why, remedy } = faultText(fault);
  return `${what} ${why} ${remedy}`;
};

declare global {
  interface HTMLElementTagNameMap {
    'cat-server-model': ServerModel;
  }
}
