import type { PropertyValues, TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RunId } from '../../base/id.ts';
import { allAtOnce } from '../../base/steps.ts';
import type { Steps } from '../../base/steps.ts';
import type { Outcome } from '../../group/outcome.ts';
import type { Missed } from '../../group/plan.ts';
import { majorityAndSynthesis } from '../../run/compare-runs.ts';
import type { RunEntries } from '../../run/experiments.ts';
import { cautionsOf, countUndecided, leftOut, reportSteps } from '../../run/report.ts';
import type { Scored } from '../../run/report.ts';
import type { Caution } from '../../stats/caution.ts';
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

/** The methods over the questions that are scored alike. */
interface Part extends Pick<Scored, 'scored' | 'over'> {
  readonly rows: readonly ReportRow[];
  readonly missing: readonly Missing[];
}

interface Told {
  readonly run: RunId;
  readonly group: number;
  /** Right answers and rewards stand in tables of their own. */
  readonly parts: readonly Part[];
  /** Questions that are in none of them. */
  readonly left: number;
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
        : html`${this.#words(report)} ${this.#tables(report)} ${this.#cautions(report)}`}
      ${run.missed.length === 0 ? nothing : missed(run.missed)}
    </section>`;
  }

  #words({ words }: Told): TemplateResult {
    return html`<ul class="words">
      ${words.map((text) => html`<li>${text}</li>`)}
    </ul>`;
  }

  #tables({ parts, group, left }: Told): TemplateResult {
    return html`${parts.map((part) => this.#table(part, group))}
      <p class="facts">${left > 0 ? tell.report.left(left) : nothing} ${tell.report.costHint}</p>`;
  }

  #table(part: Part, group: number): TemplateResult {
    const { columns } = tell.report;
    const over = tell.report.over[part.scored](part.over);
    const facts = html`<p class="facts">${over}</p>`;
    if (part.rows.length === 0) return facts;
    return html`${facts}
      <div class="box" role="region" tabindex="0" aria-label=${tell.report.table(over)}>
        <table>
          <thead>
            <tr>
              <th scope="col" class="stays">${columns.method}</th>
              <th scope="col" class="number">${columns.scored[part.scored]}</th>
              <th scope="col" class="number">${columns.interval}</th>
              <th scope="col" class="number">${columns.difference}</th>
              <th scope="col" class="number">${columns.written}</th>
              <th scope="col" class="number">${columns.read}</th>
              <th scope="col" class="number">${columns.time}</th>
              <th scope="col">${columns.notes}</th>
            </tr>
          </thead>
          <tbody>
            ${part.rows.map((row) => this.#row(row, part, group))}
            ${part.missing.map(
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

  #row(row: ReportRow, { scored }: Part, group: number): TemplateResult {
    const { name, share, interval, difference, cost, noChoice } = row;
    const words = tell.report;
    const isBest = scored !== 'truth' && name === 'oracle';
    const what = isBest ? say.methods.best : say.methods.what(group)[name];
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
  return {
    run: plan.runId,
    group: recipe.group,
    parts: [report, ...(report.others ?? [])].map((part) => ({
      scored: part.scored,
      over: part.over,
      rows: reportRows(part),
      missing: missingOf(part),
    })),
    left: leftOut(report),
    words: reportWords(report, pair, countUndecided(outcomes)),
    cautions: (pair.questions === 0 ? openCautions(outcomes, report) : pair.cautions).map(tell.caution),
  };
}

/** Without a vote the synthesis is held against a single answer. */
const openCautions = (outcomes: readonly Outcome[], report: Scored): readonly Caution[] =>
  report.over === 0 ? [] : (cautionsOf(outcomes, report).differences.single ?? []);

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
