import type { PropertyValues, TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RunId } from '../../base/id.ts';
import { allAtOnce } from '../../base/steps.ts';
import type { Steps } from '../../base/steps.ts';
import type { Missed } from '../../group/plan.ts';
import { majorityAndSynthesis } from '../../run/compare-runs.ts';
import type { RunEntries } from '../../run/experiments.ts';
import { countUndecided, reportSteps } from '../../run/report.ts';
import { count } from '../format.ts';
import { icon } from '../icon.ts';
import { controls } from '../style/controls.ts';
import { say } from '../text/current.ts';
import { tell } from '../text/experiments.ts';
import { faultText } from '../text/faults.ts';
import { percent } from '../percent.ts';
import { tableStyle } from '../style/table.ts';
import { inTasks, MANY } from './in-tasks.ts';
import { missingOf, reportRows, reportWords } from './report-rows.ts';
import type { Missing, ReportRow } from './report-rows.ts';
import { runTableStyle, sharedStyle } from './style/shared.ts';

/** Missed questions that are named one by one. */
const NAMED = 5;

interface Told {
  readonly run: RunId;
  readonly isScores: boolean;
  readonly questions: number;
  readonly group: number;
  readonly rows: readonly ReportRow[];
  readonly missing: readonly Missing[];
  readonly words: readonly string[];
  readonly cautions: readonly string[];
}

/** What a run came to: every method with its interval, what it costs, and what that means in words. */
@customElement('cat-run-report')
export class RunReport extends LitElement {
  @property({ attribute: false }) run: RunEntries | null = null;

  /** Made once for each state of the run: intervals of thousands of questions take a while. */
  #told: Told | null = null;
  #telling = new AbortController();

