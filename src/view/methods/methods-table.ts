import type { PropertyValues, TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { GroupId } from '../../base/id.ts';
import type { FigureName } from '../../group/figures.ts';
import { assessProgress, assessStyle } from '../rubric/assess-progress.ts';
import { count, decimals } from '../format.ts';
import type { GroupView } from '../group-state.ts';
import { icon } from '../icon.ts';
import { intend } from '../intent.ts';
import { evidenceStyle, hasEvidence, methodEvidence } from './methods-evidence.ts';
import { methodRows } from './methods-rows.ts';
import type { MethodRow } from './methods-rows.ts';
import { controls, headings } from '../style/controls.ts';
import { wordsStyle } from '../style/evidence.ts';
import { methodsStyle } from '../style/methods.ts';
import { tableStyle } from '../style/table.ts';
import { say } from '../text/current.ts';

const COLUMNS = 7;

/** Every way to one answer in a row: what it chose, whether that is right, what it cost, and why. */
@customElement('cat-methods-table')
export class MethodsTable extends LitElement {
  @property({ attribute: false }) group: GroupView | null = null;

  /** The method whose evidence is shown. */
  @state() private shown: FigureName | null = null;

  /** Made once for each group as it comes. */
  #rows: readonly MethodRow[] = [];
  #of: GroupId | null = null;

  static override styles = [controls, headings, assessStyle, wordsStyle, evidenceStyle, tableStyle, methodsStyle];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('group')) return;
    this.#rows = this.group === null ? [] : methodRows(this.group);
    const id = this.group?.id ?? null;
    if (id !== this.#of) this.shown = null;
    this.#of = id;
  }

  /** Nothing before there is something to compare, so that a newcomer meets four steps and no table. */
  override render(): TemplateResult | typeof nothing {
    const { group } = this;
    if (group === null) return nothing;
    const progress = this.#progress(group);
    if (this.#rows.length === 0 && progress === nothing) return nothing;
    const open = group.question.kind === 'open';
    return html`<section class="sheet" aria-labelledby="heading">
      <div class="heading">
        <span class="step" aria-hidden="true">${open ? 6 : 5}</span>
        <h2 id="heading">${say.methods.heading}</h2>
        <p>${say.methods.hint}</p>
        <button class="small" type="button" @click=${() => intend(this, 'cat-methods', null)}>
          ${icon('settings')}${say.methods.settings}
        </button>
      </div>
      ${progress} ${this.#rows.length === 0 ? nothing : this.#table(group, open)}
    </section>`;
  }

  #progress({ assessing }: GroupView): TemplateResult | typeof nothing {
    if (assessing === null) return nothing;
    const { job, done, total } = assessing;
    if (job === 'rubric' || job === 'verdicts' || job === 'smaller-synthesis') return nothing;
    const text = say.methods.progress(say.methods.names[job], done, total);
    const stop = (): void => intend(this, 'cat-stop', null);
    return assessProgress(assessing, say.methods.progressLabel, text, stop);
  }

  #table(group: GroupView, open: boolean): TemplateResult {
    const { columns } = say.methods;
    return html`<div class="box" role="region" tabindex="0" aria-label=${say.methods.table}>
      <table>
        <thead>
          <tr>
            <th scope="col">${columns.method}</th>
            <th scope="col">${columns.chose}</th>
            <th scope="col">${scoreHead(group)}</th>
            <th scope="col" class="number">${columns.written}</th>
            <th scope="col" class="number">${columns.read}</th>
            <th scope="col" class="number">${columns.time}</th>
            <th scope="col">${columns.why}</th>
          </tr>
        </thead>
        <tbody>
          ${this.#rows.map((row) => this.#row(row, group, open))}
        </tbody>
      </table>
    </div>`;
  }

  #row(row: MethodRow, group: GroupView, open: boolean): TemplateResult {
    const { name, cost, reason } = row;
    const g = group.recipe.group;
    const what = open && name === 'oracle' ? say.methods.best : say.methods.what(g)[name];
    const isShown = this.shown === name;
    const number = (value: number | undefined, text: (value: number) => string): TemplateResult =>
      html`<td class="number">${value === undefined ? say.methods.nothing : text(value)}</td>`;
    return html`<tr class=${name === 'synthesis' ? 'reference' : ''}>
        <th scope="row">
          ${say.methods.names[name]}<span class="what">${what}</span>
        </th>
        ${reason === null
          ? html`<td>${this.#choice(row, group)}</td>
              <td>${open ? reward(row) : right(row)}</td>`
          : html`<td colspan="2" class="soft why">${whyNone(row)}</td>`}
        ${number(cost?.tokens, count)} ${number(cost?.promptTokens, count)}
        ${number(cost?.seconds, say.methods.seconds)}
        <td>${this.#evidence(row, isShown)}</td>
      </tr>
      ${isShown && row.selection !== null
        ? html`<tr class="shown">
            <td colspan=${COLUMNS}>${methodEvidence(row.selection)}</td>
          </tr>`
        : nothing}`;
  }

  /** What it chose, with the way to it. */
  #choice({ name, index, answer }: MethodRow, group: GroupView): TemplateResult {
    const { evaluation, recipe } = group;
    const words = say.methods;
    if (name === 'oracle' && evaluation?.truth !== undefined) {
      const hits = evaluation.truth.rollouts.filter((one) => one === 'equal').length;
      return html`${words.oracle(hits, recipe.group)}`;
    }
    const value = answer === null ? nothing : html`<span class="answer" title=${answer}>${answer}</span>`;
    if (index === null) return html`${answer === null ? words.nothing : value}`;
    return html`<button
        class="bare"
        type="button"
        @click=${() => intend(this, 'cat-show', index)}
      >
        ${words.answer(index)}</button
      >${value}`;
  }

  #evidence({ name, selection }: MethodRow, isShown: boolean): TemplateResult | typeof nothing {
    if (selection === null || !hasEvidence(selection)) return nothing;
    const words = say.methods.evidence;
    return html`<button
      class="bare"
      type="button"
      aria-expanded=${isShown ? 'true' : 'false'}
      aria-label=${words.show(say.methods.names[name])}
      @click=${() => (this.shown = isShown ? null : name)}
    >
      ${words.word}
    </button>`;
  }
}

