import type { PropertyValues, TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { RunId } from '../../base/id.ts';
import type { ExperimentSummary, ScaleEstimate } from '../../run/experiments.ts';
import { judgesItself } from '../../run/judging.ts';
import { when } from '../format.ts';
import { addressOf } from '../place.ts';
import type { RunProgress } from '../state.ts';
import { controls } from '../style/controls.ts';
import { tell } from '../text/experiments.ts';
import { askAnew } from './anew.ts';
import { filterBar, filterBarStyle } from './filter-bar.ts';
import { linkFilters, NO_FILTERS } from './linked-filters.ts';
import type { Filters, Linked } from './linked-filters.ts';
import type { InFlight } from './live-run.ts';
import { nowOf, removeAction } from './run-actions.ts';
import './run-charts.ts';
import './run-export.ts';
import './run-groups.ts';
import './run-name.ts';
import './run-progress.ts';
import './run-report.ts';
import './run-scale.ts';
import type { Opened } from './runs-controller.ts';
import type { Scaling } from './scale-controller.ts';
import { sharedStyle } from './style/shared.ts';

/** One run: how far it is, what it came to, the pictures, and the questions behind them. */
@customElement('cat-run-view')
export class RunView extends LitElement {
  @property({ attribute: false }) run: RunId | null = null;
  /** What the list says of it; null while that is read, or where there is none such. */
  @property({ attribute: false }) row: ExperimentSummary | null = null;
  @property({ attribute: false }) opened: Opened = 'reading';
  /** What goes on in this tab, whichever run it is. */
  @property({ attribute: false }) now: RunProgress | null = null;
  @property({ attribute: false }) inFlight: readonly InFlight[] = [];
  /** Of the synthesis of smaller groups: what it would take, and how far it is. */
  @property({ attribute: false }) estimate: ScaleEstimate | null = null;
  @property({ attribute: false }) scaling: Scaling | null = null;

  @state() private filters: Filters = NO_FILTERS;
  #linked: Linked = linkFilters([], NO_FILTERS);

  static override styles = [
    controls,
    sharedStyle,
    filterBarStyle,
    css`
      :host {
        display: grid;
        gap: var(--space-3);
      }
      .head {
        display: grid;
        gap: var(--space-1);
      }
      h2 {
        font-family: var(--font-book);
        font-size: var(--text-l);
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('run')) this.filters = NO_FILTERS;
    const isMoved = (['opened', 'filters', 'run'] as const).some((name) =>
      (changed as ReadonlyMap<string, unknown>).has(name),
    );
    if (isMoved) this.#linked = linkFilters(this.#run()?.entries ?? [], this.filters);
  }

  /** Where the focus goes when one comes here. */
  override focus(): void {
    this.renderRoot.querySelector('h2')?.focus();
  }

  override render(): TemplateResult {
    const { run, row, opened } = this;
    const back = html`<p class="controls">
      <a class="s" href=${addressOf({ kind: 'experiments' })}>${tell.back}</a>
    </p>`;
    if (opened === null || run === null) {
      return html`${back}
        <div class="sheet" role="status">
          <p>${tell.run.gone}</p>
          <p class="facts">${tell.run.goneHint}</p>
        </div>`;
    }
    return html`${back} ${row === null ? nothing : this.#head(nowOf(row, this.now))}
    ${opened === 'reading'
      ? html`<p class="s soft" role="status">${tell.run.reading}</p>`
      : this.#body()}`;
  }

  #head(row: ExperimentSummary): TemplateResult {
    const { run, set, recipes } = row;
    const recipe = recipes.verifiable ?? recipes.open;
    return html`<section class="sheet" aria-labelledby="heading">
      <div class="bar">
        <cat-run-name .run=${run.id} .name=${run.name}
          ><h2 id="heading" tabindex="-1">${run.name}</h2></cat-run-name
        >
        <span class="bar far">
          ${this.#anew()}
          <button class="small" type="button" @click=${() => print()}>${tell.actions.print}</button>
          ${removeAction(this, run)}
        </span>
      </div>
      <p class="facts">
        ${[
          tell.run.from(set),
          ...(recipe === undefined ? [] : tell.run.facts(recipe)),
          ...(recipes.open === undefined ? [] : [tell.run.judge(recipes.open.judge.model, judgesItself(recipes.open))]),
          tell.run.begun(when(run.createdAt)),
        ].join(' · ')}
      </p>
      <cat-run-progress
        .row=${row}
        .secondsLeft=${this.now?.id === run.id ? this.now.secondsLeft : null}
        .inFlight=${this.inFlight}
      ></cat-run-progress>
      <cat-run-export .run=${run.id} .name=${run.name}></cat-run-export>
    </section>`;
  }

  #anew(): TemplateResult | typeof nothing {
    const { plan } = this.#run() ?? {};
    if (plan === undefined) return nothing;
    return html`<button
      class="small"
      type="button"
      title=${tell.actions.anewHint}
      @click=${() => askAnew(this, plan)}
    >
      ${tell.actions.anew}
    </button>`;
  }

  #body(): TemplateResult {
    const run = this.#run();
    if (run === null) return html`${nothing}`;
    return html`<cat-run-report .run=${run}></cat-run-report>
      ${filterBar(this.filters, (filters) => (this.filters = filters))}
      <cat-run-charts
        .entries=${run.entries}
        .filters=${this.filters}
        .linked=${this.#linked}
        @cat-filters=${({ detail }: CustomEvent<Filters>) => (this.filters = detail)}
        >${this.#scale(run)}</cat-run-charts
      >
      <cat-run-groups
        .plan=${run.plan}
        .entries=${this.#linked.listed}
        .all=${run.entries.length}
      ></cat-run-groups>`;
  }

  /** Of open questions there is no curve. */
  #scale({ plan, entries }: Exclude<Opened, string | null>): TemplateResult | typeof nothing {
    const { verifiable } = plan.recipes;
    if (verifiable === undefined) return nothing;
    return html`<cat-run-scale
      slot="scaling"
      .run=${plan.runId}
      .group=${verifiable.group}
      .done=${entries.length}
      .estimate=${this.estimate}
      .scaling=${this.scaling}
      ?busy=${this.now !== null}
    ></cat-run-scale>`;
  }

  #run(): Exclude<Opened, string | null> | null {
    return this.opened === 'reading' ? null : this.opened;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-run-view': RunView;
  }
}
