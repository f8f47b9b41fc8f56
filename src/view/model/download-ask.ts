import type { PropertyValues, TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Fault } from '../../base/fault.ts';
import type { DownloadSize } from '../../engine/download-size.ts';
import type { ModelSpec } from '../../engine/model.ts';
import type { About, Shelf } from '../../engine/webllm/offer.ts';
import type { Shortfall } from '../../engine/webllm/shortfall.ts';
import { hostsOf } from './hosts.ts';
import { intend } from '../intent.ts';
import { shortfallList, shortfallStyle } from './shortfalls.ts';
import { confirmStyle } from '../style/confirm.ts';
import { controls } from '../style/controls.ts';
import { tell } from '../text/models.ts';
import { tenth } from '../format.ts';
import { faultText } from '../text/faults.ts';

type Phase =
  | { readonly kind: 'hosts' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'size'; readonly size: DownloadSize }
  | { readonly kind: 'fault'; readonly fault: Fault };

/**
 * Two questions before a compiled model is fetched: may its hosts be asked, and, once their list
 * has told the exact size, is it to come. Sends `cat-confirm`, then `cat-load`; `close` where the
 * person does not want it or it is under way.
 */
@customElement('cat-download-ask')
export class DownloadAsk extends LitElement {
  @property({ attribute: false }) spec!: ModelSpec;
  @property({ attribute: false }) shelf!: Shelf;
  /** What the size is guessed to be; null where nothing tells. */
  @property({ attribute: false }) about: About | null = null;
  /** Graphics memory in MB (2^20 bytes); null where nobody says. */
  @property({ attribute: false }) memoryMb: number | null = null;
  /** What of this device may be in the way of this model. */
  @property({ attribute: false }) shortfalls: readonly Shortfall[] = [];
  /** A load is under way or a run is: nothing can be loaded now. */
  @property({ type: Boolean }) busy = false;

  @state() private phase: Phase = { kind: 'hosts' };
  #asking = new AbortController();

  static override styles = [
    controls,
    shortfallStyle,
    confirmStyle,
    css`
      .confirm {
        display: grid;
        gap: var(--space-1);
        font-size: var(--text-s);
        overflow-wrap: anywhere;
      }
      button {
        white-space: normal;
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asking.abort();
  }

  protected override updated(changed: PropertyValues): void {
    // The button that led here has gone; the keyboard's place goes on with the question.
    if (changed.has('phase')) this.renderRoot.querySelector<HTMLElement>('[data-next]')?.focus();
  }

  override render(): TemplateResult {
    const question = this.#question();
    return html`<div class="confirm" role="group" aria-label=${question}>
      <strong>${question}</strong>
      ${this.#facts()}
      <div class="bar">
        ${this.#next()}
        <button type="button" data-next=${this.phase.kind === 'asking' ? '' : nothing} @click=${this.#close}>
          ${tell.download.cancel}
        </button>
      </div>
    </div>`;
  }

  #question(): string {
    const hosts = hostsOf(this.spec).join(', ');
    const { phase } = this;
    switch (phase.kind) {
      case 'hosts':
        return tell.download.hosts(hosts);
      case 'asking':
        return tell.download.asking;
      case 'size': {
        const { bytes, files, unknown } = phase.size;
        const words = unknown.length === 0 ? tell.download.exact : tell.download.atLeast;
        return words(bytes, files, hosts);
      }
      case 'fault':
        return faultText(phase.fault).what;
      default:
        return phase satisfies never;
    }
  }

  #facts(): TemplateResult | typeof nothing {
    const { phase } = this;
    switch (phase.kind) {
      case 'hosts': {
        const about = this.about === null ? tell.download.aboutNothing : tell.download.about(this.about);
        return html`<p>${about}</p>
          <p>${tell.download.then}</p>
          ${shortfallList(this.shortfalls)}`;
      }
      case 'asking':
        return nothing;
      case 'size':
        return html`${this.#sizeFacts(phase.size).map((fact) => html`<p>${fact}</p>`)}
        ${shortfallList([...lacking(phase.size), ...this.shortfalls])}`;
      case 'fault': {
        const { why, remedy } = faultText(phase.fault);
        return html`<p>${why}</p>
          <p>${remedy}</p>`;
      }
      default:
        return phase satisfies never;
    }
  }

  #sizeFacts({ here, free, unknown }: DownloadSize): string[] {
    return [
      ...(unknown.length === 0 ? [] : [tell.download.unknown(unknown.join(', '))]),
      ...(here === 0 ? [] : [tell.download.here(here)]),
      ...(this.memoryMb === null ? [] : [tell.download.memory(tenth(this.memoryMb / 1024))]),
      ...(free === null ? [] : [tell.download.free(free)]),
    ];
  }

  #next(): TemplateResult | typeof nothing {
    const { phase } = this;
    if (phase.kind === 'asking') return nothing;
    const isFetch = phase.kind === 'size' && lacking(phase.size).length === 0;
    const words = isFetch
      ? tell.download.confirm
      : phase.kind === 'hosts'
        ? tell.download.ask
        : tell.download.again;
    return html`<button
      type="button"
      class="primary"
      data-next
      ?disabled=${isFetch && this.busy}
      @click=${() => (isFetch ? this.#load() : void this.#ask())}
    >
      ${words}
    </button>`;
  }

  async #ask(): Promise<void> {
    this.#asking.abort();
    const asking = new AbortController();
    this.#asking = asking;
    this.phase = { kind: 'asking' };
    intend(this, 'cat-confirm', hostsOf(this.spec));
    const size = await this.shelf.size(this.spec, asking.signal);
    if (asking.signal.aborted) return;
    this.phase = size.ok ? { kind: 'size', size: size.value } : { kind: 'fault', fault: size.fault };
  }

  #load(): void {
    intend(this, 'cat-load', { spec: this.spec, confirmed: hostsOf(this.spec) });
    this.#close();
  }

  #close(): void {
    this.#asking.abort();
    this.dispatchEvent(new CustomEvent('close'));
  }
}

function lacking({ bytes, free }: DownloadSize): Shortfall[] {
  return free !== null && free < bytes ? [{ kind: 'storage', needed: bytes, free }] : [];
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-download-ask': DownloadAsk;
  }
}
