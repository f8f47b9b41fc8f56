import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Fault } from '../../base/fault.ts';
import type { RunId } from '../../base/id.ts';
import { exportFileName } from '../../export/file-name.ts';
import { EXPORT_TYPE, hasForm, ROW_FORMATS } from '../../export/formats.ts';
import type { RowFormat } from '../../export/formats.ts';
import type { Tally } from '../../export/row-lines.ts';
import '../fault-note.ts';
import { saveBlob } from '../model/download.ts';
import { linesFile } from '../lines-file.ts';
import { controls } from '../style/controls.ts';
import { tell } from '../text/transfer.ts';
import { askForTransfer } from '../transfer-door.ts';
import { sharedStyle } from './style/shared.ts';

type Format = RowFormat | 'run';

const FORMATS: readonly Format[] = ['run', ...ROW_FORMATS];

/** One run, or all that is kept, as a file to save. */
@customElement('cat-run-export')
export class RunExport extends LitElement {
  /** Null: all that is kept here. */
  @property({ attribute: false }) run: RunId | null = null;
  /** The run's, for the name of the file. */
  @property() name = '';

  @state() private format: Format = 'run';
  @state() private isConversation = false;
  @state() private working = false;
  @state() private said = '';
  @state() private fault: Fault | null = null;
  #stop = new AbortController();

  static override styles = [
    controls,
    sharedStyle,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-2);
      }
      label {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-width: 0;
        max-width: 100%;
        font-size: var(--text-s);
      }
      select {
        min-width: 0;
        max-width: 24rem;
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop.abort();
    this.working = false;
  }

  override render(): TemplateResult {
    const words = tell.export;
    const { format, run } = this;
    const hasForms = format !== 'run' && hasForm(format, 'text') && hasForm(format, 'conversation');
    return html`${run === null
        ? this.#button(words.everything)
        : html`<div class="bar controls">
            <label
              >${words.format}
              <select .value=${format} @change=${this.#choose}>
                ${FORMATS.map((name) => html`<option value=${name}>${words.formats[name]}</option>`)}
              </select>
            </label>
            ${hasForms
              ? html`<label
                  ><input
                    type="checkbox"
                    .checked=${this.isConversation}
                    @change=${(event: Event) =>
                      (this.isConversation = (event.target as HTMLInputElement).checked)}
                  />${words.conversation}</label
                >`
              : nothing}
            ${this.#button(words.save)}
          </div>`}
      ${run === null || format === 'run' ? nothing : html`<p class="facts">${words.hint}</p>`}
      ${this.fault === null ? nothing : html`<cat-fault-note .fault=${this.fault}></cat-fault-note>`}
      <p class="facts" role="status">${this.said}</p>`;
  }

  #button(text: string): TemplateResult {
    return html`<button class="small" type="button" ?disabled=${this.working} @click=${() => void this.#save()}>
      ${text}
    </button>`;
  }

  readonly #choose = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    this.format = FORMATS.find((name) => name === value) ?? 'run';
    this.said = '';
    this.fault = null;
  };

  async #save(): Promise<void> {
    const transfer = askForTransfer(this);
    if (transfer === null || this.working) return;
    const { run, format, name } = this;
    const form = this.isConversation && format !== 'run' && hasForm(format, 'conversation');
    const tally: Tally = { rows: 0, leftOut: new Map() };
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.working = true;
    this.said = tell.export.working;
    this.fault = null;
    try {
      const lines = await (run === null
        ? transfer.exportStore()
        : transfer.exportRun(run, { format, form: form ? 'conversation' : 'text', tally }));
      if (!lines.ok) {
        this.said = '';
        this.fault = lines.fault;
        return;
      }
      const file = await linesFile(lines.value, EXPORT_TYPE, signal);
      const isRows = run !== null && format !== 'run';
      if (!isRows || tally.rows > 0) {
        saveBlob(exportFileName(name, run === null ? 'store' : format, Date.now()), file);
      }
      this.said = isRows ? rowsSaid(tally) : tell.export.savedFile;
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      if (!signal.aborted) this.working = false;
    }
  }
}

function rowsSaid({ rows, leftOut }: Tally): string {
  const saved = rows === 0 ? tell.export.none : tell.export.saved(rows);
  return leftOut.size === 0 ? saved : `${saved} ${tell.export.leftOut(leftOut)}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-run-export': RunExport;
  }
}
