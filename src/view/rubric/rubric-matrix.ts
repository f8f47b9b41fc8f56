import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Role } from '../../group/recipe.ts';
import type { Criterion } from '../../reward/rubric/rubric.ts';
import { decimals } from '../format.ts';
import { stepOf } from './rubric-keys.ts';
import type { CellView, Column, RubricView } from './rubric-view.ts';
import { counts } from './rubric-view.ts';
import { controls } from '../style/controls.ts';
import { matrixStyle, verdictMarks } from '../style/rubric.ts';
import { say } from '../text/current.ts';
import { verdictMark, verdictWord } from '../verdict/verdict-mark.ts';
import { criterionIn } from '../written-in.ts';

/** More columns than this are narrow ones. */
const MANY = 9;

/** A cell by its places in the table. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export type CellChoice = CustomEvent<Place>;

/**
 * Every verdict, criteria by rollouts. One cell at a time can be reached by Tab, the arrow keys move
 * among them, and each sends `cat-cell` when it is pressed.
 */
@customElement('cat-rubric-matrix')
export class RubricMatrix extends LitElement {
  @property({ attribute: false }) view: RubricView | null = null;
  /** The cell whose evidence is shown. */
  @property({ attribute: false }) chosen: Place | null = null;
  /** Verdicts may still come. */
  @property({ type: Boolean }) running = false;
  /** Of the criteria that it proposed. */
  @property({ attribute: false }) anchor: Role | undefined;
  /** With the rewards and what follows from them, below. */
  @property({ type: Boolean }) rewarded = true;
  @property({ attribute: false }) advantages: readonly (number | null)[] | null = null;

  /** The one cell that Tab reaches. */
  @state() private at: Place = { row: 0, column: 0 };

  static override styles = [controls, verdictMarks, matrixStyle];

  /** Back to the cell that was left last. */
  override focus(): void {
    this.#button(this.#reachable())?.focus();
  }

  override render(): TemplateResult | typeof nothing {
    const view = this.view;
    if (view === null) return nothing;
    const { columns, rubric, rows } = view;
    return html`<div class="box ${columns.length > MANY ? 'many' : ''}">
      <table role="grid" aria-label=${say.rubric.table} aria-describedby="keys">
        <thead>
          <tr>
            <th scope="col">${say.rubric.criterion}</th>
            ${columns.map((column) => this.#head(column))}
          </tr>
        </thead>
        <tbody>
          ${rubric.criteria.map((criterion, row) => this.#row(criterion, row, rows[row] ?? []))}
        </tbody>
        ${this.rewarded ? html`<tfoot>${this.#foot()}</tfoot>` : nothing}
      </table>
      <p id="keys" hidden>${say.rubric.keys}</p>
    </div>`;
  }

  #head(column: Column): TemplateResult {
    return column === 'synthesis'
      ? html`<th scope="col">${say.rubric.synthesis}</th>`
      : html`<th scope="col">
          <span class="heard">${say.rubric.rollout(column)}</span>
          <span aria-hidden="true">${column + 1}</span>
        </th>`;
  }

  #row(criterion: Criterion, row: number, cells: readonly (CellView | null)[]): TemplateResult {
    const { text, weight, source } = criterion;
    const about = [
      ...(criterion.off === true ? [say.rubric.off] : []),
      ...(source === 'written' ? [say.rubric.written] : []),
      ...(source === 'given' ? [say.rubric.points(weight)] : []),
      ...(source !== 'given' && weight !== 1 ? [say.rubric.weight(weight)] : []),
    ];
    return html`<tr class=${counts(criterion) ? '' : 'off'}>
      <th scope="row" title=${text}>
        <span class="criterion"
          ><span class="number">${row + 1}</span><span class="words" lang=${criterionIn(criterion, this.anchor)}>${text}</span>${about.length === 0
            ? nothing
            : html`<span class="about">${about.join(' · ')}</span>`}</span
        >
      </th>
      ${cells.map((cell, column) => this.#cell(cell, { row, column }))}
    </tr>`;
  }

  #cell(cell: CellView | null, place: Place): TemplateResult {
    if (cell === null) {
      return html`<td class="soft" title=${say.rubric.notAsked}>${say.rubric.nothing}</td>`;
    }
    const more = [
      ...(cell.overruled ? [say.rubric.byYou] : []),
      ...(cell.tied && !cell.overruled ? [say.rubric.tied] : []),
      ...(cell.agreement === null ? [] : [say.rubric.agree(cell.agreement.same, cell.agreement.of)]),
    ];
    const word = verdictWord(cell.value, this.running);
    return html`<td>
      <button
        type="button"
        data-row=${place.row}
        data-column=${place.column}
        tabindex=${isSame(place, this.#reachable()) ? 0 : -1}
        aria-expanded=${isSame(place, this.chosen) ? 'true' : 'false'}
        aria-label=${say.rubric.cell(cell.criterion, cell.column, word, more)}
        @click=${() => this.#choose(place)}
        @focus=${() => (this.at = place)}
        @keydown=${(event: KeyboardEvent) => this.#key(event, place)}
      >
        ${verdictMark(cell.value, this.running)}
        ${more.length === 0 ? nothing : html`<span class="also">${more.slice(0, 1)}</span>`}
      </button>
    </td>`;
  }

  #foot(): TemplateResult {
    const { view } = this;
    const scores = view?.scores ?? null;
    const given = scores?.given;
    const cell = (column: Column, value: number | null | undefined): TemplateResult =>
      html`<td>
        ${column === 'synthesis' && value === undefined
          ? nothing
          : value === null || value === undefined
            ? say.rubric.nothing
            : decimals(value)}
      </td>`;
    const line = (
      label: string,
      of: (column: Column) => number | null | undefined,
    ): TemplateResult =>
      html`<tr>
        <th scope="row">${label}</th>
        ${view?.columns.map((column) => cell(column, of(column)))}
      </tr>`;
    const inRollouts =
      (values: readonly (number | null)[] | null | undefined) =>
      (column: Column): number | null | undefined =>
        column === 'synthesis' ? undefined : values?.[column];
    return html`${line(say.rubric.reward, inRollouts(scores?.rewards))}
    ${line(say.rubric.advantage, inRollouts(scores === null ? null : this.advantages))}
    ${given === undefined
      ? nothing
      : line(say.rubric.given, (column) =>
          column === 'synthesis' ? scores?.givenSynthesis : given[column],
        )}`;
  }

  /** The cell that was left last, or the first one where that is gone. */
  #reachable(): Place {
    const there = this.view?.rows[this.at.row]?.[this.at.column];
    return there ? this.at : { row: 0, column: 0 };
  }

  #key(event: KeyboardEvent, from: Place): void {
    const to = stepOf(event, from, this.view?.rows ?? [], this.matches(':dir(rtl)'));
    if (to === null) return;
    event.preventDefault();
    this.at = to;
    this.#button(to)?.focus();
  }

  #button({ row, column }: Place): HTMLButtonElement | null {
    return this.renderRoot.querySelector(`[data-row='${row}'][data-column='${column}']`);
  }

  #choose(place: Place): void {
    this.at = place;
    this.dispatchEvent(new CustomEvent('cat-cell', { detail: place }) satisfies CellChoice);
  }
}

const isSame = (a: Place, b: Place | null): boolean =>
  b !== null && a.row === b.row && a.column === b.column;

declare global {
  interface HTMLElementTagNameMap {
    'cat-rubric-matrix': RubricMatrix;
  }
}
