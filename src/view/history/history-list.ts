import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { GroupId } from '../../base/id.ts';
import type { Lab } from '../../run/lab.ts';
import { when } from '../format.ts';
import { icon } from '../icon.ts';
import { intend } from '../intent.ts';
import { prose } from '../markdown/prose.ts';
import { addressOf } from '../place.ts';
import type { PageState } from '../state.ts';
import { controls } from '../style/controls.ts';
import { proseStyle } from '../style/prose.ts';
import { say } from '../text/current.ts';
import { askedIn } from '../written-in.ts';

/** One line of the list: what the lab tells about a group without its texts. */
export type HistoryRow = Awaited<ReturnType<Lab['history']>>[number];

const FIRST = 6;

/** Earlier groups, newest first: open one again, delete one or everything. */
@customElement('cat-history-list')
export class HistoryList extends LitElement {
  @property({ attribute: false }) rows: readonly HistoryRow[] = [];
  /** The group that the page shows now. */
  @property({ attribute: false }) shown: GroupId | null = null;
  @property({ type: Boolean }) running = false;
  @property() keeping: PageState['keeping'] = 'browser';

  @state() private all = false;

  static override styles = [
    controls,
    proseStyle,
    css`
      .top {
        display: flex;
        align-items: baseline;
        flex-wrap: wrap;
        gap: 0 var(--space-2);
        margin-bottom: var(--space-2);
      }
      h2 {
        font-size: var(--text-m);
        font-weight: 650;
      }
      .top .clear {
        margin-inline-start: auto;
      }
      ul {
        overflow: hidden;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto auto;
        align-items: center;
        gap: 0 var(--space-3);
        padding: 0;
        padding-inline-end: var(--space-2);
      }
      li + li {
        border-top: 1px solid var(--line);
      }
      li.shown {
        background: var(--well);
      }
      .open {
        display: grid;
        justify-content: stretch;
        gap: 0;
        min-height: 3rem;
        padding: var(--space-1) var(--space-4);
        border: 0;
        border-radius: 0;
        background: none;
        text-align: start;
        white-space: normal;
      }
      .open:hover {
        background: var(--well);
      }
      .open:focus-visible {
        outline-offset: -2px;
      }
      .open .question {
        overflow: hidden;
        font-family: var(--font-book);
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .marks {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 0 var(--space-3);
        font-size: var(--text-xs);
      }
      .differs svg {
        color: var(--chalk-edge);
        fill: currentColor;
      }
      @media (max-width: 40rem) {
        li {
          grid-template-columns: minmax(0, 1fr) auto;
        }
        .open {
          grid-row: 1;
        }
        .marks {
          grid-row: 2;
          justify-content: flex-start;
          padding: 0 var(--space-4) var(--space-2);
        }
      }
    `,
  ];

  /** Where the focus goes when what had it is gone: the newest question. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.open')?.focus();
  }

  override render(): TemplateResult | typeof nothing {
    if (this.rows.length === 0) return nothing;
    const rows = this.all ? this.rows : this.rows.slice(0, FIRST);
    const more = this.rows.length - rows.length;
    return html`<section aria-labelledby="heading">
      <div class="top">
        <h2 id="heading">${say.history.heading}</h2>
        <p class="s soft">${say.history.kept[this.keeping]}</p>
        <a class="s" href=${addressOf({ kind: 'experiments' })}>${say.history.experiments}</a>
        <button
          class="small plain clear"
          type="button"
          ?disabled=${this.running}
          @click=${() => intend(this, 'cat-remove', 'everything')}
        >
          ${icon('remove')}${say.history.everything}
        </button>
      </div>
      <ul class="sheet">
        ${repeat(rows, (row) => row.id, (row) => this.#row(row))}
      </ul>
      ${more > 0
        ? html`<p>
            <button class="small plain" type="button" @click=${() => (this.all = true)}>
              ${say.history.more(more)}
            </button>
          </p>`
        : nothing}
    </section>`;
  }

  #row(row: HistoryRow): TemplateResult {
    const shown = row.id === this.shown;
    const about = [when(row.createdAt), row.model, say.history.size(row.group)];
    if (shown) about.push(say.history.shown);
    return html`<li class=${shown ? 'shown' : ''}>
      <button
        class="open"
        type="button"
        aria-current=${shown ? 'true' : 'false'}
        ?disabled=${this.running}
        @click=${() => intend(this, 'cat-open', row.id)}
      >
        <span class="question"><span class="heard">${say.history.open}</span> <span lang=${askedIn(row.question)}>${prose(row.question, { line: true })}</span></span>
        <span class="xs soft">${about.join(' · ')}</span>
      </button>
      <span class="marks">${marks(row)}</span>
      <button
        class="small plain"
        type="button"
        title=${say.history.remove}
        aria-label=${say.history.removeLabel(row.question)}
        ?disabled=${this.running}
        @click=${() => intend(this, 'cat-remove', { group: row.id })}
      >
        ${icon('remove')}
      </button>
    </li>`;
  }
}

function marks(row: HistoryRow): TemplateResult[] {
  const found: TemplateResult[] = [];
  if (row.disagrees === true) {
    found.push(html`<span class="mark differs">${icon('synthesis')}${say.history.differs}</span>`);
  }
  if (row.right === true) {
    found.push(html`<span class="mark right">${icon('right')}${say.history.right}</span>`);
  }
  if (row.right === false) {
    found.push(html`<span class="mark wrong">${icon('wrong')}${say.history.wrong}</span>`);
  }
  if (row.status !== 'done') {
    const ended = say.history.statuses[row.status];
    found.push(html`<span class="mark warn">${icon('stop')}${ended}</span>`);
  }
  return found;
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-history-list': HistoryList;
  }
}
