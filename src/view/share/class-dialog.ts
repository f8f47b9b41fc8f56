import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { GroupId } from '../../base/id.ts';
import type { ClassItem } from '../../share/class-file.ts';
import { parseClass } from '../../share/read-class.ts';
import {
  CLASS_SUFFIX,
  classFileName,
  classText,
  LARGEST_CLASS,
  MOST_ITEMS,
} from '../../share/class-file.ts';
import { megabytes, when } from '../format.ts';
import type { HistoryRow } from '../history/history-list.ts';
import { icon } from '../icon.ts';
import { saveBlob } from '../model/download.ts';
import { controls } from '../style/controls.ts';
import { dialogFrame } from '../style/dialog.ts';
import { told } from '../text/share.ts';
import { askForTransfer } from '../transfer-door.ts';
import { askedIn } from '../written-in.ts';
import { dialogStyle } from './dialog-style.ts';
import type { Subject } from './share-dialog.ts';

/** Opens a class file, or makes one of earlier questions. */
@customElement('cat-class-dialog')
export class ClassDialog extends LitElement {
  /** Earlier questions, newest first. */
  @property({ attribute: false }) rows: readonly HistoryRow[] = [];
  /** What stands in the page. */
  @property({ attribute: false }) subject: Subject | null = null;

  @state() private chosen: ReadonlySet<GroupId> = new Set();
  @state() private withCurrent = false;
  @state() private name: string = told.maker.usual;
  @state() private said = '';
  @state() private working = false;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query("input[type='file']") private file!: HTMLInputElement;

  static override styles = [controls, dialogFrame, dialogStyle];

  get isOpen(): boolean {
    return this.hasUpdated && this.dialog.open;
  }

  open(): void {
    if (!this.dialog.open) this.dialog.showModal();
    this.said = '';
    this.requestUpdate();
  }

  /** Closed, it is drawn once: what it shows changes with every token of an answer. */
  protected override shouldUpdate(): boolean {
    return !this.hasUpdated || this.dialog.open;
  }

  override render(): TemplateResult {
    const words = told.maker;
    return html`<dialog aria-labelledby="heading" closedby="any">
      <div class="top">
        <h2 id="heading">${words.heading}</h2>
        <button class="plain" type="button" aria-label=${words.close} @click=${this.#close}>
          ${icon('close')}
        </button>
      </div>
      <div class="body">
        <section aria-labelledby="open">
          <h3 id="open">${words.open}</h3>
          <p class="s soft">${words.openHint}</p>
          <label
            >${words.file} <input type="file" accept=${`${CLASS_SUFFIX},.json`} @change=${this.#openFile}
          /></label>
        </section>
        <section aria-labelledby="make">
          <h3 id="make">${words.make}</h3>
          <p class="s soft">${words.makeHint}</p>
          ${this.#choices()}
        </section>
      </div>
      ${this.#end()}
    </dialog>`;
  }

  #choices(): TemplateResult {
    const words = told.maker;
    const rows = this.#rows();
    return html`<label
        >${words.name}
        <input
          type="text"
          maxlength="200"
          .value=${this.name}
          @input=${(event: Event) => (this.name = (event.target as HTMLInputElement).value)}
      /></label>
      <fieldset>
        <legend>${words.choose}</legend>
        ${this.subject === null || this.subject.question.text.trim() === ''
          ? nothing
          : html`<label
              ><input
                type="checkbox"
                .checked=${this.withCurrent}
                @change=${(event: Event) => (this.withCurrent = (event.target as HTMLInputElement).checked)}
              />${words.current}</label
            >`}
        ${rows.length === 0
          ? html`<p class="s soft">${words.none}</p>`
          : html`<div class="choices">
              ${repeat(
                rows,
                ({ id }) => id,
                (row) =>
                  html`<label
                    ><input
                      type="checkbox"
                      .checked=${this.chosen.has(row.id)}
                      @change=${(event: Event) => this.#choose(row.id, (event.target as HTMLInputElement).checked)}
                    /><span
                      ><span class="question" lang=${askedIn(row.question)}>${row.question}</span>
                      <span class="xs soft">${row.model} · ${when(row.createdAt)}</span></span
                    ></label
                  >`,
              )}
            </div>`}
      </fieldset>`;
  }

  #end(): TemplateResult {
    const words = told.maker;
    const count = this.#count();
    const tooMany = count > MOST_ITEMS;
    return html`<div class="end">
      <p class="said s" role="status">
        ${this.said !== '' ? this.said : tooMany ? words.most(MOST_ITEMS) : words.chosen(count)}
      </p>
      <button
        class="primary"
        type="button"
        ?disabled=${count === 0 || tooMany || this.working}
        @click=${() => void this.#save()}
      >
        ${words.save}
      </button>
    </div>`;
  }

  /** Without those that go on. */
  #rows(): readonly HistoryRow[] {
    return this.rows.filter(({ status }) => status !== 'running');
  }

  #count(): number {
    const there = this.#rows().filter(({ id }) => this.chosen.has(id)).length;
    return there + (this.withCurrent && this.subject !== null ? 1 : 0);
  }

  #choose(id: GroupId, on: boolean): void {
    const next = new Set(this.chosen);
    if (on) next.add(id);
    else next.delete(id);
    this.chosen = next;
    this.said = '';
  }

  async #save(): Promise<void> {
    const words = told.maker;
    this.working = true;
    try {
      const { items, gone } = await this.#items();
      const name = this.name.trim() === '' ? words.usual : this.name.trim();
      const text = classText({ name, items });
      const file = new Blob([text], { type: 'application/json' });
      const read = items.length === 0 || file.size > LARGEST_CLASS ? null : await parseClass(text);
      if (file.size > LARGEST_CLASS) this.said = words.large(megabytes(LARGEST_CLASS));
      else if (read?.ok === false) this.said = told.dialog.refused(read.fault.path, read.fault.reason);
      else {
        if (items.length > 0) saveBlob(classFileName(name), file);
        const lost = gone > 0 ? words.gone(gone) : '';
        this.said = `${items.length > 0 ? words.saved : ''} ${lost}`.trim();
      }
    } finally {
      this.working = false;
    }
  }

  /** Oldest first, as a lesson goes; the question without answers at the end. */
  async #items(): Promise<{ readonly items: ClassItem[]; readonly gone: number }> {
    const transfer = askForTransfer(this);
    const items: ClassItem[] = [];
    let gone = 0;
    for (const { id } of this.#rows().filter((row) => this.chosen.has(row.id)).toReversed()) {
      const group = (await transfer?.group(id)) ?? null;
      if (group === null || group.status === 'running') gone += 1;
      else items.push({ kind: 'recording', recording: { group } });
    }
    if (this.withCurrent && this.subject !== null) {
      const { question, settings } = this.subject;
      items.push({ kind: 'question', question, settings });
    }
    return { items, gone };
  }

  readonly #openFile = (): void => {
    const chosen = this.file.files?.[0];
    this.file.value = '';
    if (chosen === undefined) return;
    this.dialog.close();
    this.dispatchEvent(
      new CustomEvent('cat-class-file', { detail: chosen, bubbles: true, composed: true }),
    );
  };

  readonly #close = (): void => this.dialog.close();
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-class-dialog': ClassDialog;
  }
}
