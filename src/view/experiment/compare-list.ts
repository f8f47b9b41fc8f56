import type { PropertyValues, TemplateResult } from 'lit';
import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { FigureName } from '../../group/figures.ts';
import type { AnsweredQuestion } from '../../run/compare-runs.ts';
import { count } from '../format.ts';
import { intend } from '../intent.ts';
import { controls } from '../style/controls.ts';
import { tell } from '../text/experiments.ts';
import { tableStyle } from '../style/table.ts';
import { askedIn } from '../written-in.ts';
import { markFor, pageOf } from './group-rows.ts';
import { markOf } from './marks.ts';
import { pager } from './pager.ts';
import { runTableStyle, sharedStyle } from './style/shared.ts';

interface Pair {
  readonly first: AnsweredQuestion;
  readonly second: AnsweredQuestion;
}

const SIZE = 50;

/** The questions on which two runs differ; each of the two groups opens by a click. */
@customElement('cat-compare-list')
export class CompareList extends LitElement {
  @property({ attribute: false }) pairs: readonly Pair[] = [];
  @property() method: FigureName = 'synthesis';

  @state() private at = 0;

  static override styles = [
    controls,
    sharedStyle,
    tableStyle, runTableStyle,
    css`
      td.question {
        min-width: 14rem;
        font-family: var(--font-book);
        font-size: var(--text-m);
        white-space: normal;
      }
      @media print {
        button {
          display: inline-flex !important;
        }
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('method')) this.at = 0;
  }

  override render(): TemplateResult {
    const { pairs } = this;
    const words = tell.compare;
    if (pairs.length === 0) return html`<p class="facts">${words.noneDiffer}</p>`;
    const page = pageOf(pairs.length, SIZE, this.at);
    return html`<div class="box" role="region" tabindex="0" aria-label=${words.list}>
        <table>
          <thead>
            <tr>
              <th scope="col" class="number">${tell.groups.columns.number}</th>
              <th scope="col">${tell.groups.columns.question}</th>
              <th scope="col">${words.first}</th>
              <th scope="col">${words.second}</th>
            </tr>
          </thead>
          <tbody>
            ${pairs.slice(page.from, page.to).map((pair) => this.#row(pair))}
          </tbody>
        </table>
      </div>
      ${pager(page, pairs.length, (at) => (this.at = at))}`;
  }

  #row({ first, second }: Pair): TemplateResult {
    const words = tell.compare;
    return html`<tr>
      <td class="number">${count(first.entry.index + 1)}</td>
      <td class="question" lang=${askedIn(first.text)}>${first.text}</td>
      ${this.#side(first, words.first)} ${this.#side(second, words.second)}
    </tr>`;
  }

  #side({ entry, text }: AnsweredQuestion, run: string): TemplateResult {
    const { scored, scores } = entry.outcome;
    return html`<td>
      <button
        class="bare"
        type="button"
        @click=${() => intend(this, 'cat-open', entry.groupId)}
      >
        <span class="heard">${tell.groups.open} ${text}, ${tell.compare.of(run)}</span>
        ${markOf(markFor(scored, scores[this.method]))}
      </button>
    </td>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-compare-list': CompareList;
  }
}
