import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Fault } from '../../base/fault.ts';
import type { ImportPreview } from '../../export/file/preview.ts';
import { isClassFile } from '../../share/class-file.ts';
import '../fault-note.ts';
import { icon } from '../icon.ts';
import { controls } from '../style/controls.ts';
import { faultText } from '../text/faults.ts';
import { tell } from '../text/transfer.ts';
import { askForTransfer } from '../transfer-door.ts';
import { sharedStyle } from './style/shared.ts';

interface Seen {
  readonly file: Blob;
  readonly preview: ImportPreview;
}

/** A CaT Lab file: looked at first, then taken over whole or not at all. Sends `cat-imported`. */
@customElement('cat-run-import')
export class RunImport extends LitElement {
  @state() private seen: Seen | null = null;
  @state() private work: 'reading' | 'taking' | null = null;
  @state() private fault: Fault | null = null;
  @state() private said = '';
  @query('input') private input!: HTMLInputElement;
  #stop = new AbortController();

  static override styles = [
    controls,
    sharedStyle,
    css`
      :host,
      .found {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-2);
      }
      label {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
        font-size: var(--text-s);
      }
      input {
        min-width: 0;
        max-width: 100%;
      }
      .faults {
        max-height: 14rem;
        overflow: hidden auto;
        font-size: var(--text-s);
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
  }

  override render(): TemplateResult {
    const words = tell.import;
    return html`<label class="controls"
        >${words.choose}
        <input type="file" accept=".jsonl,.json" ?disabled=${this.work === 'taking'} @change=${this.#choose} />
      </label>
      <p class="facts">${words.hint}</p>
      ${this.seen === null ? nothing : this.#found(this.seen.preview)}
      ${this.fault === null ? nothing : html`<cat-fault-note .fault=${this.fault}></cat-fault-note>`}
      <p class="facts" role="status">${this.#status()}</p>`;
  }

  #status(): string {
    if (this.work === null) return this.said;
    return this.work === 'reading' ? tell.import.reading : tell.import.taking;
  }

  #found({ kind, found, faults, faultCount }: ImportPreview): TemplateResult {
    const words = tell.import;
    const kinds = Object.keys(found) as (keyof typeof found)[];
    const fresh = kinds.filter((name) => found[name].fresh > 0);
    const sum = (what: 'same' | 'differing'): number =>
      kinds.reduce((total, name) => total + found[name][what], 0);
    return html`<div class="found">
      ${kind === null ? nothing : html`<p>${words.kind[kind]}</p>`}
      ${faultCount > 0 || (fresh.length === 0 && sum('same') + sum('differing') === 0)
        ? nothing
        : html`<p>
            ${fresh.length === 0
              ? words.nothing
              : `${fresh.map((name) => words.fresh(name, found[name].fresh)).join(', ')}.`}
          </p>`}
      ${sum('same') === 0 ? nothing : html`<p class="facts">${words.same(sum('same'))}</p>`}
      ${sum('differing') === 0
        ? nothing
        : html`<p class="s"><span class="warn">${icon('warn')}</span> ${words.differing(sum('differing'))}</p>`}
      ${faultCount === 0 ? nothing : this.#faults({ faults, faultCount })}
      <p class="bar controls">
        ${faultCount > 0 || fresh.length === 0
          ? nothing
          : html`<button
              class="primary small"
              type="button"
              ?disabled=${this.work !== null}
              @click=${() => void this.#take()}
            >
              ${words.take}
            </button>`}
        <button class="small" type="button" ?disabled=${this.work === 'taking'} @click=${this.#leave}>
          ${words.cancel}
        </button>
      </p>
    </div>`;
  }

  #faults({ faults, faultCount }: Pick<ImportPreview, 'faults' | 'faultCount'>): TemplateResult {
    const more = faultCount - faults.length;
    return html`<p class="wrong">${icon('warn')} ${tell.import.faults(faultCount)}</p>
      <ul class="faults" tabindex="0" aria-label=${tell.import.faults(faultCount)}>
        ${faults.map((fault) => {
          const { what, why } = faultText(fault);
          return html`<li>${what} ${why}</li>`;
        })}
        ${more > 0 ? html`<li>${tell.import.moreFaults(more)}</li>` : nothing}
      </ul>`;
  }

  readonly #choose = (): void => {
    const file = this.input.files?.[0];
    if (file !== undefined) void this.#sort(file);
  };

  /** A class file is no history: it is shown where questions are asked, and nothing of it is stored. */
  async #sort(file: Blob): Promise<void> {
    if (!(await isClassFile(file))) return this.look(file);
    this.#leave();
    this.dispatchEvent(
      new CustomEvent('cat-class-file', { detail: file, bubbles: true, composed: true }),
    );
  }

  /** Reads the file, and shows what is in it. */
  async look(file: Blob): Promise<void> {
    const transfer = askForTransfer(this);
    if (transfer === null) return;
    const signal = this.#begin('reading');
    this.seen = null;
    try {
      const preview = await transfer.previewImport(file, { signal });
      if (preview.ok) this.seen = { file, preview: preview.value };
      else if (!signal.aborted) this.fault = preview.fault;
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      if (!signal.aborted) this.work = null;
    }
  }

  async #take(): Promise<void> {
    const transfer = askForTransfer(this);
    const { seen } = this;
    if (transfer === null || seen === null) return;
    const signal = this.#begin('taking');
    try {
      const taken = await transfer.takeImport(seen.file, { signal });
      if (taken.ok) {
        this.#forget();
        this.said = tell.import.taken(Object.values(taken.value.added).reduce((sum, n) => sum + n, 0));
        this.dispatchEvent(new CustomEvent('cat-imported', { detail: null, bubbles: true, composed: true }));
      } else this.fault = taken.fault;
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      if (!signal.aborted) this.work = null;
    }
  }

  #begin(work: 'reading' | 'taking'): AbortSignal {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.work = work;
    this.fault = null;
    this.said = '';
    return this.#stop.signal;
  }

  #forget(): void {
    this.seen = null;
    this.input.value = '';
  }

  readonly #leave = (): void => {
    this.#stop.abort();
    this.work = null;
    this.fault = null;
    if (this.hasUpdated) this.#forget();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-run-import': RunImport;
  }
}