/** A data set's own rubric scores the answers, where the question brought one. */
function scoreHead({ question, evaluation }: GroupView): string {
  const { columns } = say.methods;
  if (question.kind === 'verifiable') return columns.right;
  return evaluation?.rubric?.given === undefined ? columns.score : say.rubric.given;
}

/** Of a single answer and of the oracle the share, of all others the word. */
function right({ name, equality, score }: MethodRow): TemplateResult {
  const words = say.methods;
  if (name === 'single' && score !== null) return html`${words.share(score)}`;
  const said = name === 'oracle' && score !== null ? (score === 1 ? 'equal' : 'different') : equality;
  switch (said) {
    case null:
      return html`<span class="soft">${words.unknown}</span>`;
    case 'equal':
      return html`<span class="mark right">${icon('right')}${words.right}</span>`;
    case 'different':
      return html`<span class="mark wrong">${icon('wrong')}${words.wrong}</span>`;
    case 'undecided':
      return html`<span class="mark">${words.undecided}</span>`;
    default:
      return said satisfies never;
  }
}

const reward = ({ score }: MethodRow): TemplateResult =>
  score === null
    ? html`<span class="soft">${say.methods.unknown}</span>`
    : html`${decimals(score)}`;

function whyNone({ name, reason, equality }: MethodRow): TemplateResult {
  const words = say.methods;
  if (reason === null) return html`${nothing}`;
  const text = name === 'perplexity' && reason === 'no-score' ? words.noOwnScores : words.why[reason];
  // No answer at all counts as a wrong one, where the right one is known.
  return equality === null || equality === 'equal'
    ? html`${text}`
    : html`${text} <span class="mark wrong">${icon('wrong')}${words.wrong}</span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-methods-table': MethodsTable;
  }
}
