import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ExperimentSummary } from '../../run/experiments.ts';
import { count, when } from '../format.ts';
import { addressOf } from '../place.ts';
import type { PageState, RunProgress } from '../state.ts';
import { controls } from '../style/controls.ts';
import { say } from '../text/current.ts';
import { tell } from '../text/experiments.ts';
import { tell as transferWords } from '../text/transfer.ts';
import { nowOf, removeAction, runAction, runState } from './run-actions.ts';
import './run-export.ts';
import './run-import.ts';
import './run-name.ts';
import { sharedStyle } from './style/shared.ts';

/** The runs that are kept here, newest first. */
@customElement('cat-run-list')
export class RunList extends LitElement {
  /** Null before they are read. */
  @property({ attribute: false }) rows: readonly ExperimentSummary[] | null = null;
  /** What goes on in this tab. */
  @property({ attribute: false }) now: RunProgress | null = null;
  @property() keeping: PageState['keeping'] = 'browser';

  static override styles = [
    controls,
    sharedStyle,
    css`
      section {
        display: grid;
        gap: var(--space-2);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-1) var(--space-3);
      }
      ul.sheet {
        gap: 0;
        padding: 0;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 11rem auto;
        align-items: center;
        gap: var(--space-1) var(--space-4);
        padding: var(--space-2) var(--space-4);
      }
      li + li {
        border-top: 1px solid var(--line);
      }
      .open {
        font-family: var(--font-book);
        font-size: var(--text-base);
        font-weight: 650;
      }
      .stand {
        display: grid;
        font-size: var(--text-s);
      }
      .actions {
        justify-content: flex-end;
        min-width: 12rem;
      }
      @media (max-width: 48rem) {
        li {
          grid-template-columns: minmax(0, 1fr);
        }
        .stand {
          display: flex;
          flex-wrap: wrap;
          gap: 0 var(--space-3);
        }
        .actions {
          justify-content: flex-start;
        }
      }
    `,
  ];

  /** Where the focus goes when what had it is gone: the newest run, or the way to a first one. */
  override focus(): void {
    const open = this.renderRoot.querySelector<HTMLElement>('.open');
    (open ?? this.renderRoot.querySelector<HTMLElement>('.create'))?.focus();
  }

  override render(): TemplateResult {
    const { rows } = this;
    return html`<section aria-labelledby="heading">
      <div class="head">
        <h2 id="heading">${tell.list.heading}</h2>
        <p class="s soft">${say.history.kept[this.keeping]}</p>
        <a class="button primary create far" href=${addressOf({ kind: 'new-run' })}
          >${tell.list.create}</a
        >
      </div>
      ${rows === null
        ? html`<p class="s soft" role="status">${tell.list.reading}</p>`
        : rows.length === 0
          ? html`<div class="sheet empty">
              <p>${tell.list.empty}</p>
              <p class="facts">${tell.list.emptyHint}</p>
            </div>`
          : html`<ul class="sheet" aria-label=${tell.list.table}>
              ${repeat(
                rows,
                ({ run }) => run.id,
                (row) => this.#row(nowOf(row, this.now)),
              )}
            </ul>`}
      <section class="sheet controls" aria-labelledby="transfer">
        <h3 id="transfer">${transferWords.import.heading}</h3>
        <cat-run-import></cat-run-import>
        <cat-run-export .name=${'history'}></cat-run-export>
      </section>
    </section>`;
  }

  #row(row: ExperimentSummary): TemplateResult {
    const { run, set, recipes, planned, done, missed } = row;
    const recipe = recipes.verifiable ?? recipes.open;
    const asked =
      recipe === undefined ? [] : [recipe.policy.model, `${tell.list.columns.group} ${count(recipe.group)}`];
    const address = addressOf({ kind: 'run', run: run.id, beside: null });
    return html`<li>
      <div>
        <cat-run-name .run=${run.id} .name=${run.name}
          ><a class="open" href=${address}>${run.name}</a></cat-run-name
        >
        <p class="facts">${[set, ...asked, when(run.createdAt)].join(' · ')}</p>
      </div>
      <div class="stand">
        ${runState(row)}
        <span
          >${tell.list.done(done, planned)}${missed > 0
            ? html` · <span class="warn">${tell.list.missed(missed)}</span>`
            : nothing}</span
        >
      </div>
      <div class="bar actions">
        ${runAction(this, row)}
        ${removeAction(this, run)}
      </div>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-run-list': RunList;
  }
}
