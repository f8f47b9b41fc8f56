import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { ModelSpec } from '../../engine/model.ts';
import type { Shelf } from '../../engine/webllm/offer.ts';
import './download-ask.ts';
import { FocusKeeper } from '../focus-keeper.ts';
import { icon } from '../icon.ts';
import { intend } from '../intent.ts';
import { readAddresses } from './model-address.ts';
import type { Addresses } from './model-address.ts';
import { confirmStyle } from '../style/confirm.ts';
import { controls } from '../style/controls.ts';
import { modelForm } from '../style/model-form.ts';
import { say } from '../text/current.ts';

/** Small for a model of its kind, and large enough to answer plain questions. */
const EXAMPLE = {
  name: 'SmolLM2 360M Instruct',
  size: '270 MB',
  url: 'https://huggingface.co/bartowski/SmolLM2-360M-Instruct-GGUF/resolve/main/SmolLM2-360M-Instruct-Q4_K_M.gguf',
};

/** A GGUF or a compiled model by its address. Nothing is fetched before its host stands there and is confirmed. */
@customElement('cat-model-loader')
export class ModelLoader extends LitElement {
  /** A load is under way or a run is: nothing can be loaded now. */
  @property({ type: Boolean }) busy = false;
  /** The bundled model's id, to go back to, where another one was asked for. */
  @property() home: string | null = null;
  /** Tells the size of a compiled model. */
  @property({ attribute: false }) shelf: Shelf | null = null;

  @state() private text = '';
  @state() private invalid = false;
  @state() private found: Addresses | null = null;
  @query('textarea') private field!: HTMLTextAreaElement;

  constructor() {
    super();
    new FocusKeeper(this);
  }

  static override styles = [
    controls,
    confirmStyle,
    modelForm,
    css`
      textarea {
        display: block;
        width: 100%;
        min-height: 2.25rem;
        field-sizing: content;
        font-family: var(--font-code);
        font-size: var(--text-xs);
        overflow-wrap: anywhere;
      }
      .example {
        margin-top: var(--space-2);
      }
      code {
        font-family: var(--font-code);
        font-size: var(--text-xs);
        overflow-wrap: anywhere;
      }
      .confirm strong {
        overflow-wrap: anywhere;
      }
      .confirm button {
        white-space: normal;
        overflow-wrap: anywhere;
      }
    `,
  ];

  override render(): TemplateResult {
    return html`<section aria-labelledby="heading">
      <h3 id="heading">${say.loader.heading}</h3>
      <p class="soft">${say.loader.text}</p>
      <label for="urls">${say.loader.urls}</label>
      <textarea
        id="urls"
        rows="1"
        spellcheck="false"
        placeholder=${say.loader.placeholder}
        aria-describedby="fault"
        aria-invalid=${this.invalid ? 'true' : 'false'}
        .value=${this.text}
        @input=${this.#edited}
      ></textarea>
      <p id="fault" class="wrong">
        ${this.invalid ? html`${icon('warn')} ${say.loader.invalid}` : nothing}
      </p>
      ${this.found === null ? html`${this.#example()} ${this.#next()}` : this.#confirm(this.found)}
    </section>`;
  }

  /** An address to begin with, for those who know none. Nothing is fetched by taking it. */
  #example(): TemplateResult | typeof nothing {
    const { url, name, size } = EXAMPLE;
    if (this.text.trim() === url) return nothing;
    return html`<p class="soft example">${say.loader.example(name, size)} <code>${url}</code></p>
      <div class="bar">
        <button class="small" type="button" @click=${this.#fill}>${say.loader.fill}</button>
      </div>`;
  }

  #next(): TemplateResult {
    return html`<div class="bar">
      <button type="button" ?disabled=${this.busy || this.text.trim() === ''} @click=${this.#read}>
        ${say.loader.next}
      </button>
      ${this.home === null
        ? nothing
        : html`<button
            type="button"
            ?disabled=${this.busy}
            @click=${() => intend(this, 'cat-reload', null)}
          >
            ${say.loader.home(this.home)}
          </button>`}
    </div>`;
  }

  #confirm(found: Addresses): TemplateResult {
    if (found.library !== null && this.shelf !== null) {
      return html`<cat-download-ask
        .spec=${specOf(found)}
        .shelf=${this.shelf}
        .busy=${this.busy}
        @close=${() => (this.found = null)}
      ></cat-download-ask>`;
    }
    const hosts = found.hosts.join(', ');
    return html`<div class="confirm" role="group" tabindex="-1" data-next aria-label=${say.loader.ask(hosts)}>
      <strong>${say.loader.ask(hosts)}</strong>
      <p>${say.loader.warn}</p>
      <div class="bar">
        <button
          class="primary"
          type="button"
          ?disabled=${this.busy}
          @click=${() => this.#load(found)}
        >
          ${say.loader.confirm(hosts)}
        </button>
        <button type="button" @click=${() => (this.found = null)}>${say.loader.cancel}</button>
      </div>
    </div>`;
  }

  #edited(event: Event): void {
    if (event.target instanceof HTMLTextAreaElement) this.#write(event.target.value);
  }

  /** The button goes with its use; the keyboard's place moves to what it has filled in. */
  #fill(): void {
    this.#write(EXAMPLE.url);
    this.field.focus();
  }

  #write(text: string): void {
    this.text = text;
    this.invalid = false;
    this.found = null;
  }

  #read(): void {
    this.found = readAddresses(this.text);
    this.invalid = this.found === null;
  }

  #load(found: Addresses): void {
    this.found = null;
    intend(this, 'cat-load', { spec: specOf(found), confirmed: found.hosts });
  }
}

const specOf = ({ id, urls, library }: Addresses): ModelSpec =>
  library === null
    ? { id, engine: 'wllama', urls, chat: 'general' }
    : { id, engine: 'webllm', urls, library, chat: 'general' };

declare global {
  interface HTMLElementTagNameMap {
    'cat-model-loader': ModelLoader;
  }
}
