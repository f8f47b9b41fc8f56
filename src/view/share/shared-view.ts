import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ClassFile, ClassItem } from '../../share/class-file.ts';
import { questionOfItem } from '../../share/class-file.ts';
import { FocusKeeper } from '../focus-keeper.ts';
import { icon } from '../icon.ts';
import '../lesson/recorded.ts';
import { controls } from '../style/controls.ts';
import { told } from '../text/share.ts';
import { askedIn } from '../written-in.ts';
import type { Shared, SharedActions, SharedNote, SharedRecording } from './shared.ts';
import { nothingShared } from './shared.ts';

/** What came by a link or a class file, above the person's own question: told, listed, played. */
@customElement('cat-shared')
export class SharedView extends LitElement {
  @property({ attribute: false }) shared: Shared = nothingShared;
  @property({ attribute: false }) actions: SharedActions | null = null;
  /** A question is being answered: none is put in its place. */
  @property({ type: Boolean }) busy = false;
  /** The place is one where questions are asked. */
  @property({ type: Boolean }) here = true;

  constructor() {
    super();
    new FocusKeeper(this);
  }

  static override styles = [
    controls,
    css`
      /* The regions that tell stay when they are empty, and then take no room. */
      .apart,
      cat-recorded {
        margin-block-end: var(--space-3);
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-1) var(--space-3);
        font-size: var(--text-s);
      }
      .note {
        padding: var(--space-2) var(--space-4);
        border: 1px solid var(--line);
        border-inline-start: 4px solid var(--chalk-edge);
        border-radius: var(--round);
        background: var(--sheet);
      }
      .note.wrong {
        border-inline-start-color: var(--wrong);
        color: inherit;
      }
      .note p {
        overflow-wrap: anywhere;
      }
      .list {
        padding: var(--space-3) var(--space-4);
      }
      h2 {
        font-size: var(--text-m);
        font-weight: 650;
      }
      .far {
        margin-inline-start: auto;
      }
      ol {
        display: grid;
        margin-block-start: var(--space-2);
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: var(--space-1) var(--space-3);
        padding: var(--space-2) 0;
        border-block-start: 1px solid var(--line);
      }
      .question {
        font-family: var(--font-book);
        overflow-wrap: anywhere;
      }
      .do {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      @media (max-width: 40rem) {
        li {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  override render(): TemplateResult {
    const { note, recording, list } = this.shared;
    return html`${this.#prepared()}
      <div role="status">${note?.kind === 'said' ? this.#note(note) : nothing}</div>
      <div role="alert">${note?.kind === 'wrong' ? this.#note(note) : nothing}</div>
      ${!this.here || list === null ? nothing : this.#list(list)}
      ${!this.here || recording === null ? nothing : this.#recorded(recording)}`;
  }

  #prepared(): TemplateResult | typeof nothing {
    const { hide, pinned } = this.shared;
    if (hide.length === 0 && !pinned) return nothing;
    const words = told.prepared;
    return html`<p class="line apart soft">
      <span
        >${words.line}${words.hidden(hide)}${pinned ? `${hide.length > 0 ? '; ' : ', '}${words.pinned}` : ''}:</span
      >
      <button class="bare" type="button" @click=${() => this.actions?.showAll()}>${words.all}</button>
    </p>`;
  }

  #note({ kind, text, offer }: SharedNote): TemplateResult {
    const words = told.note;
    return html`<div class="line note apart ${kind}">
      <p>${kind === 'wrong' ? html`<span class="wrong">${icon('warn')}</span> ` : nothing}${text}</p>
      ${offer === 'undo'
        ? html`<button class="small" type="button" ?disabled=${this.busy} @click=${() => this.actions?.undo()}>
            ${words.undo}
          </button>`
        : nothing}
      ${offer === 'open-now'
        ? html`<button class="small" type="button" ?disabled=${this.busy} @click=${() => this.actions?.openNow()}>
            ${words.now}
          </button>`
        : nothing}
      <button
        class="small plain far"
        type="button"
        aria-label=${words.dismiss}
        @click=${() => this.actions?.dismiss()}
      >
        ${icon('close')}
      </button>
    </div>`;
  }

  #list({ name, items }: ClassFile): TemplateResult {
    const words = told.list;
    return html`<section class="sheet list apart" aria-labelledby="list">
      <div class="line">
        <h2 id="list" tabindex="-1">${words.heading(items.length)}</h2>
        <p class="soft">${words.from(name)}</p>
        <button class="small plain far" type="button" @click=${() => this.actions?.closeList()}>
          ${words.close}
        </button>
      </div>
      <ol>
        ${items.map((item) => this.#item(item))}
      </ol>
    </section>`;
  }

  #item(item: ClassItem): TemplateResult {
    const words = told.list;
    const { text } = questionOfItem(item);
    const { recording } = this.shared;
    const shown = item.kind === 'recording' && recording?.recording === item.recording;
    const recorded = item.kind === 'recording' ? item.recording.group.recipe : null;
    const about = recorded === null ? words.asked : words.recorded(recorded.policy.model, recorded.group);
    return html`<li>
      <div>
        <p class="question" lang=${askedIn(text)}>${text}</p>
        <p class="xs soft">${shown ? `${about} · ${words.playing}` : about}</p>
      </div>
      <div class="do">
        ${item.kind === 'recording'
          ? html`<button
              class="small"
              type="button"
              aria-label=${words.playLabel(text)}
              @click=${() => this.actions?.play(item)}
            >
              ${icon('ask')}${words.play}
            </button>`
          : nothing}
        <button
          class="small"
          type="button"
          aria-label=${words.liveLabel(text)}
          ?disabled=${this.busy}
          @click=${() => this.actions?.live(item)}
        >
          ${words.live}
        </button>
      </div>
    </li>`;
  }

  #recorded({ recording, from, plays, kept }: SharedRecording): TemplateResult {
    const words = told.recorded;
    return html`<div class="line note apart">
        <p>${words[from]}</p>
        ${kept === null
          ? html`<button
              class="small"
              type="button"
              title=${words.keepWhy}
              @click=${() => this.actions?.keep()}
            >
              ${icon('kept')}${words.keep}
            </button>`
          : html`<span class="mark" role="status">${icon('right')}${words[kept]}</span>`}
        ${plays
          ? html`<button
              class="small"
              type="button"
              ?disabled=${this.busy}
              @click=${() => this.actions?.live({ kind: 'recording', recording })}
            >
              ${words.live}
            </button>`
          : html`<button
              class="small"
              type="button"
              ?disabled=${this.busy}
              @click=${() => this.actions?.showRecording()}
            >
              ${words.again}
            </button>`}
        <button class="small plain far" type="button" @click=${() => this.actions?.closeRecording()}>
          ${icon('close')}${words.close}
        </button>
      </div>
      ${plays
        ? html`<cat-recorded .recording=${recording} .position=${Infinity}></cat-recorded>`
        : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-shared': SharedView;
  }
}
