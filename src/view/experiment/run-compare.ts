import type { PropertyValues, TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { RunId } from '../../base/id.ts';
import type { FigureName } from '../../group/figures.ts';
import type { Paired } from '../../group/paired.ts';
import { answeredOf, compareFigures, differing, pairRuns } from '../../run/compare-runs.ts';
import type { AnsweredQuestion } from '../../run/compare-runs.ts';
import type { ExperimentSummary, RunEntries } from '../../run/experiments.ts';
import { FIGURE_NAMES } from '../../run/methods.ts';
import { count } from '../format.ts';
import { icon } from '../icon.ts';
import { addressOf } from '../place.ts';
import { controls } from '../style/controls.ts';
import { say } from '../text/current.ts';
import { tell } from '../text/experiments.ts';
import './compare-list.ts';
import { percent } from '../percent.ts';
import { tableStyle } from '../style/table.ts';
import { recipeChanges } from './recipe-changes.ts';
import type { Opened } from './runs-controller.ts';
import { runTableStyle, sharedStyle } from './style/shared.ts';

type Pairs = ReturnType<typeof pairRuns<AnsweredQuestion>>;

/** Two runs beside each other, over the questions that both have answered. */
@customElement('cat-run-compare')
export class RunCompare extends LitElement {
  @property({ attribute: false }) run: RunId | null = null;
  @property({ attribute: false }) beside: RunId | null = null;
  /** All runs that are kept here. */
  @property({ attribute: false }) rows: readonly ExperimentSummary[] = [];
  @property({ attribute: false }) first: Opened = 'reading';
  @property({ attribute: false }) second: Opened = 'reading';

  @state() private method: FigureName = 'synthesis';
  #pairs: Pairs | null = null;
  #figures: Readonly<Partial<Record<FigureName, Paired>>> = {};

  static override styles = [
    controls,
    sharedStyle,
    tableStyle, runTableStyle,
    css`
      label {
        min-width: 0;
        max-width: 100%;
        font-size: var(--text-s);
      }
      select {
        width: 100%;
      }
      li {
        font-size: var(--text-s);
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('first') && !changed.has('second')) return;
    const [first, second] = [readOf(this.first), readOf(this.second)];
    const both = first !== null && second !== null && this.beside !== null;
    this.#pairs = both ? pairRuns(answeredOf(first), answeredOf(second)) : null;
    this.#figures = this.#pairs === null ? {} : compareFigures(this.#pairs.pairs);
  }

  override render(): TemplateResult {
    const others = this.rows.filter(({ run, done }) => run.id !== this.run && done > 0);
    return html`<section
      class="sheet ${this.beside === null ? 'controls' : ''}"
      aria-labelledby="heading"
    >
      <div class="bar">
        <h2 id="heading">${tell.compare.heading}</h2>
        ${others.length === 0 ? nothing : this.#choice(others)}
      </div>
      ${others.length === 0 ? html`<p class="facts">${tell.compare.none}</p>` : nothing}
      ${this.beside === null ? nothing : this.#compared()}
    </section>`;
  }

  /** Runs of the same set first: they are the ones that share questions. */
  #choice(others: readonly ExperimentSummary[]): TemplateResult {
    const own = this.rows.find(({ run }) => run.id === this.run)?.set;
    const near = others.toSorted((a, b) => Number(b.set === own) - Number(a.set === own));
    return html`<label
        >${tell.compare.choose}
        <select .value=${live(this.beside ?? '')} @change=${this.#chosen}>
          <option value="" ?selected=${this.beside === null}>${tell.compare.nothing}</option>
          ${near.map(
            ({ run, set, done }) =>
              html`<option value=${run.id} ?selected=${run.id === this.beside}>
                ${[run.name, set, tell.questions(done)].join(' · ')}
              </option>`,
          )}
        </select></label
      >
      ${this.beside === null || this.run === null
        ? nothing
        : html`<a class="s controls" href=${addressOf({ kind: 'run', run: this.run, beside: null })}
            >${tell.compare.end}</a
          >`}`;
  }

  #compared(): TemplateResult {
    const words = tell.compare;
    if (this.second === null) return html`<p class="facts">${tell.run.gone}</p>`;
    const pairs = this.#pairs;
    if (pairs === null) return html`<p class="facts" role="status">${tell.run.reading}</p>`;
    const { onlyFirst, onlySecond } = pairs;
    return html`<p>
        <b>${words.first}:</b> ${this.#name(this.run)} · <b>${words.second}:</b>
        ${this.#name(this.beside)}
      </p>
      ${this.#changes()}
      <p class="facts">
        ${pairs.pairs.length === 0 ? words.noneShared : words.shared(pairs.pairs.length)}
        ${onlyFirst + onlySecond > 0 ? words.only(onlyFirst, onlySecond) : nothing}
      </p>
      ${pairs.pairs.length === 0 ? nothing : html`${this.#table()} ${this.#cautions()} ${this.#list(pairs)}`}`;
  }

  #name(id: RunId | null): string {
    return this.rows.find(({ run }) => run.id === id)?.run.name ?? '';
  }

  #changes(): TemplateResult | typeof nothing {
    const [first, second] = [readOf(this.first)?.plan.recipes, readOf(this.second)?.plan.recipes];
    if (first === undefined || second === undefined) return nothing;
    const changes = recipeChanges(first, second);
    const words = tell.compare;
    if (changes.length === 0) return html`<p class="facts">${words.same}</p>`;
    return html`<h3>${words.differ}</h3>
      <ul>
        ${changes.map(
          ({ name, ...change }) =>
            html`<li>${words.change(words.names[name], change.first, change.second)}</li>`,
        )}
      </ul>`;
  }

  #table(): TemplateResult {
    const { columns } = tell.compare;
    return html`<div class="box" role="region" tabindex="0" aria-label=${tell.compare.table}>
      <table>
        <thead>
          <tr>
            <th scope="col" class="stays">${columns.method}</th>
            <th scope="col" class="number">${columns.questions}</th>
            <th scope="col" class="number">${columns.first}</th>
            <th scope="col" class="number">${columns.second}</th>
            <th scope="col" class="number">${columns.difference}</th>
            <th scope="col" class="number">${columns.only}</th>
            <th scope="col" class="number">${columns.p}</th>
          </tr>
        </thead>
        <tbody>
          ${FIGURE_NAMES.map((name) => this.#row(name))}
        </tbody>
      </table>
    </div>`;
  }

  #row(name: FigureName): TemplateResult | typeof nothing {
    const figures = this.#figures[name];
    if (figures === undefined) return nothing;
    const { questions, first, second, difference, mcnemar } = figures;
    const number = (text: string | null): TemplateResult =>
      html`<td class="number">${text ?? tell.report.nothing}</td>`;
    return html`<tr class=${name === 'synthesis' ? 'reference' : ''}>
      <th scope="row" class="stays">${say.methods.names[name]}</th>
      ${number(count(questions))} ${number(first === null ? null : percent(first))}
      ${number(second === null ? null : percent(second))}
      ${number(difference && tell.report.difference(difference))}
      ${number(mcnemar && `${count(mcnemar.onlyFirst)}, ${count(mcnemar.onlySecond)}`)}
      ${number(mcnemar && tell.compare.chance(mcnemar.exact))}
    </tr>`;
  }

  #cautions(): TemplateResult {
    const cautions = this.#figures.synthesis?.cautions ?? [];
    return html`<ul>
      ${cautions.map(
        (caution) => html`<li><span class="warn">${icon('warn')}</span> ${tell.caution(caution)}</li>`,
      )}
    </ul>`;
  }

  #list({ pairs }: Pairs): TemplateResult {
    const names = FIGURE_NAMES.filter((name) => this.#figures[name] !== undefined);
    return html`<label
        >${tell.compare.method}
        <select
          @change=${(event: Event) => {
            const name = names.find((one) => one === (event.target as HTMLSelectElement).value);
            if (name !== undefined) this.method = name;
          }}
        >
          ${names.map(
            (name) =>
              html`<option value=${name} ?selected=${name === this.method}>
                ${say.methods.names[name]}
              </option>`,
          )}
        </select></label
      >
      <cat-compare-list
        .pairs=${differing(pairs, this.method)}
        .method=${this.method}
      ></cat-compare-list>`;
  }

  #chosen(event: Event): void {
    if (!(event.target instanceof HTMLSelectElement) || this.run === null) return;
    const beside = event.target.value === '' ? null : (event.target.value as RunId);
    location.hash = addressOf({ kind: 'run', run: this.run, beside });
  }
}

const readOf = (opened: Opened): RunEntries | null => (opened === 'reading' ? null : opened);

declare global {
  interface HTMLElementTagNameMap {
    'cat-run-compare': RunCompare;
  }
}
