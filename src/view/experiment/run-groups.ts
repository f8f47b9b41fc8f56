import type { PropertyValues, TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Entry, Plan } from '../../group/plan.ts';
import { count } from '../format.ts';
import { icon } from '../icon.ts';
import { intend } from '../intent.ts';
import { prose } from '../markdown/prose.ts';
import { controls } from '../style/controls.ts';
import { proseStyle } from '../style/prose.ts';
import { tell } from '../text/experiments.ts';
import { askedIn } from '../written-in.ts';
import { pageOf, rowOf } from './group-rows.ts';
import type { GroupRow } from './group-rows.ts';
import { markOf } from './marks.ts';
import { pager } from './pager.ts';
import { questionsStyle, sharedStyle } from './style/shared.ts';

/** Lines on a page: of thousands of questions only these are drawn. */
const SIZE = 50;

/** The questions that pass all filters, each with the way to its group. */
@customElement('cat-run-groups')
export class RunGroups extends LitElement {
  @property({ attribute: false }) plan: Plan | null = null;
  /** Those that pass the filters, in the order of the plan. */
  @property({ attribute: false }) entries: readonly Entry[] = [];
  /** How many there are without filters. */
  @property({ type: Number }) all = 0;

  @state() private at = 0;

  static override styles = [
    controls,
    sharedStyle,
    questionsStyle,
    proseStyle,
    css`
      .paper {
        display: none;
      }
      @media print {
        .paper {
          display: block;
        }
      }
      .differs svg {
        color: var(--chalk-edge);
        fill: currentColor;
      }
      .marks > .differs {
        min-width: 4.5rem;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    // A run that goes on only gets longer: who reads a page of it stays there.
    const before = changed.get('entries');
    if (before !== undefined && this.entries.length < before.length) this.at = 0;
  }

  override render(): TemplateResult | typeof nothing {
    const { plan, entries } = this;
    if (plan === null || this.all === 0) return nothing;
    const page = pageOf(entries.length, SIZE, this.at);
    const go = (at: number): void => {
      this.at = at;
    };
    return html`<section class="sheet" aria-labelledby="heading">
      <div class="bar">
        <h2 id="heading">${tell.groups.heading}</h2>
        <p class="facts" role="status">${tell.groups.passing(entries.length, this.all)}</p>
        ${page.pages < 2
          ? nothing
          : html`<p class="facts paper" aria-hidden="true">${tell.groups.range(page.from + 1, page.to, entries.length)}</p>`}
        <span class="far">${pager(page, entries.length, go)}</span>
      </div>
      ${entries.length === 0
        ? html`<p class="facts">${tell.groups.none}</p>`
        : html`<ol class="rows" aria-label=${tell.groups.table}>
            ${repeat(
              entries.slice(page.from, page.to),
              ({ index }) => index,
              (entry) => this.#row(rowOf(plan, entry)),
            )}
          </ol>`}
    </section>`;
  }

  #row({ index, id, question, majority, synthesis, differs }: GroupRow): TemplateResult {
    const { columns } = tell.groups;
    return html`<li>
      <button class="open" type="button" @click=${() => intend(this, 'cat-open', id)}>
        <span class="at">${count(index + 1)}</span>
        <span class="question"><span class="heard">${tell.groups.open}</span> <span lang=${askedIn(question)}>${prose(question, { line: true })}</span></span>
      </button>
      <span class="marks">
        <span class="mark differs"
          >${differs ? html`${icon('synthesis')}${tell.groups.differs}` : nothing}</span
        >
        <span>${columns.majority}: ${markOf(majority)}</span>
        <span>${columns.synthesis}: ${markOf(synthesis)}</span>
      </span>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-run-groups': RunGroups;
  }
}