  static override styles = [
    controls,
    sharedStyle,
    tableStyle, runTableStyle,
    css`
      .words li {
        margin-top: var(--space-1);
        font-size: var(--text-m);
      }
      .what {
        display: block;
        color: var(--ink-soft);
        font-size: var(--text-xs);
        font-weight: 400;
      }
      .stays {
        min-width: 10rem;
      }
      .cautions li,
      .missed li {
        margin-top: var(--space-1);
        font-size: var(--text-s);
      }
      @media (max-width: 40rem) {
        .what {
          display: none;
        }
        .stays {
          min-width: 7.5rem;
          max-width: 7.5rem;
        }
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { run } = this;
    if (!changed.has('run')) return;
    this.#telling.abort();
    if (run === null || run.entries.length < MANY) {
      this.#told = run === null ? null : allAtOnce(toldSteps(run));
    } else void this.#tellLater(run);
  }

  /** What stood there before stays until then; of another run it would be wrong. */
  async #tellLater(run: RunEntries): Promise<void> {
    if (this.#told?.run !== run.plan.runId) this.#told = null;
    const telling = new AbortController();
    this.#telling = telling;
    await new Promise(requestAnimationFrame);
    const report = await inTasks(toldSteps(run), telling.signal);
    if (telling.signal.aborted) return;
    this.#told = report;
    this.requestUpdate();
  }

  override render(): TemplateResult | typeof nothing {
    const { run } = this;
    const report = this.#told;
    if (run === null) return nothing;
    return html`<section class="sheet" aria-labelledby="heading">
      <h2 id="heading">${tell.report.heading}</h2>
      ${report === null
        ? html`<p class="facts">
            ${run.entries.length === 0 ? tell.run.nothing : tell.create.estimating}
          </p>`
        : html`${this.#words(report)} ${this.#table(report)} ${this.#cautions(report)}`}
      ${run.missed.length === 0 ? nothing : missed(run.missed)}
    </section>`;
  }

  #words({ words, questions, isScores }: Told): TemplateResult {
    const over = isScores ? tell.report.overScores(questions) : tell.report.over(questions);
    return html`<p class="facts">${over} ${tell.report.costHint}</p>
      <ul class="words">
        ${words.map((text) => html`<li>${text}</li>`)}
      </ul>`;
  }

  #table(told: Told): TemplateResult | typeof nothing {
    const { columns } = tell.report;
    if (told.rows.length === 0) return nothing;
    return html`<div class="box" role="region" tabindex="0" aria-label=${tell.report.table}>
      <table>
        <thead>
          <tr>
            <th scope="col" class="stays">${columns.method}</th>
            <th scope="col" class="number">${told.isScores ? columns.score : columns.right}</th>
            <th scope="col" class="number">${columns.interval}</th>
            <th scope="col" class="number">${columns.difference}</th>
            <th scope="col" class="number">${columns.written}</th>
            <th scope="col" class="number">${columns.read}</th>
            <th scope="col" class="number">${columns.time}</th>
            <th scope="col">${columns.notes}</th>
          </tr>
        </thead>
        <tbody>
          ${told.rows.map((row) => this.#row(row, told))}
          ${told.missing.map(
            ({ name, reason }) =>
              html`<tr>
                <th scope="row" class="stays">${say.methods.names[name]}</th>
                <td colspan="7" class="soft">${tell.report.none(reason)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #row({ name, share, interval, difference, cost, noChoice }: ReportRow, told: Told): TemplateResult {
    const words = tell.report;
    const what =
      told.isScores && name === 'oracle' ? say.methods.best : say.methods.what(told.group)[name];
    const number = (text: string | null): TemplateResult =>
      html`<td class="number">${text ?? words.nothing}</td>`;
    return html`<tr class=${name === 'synthesis' ? 'reference' : ''}>
      <th scope="row" class="stays">${say.methods.names[name]}<span class="what">${what}</span></th>
      ${number(percent(share))} ${number(interval && words.interval(interval))}
      ${number(difference && words.difference(difference))} ${number(cost && count(cost.tokens))}
      ${number(cost && count(cost.promptTokens))} ${number(cost && say.methods.seconds(cost.seconds))}
      <td class="notes">${noChoice.map(([reason, n]) => words.noChoice(reason, n)).join('; ')}</td>
    </tr>`;
  }

  #cautions({ cautions }: Told): TemplateResult | typeof nothing {
    if (cautions.length === 0) return nothing;
    return html`<div>
      <h3>${tell.report.cautions}</h3>
      <ul class="cautions">
        ${cautions.map((text) => html`<li><span class="warn">${icon('warn')}</span> ${text}</li>`)}
      </ul>
    </div>`;
  }
}

/** Null before there is an outcome. */
function* toldSteps({ plan, entries }: RunEntries): Steps<Told | null> {
  const recipe = plan.recipes.verifiable ?? plan.recipes.open;
  if (recipe === undefined || entries.length === 0) return null;
  const outcomes = entries.map(({ outcome }) => outcome);
  const report = yield* reportSteps(recipe, outcomes, { tokens: 0, seconds: 0 });
  const pair = majorityAndSynthesis(outcomes);
  const isScores = report.score !== undefined;
  const over = isScores ? 'rubric' : 'truth';
  return {
    run: plan.runId,
    isScores,
    questions: outcomes.filter(({ scored }) => scored === over).length,
    group: recipe.group,
    rows: reportRows(report),
    missing: missingOf(report),
    words: reportWords(report, pair, countUndecided(outcomes)),
    cautions: pair.questions === 0 ? [] : pair.cautions.map(tell.caution),
  };
}

function missed(all: readonly Missed[]): TemplateResult {
  const more = all.length - NAMED;
  return html`<div>
    <p class="s warn">${icon('warn')} ${tell.report.missed(all.length)}</p>
    <ul class="missed">
      ${all.slice(0, NAMED).map(({ index, fault }) => {
        const { what, why } = faultText(fault);
        return html`<li>${tell.report.at(index)}: ${what} ${why}</li>`;
      })}
      ${more > 0 ? html`<li>${tell.report.missedMore(more)}</li>` : nothing}
    </ul>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-run-report': RunReport;
  }
}
