import type { PropertyValues, TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { GroupId } from '../../base/id.ts';
import type { Rubric } from '../../reward/rubric/rubric.ts';
import { verdictsOf } from '../../run/evidence.ts';
import { callsLeft } from '../../run/judging.ts';
import { REPEATS_BOUND } from '../../run/settings.ts';
import { assessProgress, assessStyle } from './assess-progress.ts';
import type { GroupView } from '../group-state.ts';
import { icon } from '../icon.ts';
import { intend } from '../intent.ts';
import type { JudgeState } from './judge-controller.ts';
import { judgeLine, judgeStyle } from './judge-line.ts';
import './rubric-criteria.ts';
import './rubric-evidence.ts';
import './rubric-matrix.ts';
import type { CellChoice, Place, RubricMatrix } from './rubric-matrix.ts';
import { mostRepeats, rubricView } from './rubric-view.ts';
import type { CellView, RubricView } from './rubric-view.ts';
import { controls, headings } from '../style/controls.ts';
import { foldStyle, wordsStyle } from '../style/evidence.ts';
import { panelStyle } from '../style/rubric-panel.ts';
import { say } from '../text/current.ts';
import type { Written } from '../written-in.ts';
import { writtenIn } from '../written-in.ts';

/** An open question's criteria and verdicts: who judged, how far it is, and what can be changed. */
@customElement('cat-rubric-panel')
export class RubricPanel extends LitElement {
  @property({ attribute: false }) group: GroupView | null = null;
  /** Something is being worked on: nothing else can be started or changed. */
  @property({ type: Boolean }) running = false;
  /** The judge of what is judged next. */
  @property({ attribute: false }) judge: JudgeState = { kind: 'none' };
  /** What the verdicts come to may be told. */
  @property({ type: Boolean }) rewarded = true;

  @state() private chosen: Place | null = null;
  @query('cat-rubric-matrix') private matrix!: RubricMatrix | null;

  /** Made once for each group as it comes. */
  #view: RubricView | null = null;
  #shown: GroupId | null = null;

  static override styles = [
    controls,
    headings,
    assessStyle,
    judgeStyle,
    foldStyle,
    wordsStyle,
    panelStyle,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('group')) return;
    this.#view = this.group && rubricView(this.group);
    const id = this.group?.id ?? null;
    if (id !== this.#shown) this.chosen = null;
    this.#shown = id;
  }

  /** The evidence of a cell may stand below a table that fills the window. */
  protected override updated(changed: PropertyValues<this>): void {
    if (!(changed as Map<PropertyKey, unknown>).has('chosen') || this.chosen === null) return;
    const evidence = this.renderRoot.querySelector('cat-rubric-evidence');
    void evidence?.updateComplete.then(() => evidence.scrollIntoView({ block: 'nearest' }));
  }

  override render(): TemplateResult {
    const view = this.#view;
    const written = writtenIn(this.group?.recipe.anchor);
    return html`<section class="sheet" aria-labelledby="heading">
      <div class="heading">
        <span class="step" aria-hidden="true">5</span>
        <h2 id="heading">${say.rubric.heading}</h2>
        <p>${say.rubric.hint}</p>
      </div>
      ${judgeLine({
        recipe: this.group?.recipe ?? null,
        judge: this.judge,
        busy: this.running,
        cancel: () => intend(this, 'cat-judge-unload', null),
      })}
      ${this.#progress()}
      ${view === null
        ? html`<p class="empty">${this.#waiting()}</p>`
        : html`${view.rubric.criteria.length === 0
              ? html`<p class="empty">${say.rubric.none.unusable}</p>`
              : html`${this.#totals(view)} ${this.#table(view)} ${this.#actions(view)}`}
            <cat-rubric-criteria
              .group=${this.group?.id ?? null}
              .rubric=${view.rubric}
              .anchor=${this.group?.recipe.anchor}
              .locked=${this.#isLocked()}
            ></cat-rubric-criteria>
            ${refused(view.rubric, written)} ${proposals(view.rubric, written)}`}
    </section>`;
  }

  #waiting(): string {
    const group = this.group;
    if (group === null) return say.rubric.empty;
    if (group.status === 'running') return say.rubric.waiting;
    return group.status === 'stopped' ? say.rubric.none.stopped : say.rubric.none.failed;
  }

  #progress(): TemplateResult | typeof nothing {
    const assessing = this.group?.assessing ?? null;
    if (assessing === null || (assessing.job !== 'rubric' && assessing.job !== 'verdicts')) {
      return nothing;
    }
    const { done, total, job } = assessing;
    const words = say.rubric.progress;
    const text = job === 'rubric' ? words.rubric : words.verdicts(done, total);
    return assessProgress(assessing, words.label, text, () => intend(this, 'cat-stop', null));
  }

  /** What cannot be read is said as long as there is any of it, and that there is none as well. */
  #totals({ totals, scores }: RubricView): TemplateResult {
    const words = say.rubric.totals;
    const { yes, no, unreadable, missing, overruled } = totals;
    const ties = scores?.ties ?? 0;
    const agreement = scores?.agreement ?? null;
    return html`<ul class="totals s">
      <li>${icon('right')}${words.yes(yes)}</li>
      <li>${icon('wrong')}${words.no(no)}</li>
      <li class=${unreadable > 0 ? 'warn' : ''} title=${say.rubric.unreadableWhy}>
        ${icon('unclear')}${words.unreadable(unreadable)}
      </li>
      ${missing === 0 ? nothing : html`<li>${icon('none')}${words.missing(missing)}</li>`}
      ${overruled === 0 ? nothing : html`<li>${words.overruled(overruled)}</li>`}
      ${agreement === null ? nothing : html`<li>${words.agreement(agreement)}</li>`}
      ${ties === 0 ? nothing : html`<li>${words.ties(ties)}</li>`}
    </ul>`;
  }

  #table(view: RubricView): TemplateResult {
    const cell = this.#cell(view);
    return html`<div class="table ${cell === null ? '' : 'open'}">
      <cat-rubric-matrix
        .view=${view}
        .chosen=${this.chosen}
        .anchor=${this.group?.recipe.anchor}
        .running=${this.#isJudging()}
        .rewarded=${this.rewarded}
        .advantages=${this.group?.evaluation?.advantages ?? null}
        @cat-cell=${this.#choose}
      ></cat-rubric-matrix>
      ${cell === null
        ? nothing
        : html`<cat-rubric-evidence
            .cell=${cell}
            .criterion=${view.rubric.criteria[cell.criterion] ?? null}
            .recipe=${this.group?.recipe ?? null}
            .running=${this.#isJudging()}
            .locked=${this.#isLocked()}
            @cat-cell-close=${this.#close}
          ></cat-rubric-evidence>`}
    </div>`;
  }

  /** What can be asked of the judge besides: the missing verdicts, and each of them once more. */
  #actions(view: RubricView): TemplateResult | typeof nothing {
    const { group } = this;
    if (group === null || this.#isJudging() || group.status === 'running') return nothing;
    const verdicts = verdictsOf(group.evidence);
    const repeats = mostRepeats(verdicts);
    const calls = (times: number): number => callsLeft(group, view.rubric, verdicts, times);
    const missing = calls(Math.max(1, group.recipe.judging?.repeats ?? 1));
    const again = calls(repeats + 1);
    return html`<p class="actions">
      ${missing === 0
        ? nothing
        : html`<button
            class="small"
            type="button"
            ?disabled=${this.#isLocked()}
            @click=${() => intend(this, 'cat-judge', { group: group.id })}
          >
            ${say.rubric.judge(missing)}
          </button>`}
      ${again === 0 || repeats === 0 || repeats >= REPEATS_BOUND.high
        ? nothing
        : html`<button
            class="small"
            type="button"
            ?disabled=${this.#isLocked()}
            @click=${() => {
              const judging = { repeats: repeats + 1, permute: true };
              intend(this, 'cat-judge', { group: group.id, judging });
            }}
          >
            ${say.rubric.repeat(again)}
          </button>`}
    </p>`;
  }

  #isJudging(): boolean {
    return this.group?.status === 'running' || (this.group?.assessing ?? null) !== null;
  }

  #isLocked(): boolean {
    return this.running || this.#isJudging();
  }

  #cell(view: RubricView): CellView | null {
    const { chosen } = this;
    return chosen === null ? null : (view.rows[chosen.row]?.[chosen.column] ?? null);
  }

  /** The same cell again closes its evidence. */
  #choose({ detail }: CellChoice): void {
    const { chosen } = this;
    const same = chosen?.row === detail.row && chosen.column === detail.column;
    this.chosen = same ? null : detail;
  }

  #close(): void {
    this.chosen = null;
    this.matrix?.focus();
  }
}

function refused({ refused: lines }: Rubric, written: Written): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  return html`<details class="s">
    <summary>${say.rubric.refused(lines.length)}</summary>
    <ul class="lines">
      ${lines.map(
        ({ text, why }) => html`<li>
          <span class="quoted" lang=${written}>${text}</span> <span class="soft">${say.rubric.why[why]}</span>
        </li>`,
      )}
    </ul>
  </details>`;
}

const proposals = ({ proposals: calls }: Rubric, written: Written): TemplateResult | typeof nothing =>
  calls.length === 0
    ? nothing
    : html`<details class="s">
        <summary>${say.rubric.proposal}</summary>
        ${calls.map(
          ({ text, tokens, promptTokens, seconds }) => html`<p class="xs soft">
              ${say.rubric.evidence.cost(tokens, promptTokens, seconds)}
            </p>
            <pre tabindex="0" dir="auto" lang=${written}>${text}</pre>`,
        )}
      </details>`;

declare global {
  interface HTMLElementTagNameMap {
    'cat-rubric-panel': RubricPanel;
  }
}
