import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { CheckedFile, CheckProgress, Shelf } from '../../engine/webllm/offer.ts';
import type { ModelSpec } from '../../engine/model.ts';
import { icon } from '../icon.ts';
import { controls } from '../style/controls.ts';
import { progressBar } from '../style/progress.ts';
import { tell } from '../text/models.ts';

type Check =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly at: CheckProgress | null }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'done'; readonly files: readonly CheckedFile[] };

/**
 * Reads the downloaded files of one model again and says what that showed. Sends `check-start` and
 * `check-end`, and `repair` with the names of the files that are to be fetched again.
 */
@customElement('cat-model-check')
export class ModelCheck extends LitElement {
  @property({ attribute: false }) shelf!: Shelf;
  @property({ attribute: false }) spec!: ModelSpec;
  @property() name = '';
  @property({ type: Boolean }) busy = false;

  @state() private check: Check = { kind: 'none' };
  #stop = new AbortController();

  static override styles = [
    controls,
    progressBar,
    css`
      :host {
        display: contents;
      }
      /* After the other buttons of its line, whatever stands between. */
      .wide {
        display: grid;
        order: 1;
        flex-basis: 100%;
        gap: var(--space-1);
        font-size: var(--text-s);
        overflow-wrap: anywhere;
      }
      .wide button {
        justify-self: start;
        white-space: normal;
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop.abort();
  }

  override render(): TemplateResult {
    const running = this.check.kind === 'running';
    return html`<button
        type="button"
        class="small"
        aria-label=${running ? tell.check.stopLabel(this.name) : tell.check.checkLabel(this.name)}
        ?disabled=${this.busy && !running}
        @click=${() => (running ? this.#stop.abort() : void this.#run())}
      >
        ${running ? html`${icon('stop')}${tell.check.stop}` : tell.check.check}
      </button>
      ${this.check.kind === 'running' ? this.#progress(this.check.at) : nothing}
      <div class="wide" role="status">${this.#outcome()}</div>`;
  }

  #progress(at: CheckProgress | null): TemplateResult {
    const words = at === null ? '' : tell.check.at(at.done, at.files, at.bytes, at.totalBytes);
    return html`<div class="wide">
      <progress
        aria-label=${tell.check.progress(this.name)}
        max=${Math.max(1, at?.totalBytes ?? 1)}
        .value=${at?.bytes ?? 0}
      ></progress>
      <span class="xs soft">${words}</span>
    </div>`;
  }

  #outcome(): TemplateResult | string | typeof nothing {
    const { check } = this;
    switch (check.kind) {
      case 'none':
      case 'running':
        return nothing;
      case 'stopped':
        return tell.check.stopped(this.name);
      case 'failed':
        return html`<span class="wrong">${icon('warn')} ${tell.check.failed(check.reason)}</span>`;
      case 'done':
        return this.#result(check.files);
      default:
        return check satisfies never;
    }
  }

  #result(files: readonly CheckedFile[]): TemplateResult {
    const names = (state: CheckedFile['state']): string[] =>
      files.filter((file) => file.state === state).map(({ name }) => name);
    const good = names('digest').length;
    if (good === files.length && good > 0) {
      return html`<span class="right">${icon('right')} ${tell.check.ready(this.name, good)}</span>`;
    }
    const again = files.filter(({ state }) => state !== 'digest').map(({ name }) => name);
    const line = (state: 'changed' | 'missing' | 'size' | 'unknown'): TemplateResult | typeof nothing =>
      names(state).length === 0
        ? nothing
        : html`<span>${tell.check[state](names(state).join(', '))}</span>`;
    return html`<span class="wrong">${icon('warn')} ${tell.check.notReady(this.name)}</span>
      ${line('changed')} ${line('missing')} ${line('size')} ${line('unknown')}
      ${good === 0 ? nothing : html`<span class="soft">${tell.check.good(good)}</span>`}
      <span class="soft">${tell.check.remedy}</span>
      <button type="button" class="small" ?disabled=${this.busy} @click=${() => this.#repair(again)}>
        ${tell.check.repair(again.length)}
      </button>`;
  }

  async #run(): Promise<void> {
    const stop = new AbortController();
    this.#stop = stop;
    this.check = { kind: 'running', at: null };
    this.dispatchEvent(new CustomEvent('check-start'));
    try {
      const files = await this.shelf.check(this.spec, {
        signal: stop.signal,
        onProgress: (at) => {
          if (this.check.kind === 'running') this.check = { kind: 'running', at };
        },
      });
      this.check = files === null ? { kind: 'stopped' } : { kind: 'done', files };
    } catch (error) {
      this.check = { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
    } finally {
      const isBroken =
        this.check.kind === 'done' && this.check.files.some(({ state }) => state !== 'digest');
      this.dispatchEvent(new CustomEvent('check-end', { detail: isBroken }));
    }
  }

  #repair(names: readonly string[]): void {
    this.check = { kind: 'none' };
    this.dispatchEvent(new CustomEvent('repair', { detail: names }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-model-check': ModelCheck;
  }
}
