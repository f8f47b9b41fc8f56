import type { PropertyValues, TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { allAtOnce } from '../../base/steps.ts';
import type { Steps } from '../../base/steps.ts';
import type { Entry } from '../../group/plan.ts';
import type { Bin, Distribution, Measure } from '../../group/picture/distribution.ts';
import type { MethodsPicture } from '../../group/picture/methods.ts';
import type { QuadrantsPicture } from '../../group/picture/quadrants.ts';
import type { ScalingPicture } from '../../group/picture/scaling.ts';
import {
  binsOf,
  distributionOfWays,
  methodsPictureSteps,
  quadrantsPicture,
  scalingPictureSteps,
  scoringsOf,
  waysOf,
} from '../../run/pictures.ts';
import type { Quadrant } from '../../stats/quadrants.ts';
import type { Chart } from '../chart/chart.ts';
import { costChart } from '../chart/cost.ts';
import { distributionChart, isSameBin } from '../chart/distribution.ts';
import '../chart/frame.ts';
import { methodsChart } from '../chart/methods.ts';
import { quadrantsChart } from '../chart/quadrants.ts';
import { scalingChart } from '../chart/scaling.ts';
import { controls } from '../style/controls.ts';
import { label } from '../text/charts.ts';
import { inTasks, MANY } from './in-tasks.ts';
import { isFiltered, linkFilters, NO_FILTERS } from './linked-filters.ts';
import type { Filters, Linked } from './linked-filters.ts';

interface Pictures extends Readonly<Record<Measure, Distribution>> {
  readonly scaling: ScalingPicture;
  readonly methods: MethodsPicture;
  readonly quadrants: QuadrantsPicture;
  readonly allWrong: QuadrantsPicture;
}

type Way = MethodsPicture['scored'];

type Charts = Readonly<Record<'scaling' | 'methods' | 'cost' | 'quadrants' | Measure, Chart>>;

/**
 * The pictures of a run. It holds no filter: it sends `cat-filters` with all filters as they are to
 * be, and is told of them as `filters` with what passes them as `linked`. What is slotted as `scaling`
 * stands below the curve of accuracy against G.
 */
@customElement('cat-run-charts')
export class RunCharts extends LitElement {
  /** All of the run, whatever the filters are. */
  @property({ attribute: false }) entries: readonly Entry[] = [];
  @property({ attribute: false }) filters: Filters = NO_FILTERS;
  /** `linkFilters(entries, filters)`. */
  @property({ attribute: false }) linked: Linked = linkFilters([], NO_FILTERS);

  @state() private paper = false;
  /** How the questions of the methods' pictures are scored, where a person has chosen. */
  @state() private scored: Way | null = null;

  /** In which the run's questions are scored; of two or more one is shown at a time. */
  #ways: readonly Way[] = [];
  #bins: Readonly<Record<Measure, readonly Bin[]>> = { reward: [], advantage: [] };
  /** Counted anew only as the entries or the filters change. */
  #pictures: Pictures | null = null;
  #charts: Charts | null = null;
  #counting = new AbortController();

  static override styles = [
    controls,
    css`
      :host {
        container-type: inline-size;
      }
      .charts {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
      }
      @container (min-width: 60rem) {
        .charts {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: var(--space-2);
        font-size: var(--text-s);
      }
      .ways {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-1) var(--space-3);
      }
      input {
        width: 1.125rem;
        height: 1.125rem;
        min-height: 0;
        margin: 0;
        accent-color: var(--act);
      }
      @media print {
        label,
        .ways,
        button {
          display: none;
        }
      }
      button[aria-pressed] {
        max-width: 100%;
        padding: var(--space-1) var(--space-2);
        white-space: normal;
        text-align: start;
      }
      button[aria-pressed='true'] {
        border: 2px solid var(--ink);
        background: var(--chalk);
        color: var(--chalk-ink);
        font-weight: 650;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('entries')) {
      this.#ways = scoringsOf(this.entries.map(({ outcome }) => outcome));
      this.#bins = { reward: binsOf('reward', this.entries), advantage: binsOf('advantage', this.entries) };
    }
    if (['entries', 'linked', 'scored'].some((name) => (changed as ReadonlyMap<string, unknown>).has(name))) {
      const isSame = changed.get('entries')?.[0]?.runId === this.entries[0]?.runId;
      this.#count(changed.has('entries') && !isSame);
    }
    this.#charts = this.#pictures === null ? null : this.#draw(this.#pictures);
  }

  override render(): TemplateResult | typeof nothing {
    const charts = this.#charts;
    if (this.entries.length === 0 || charts === null || this.#pictures === null) return nothing;
    const { allWrong, rescued } = this.#pictures.allWrong;
    // Of open questions alone there is no share of right answers, and nothing to vote on.
    const isOpen = this.#ways.length > 0 && !this.#ways.includes('truth');
    return html`<div class="charts">
      ${isOpen ? nothing : html`<cat-chart .chart=${charts.scaling}>
        <label
          ><input
            type="checkbox"
            .checked=${this.paper}
            @change=${(event: Event) => (this.paper = (event.target as HTMLInputElement).checked)}
          />${label.scaling.paper}</label
        >
        <slot name="scaling"></slot>
      </cat-chart>`}
      <cat-chart .chart=${charts.methods}>${this.#scoredBy(this.#pictures.methods)}</cat-chart>
      <cat-chart .chart=${charts.cost}></cat-chart>
      ${isOpen ? nothing : html`<cat-chart
        .chart=${charts.quadrants}
        @cat-choose=${({ detail }: CustomEvent<string>) => this.#chooseQuadrant(detail as Quadrant)}
      >
        <button
          class="small"
          type="button"
          aria-pressed=${this.filters.allWrong ? 'true' : 'false'}
          ?disabled=${allWrong.length === 0 && !this.filters.allWrong}
          @click=${() => this.#set({ allWrong: !this.filters.allWrong })}
        >
          ${label.quadrants.allWrong(allWrong.length, rescued.length)}
        </button>
      </cat-chart>`}
      ${(['reward', 'advantage'] as const).map(
        (measure) =>
          html`<cat-chart
            .chart=${charts[measure]}
            @cat-choose=${({ detail }: CustomEvent<string>) => this.#chooseBin(measure, Number(detail))}
          ></cat-chart>`,
      )}
    </div>`;
  }

  /** Right answers, points and rewards are no figures of one kind, and never in one picture. */
  #scoredBy({ scored }: MethodsPicture): TemplateResult | typeof nothing {
    if (this.#ways.length < 2) return nothing;
    return html`<div class="ways" role="radiogroup" aria-label=${label.methods.scoredBy}>
      <span class="s soft">${label.methods.scoredBy}</span>
      ${this.#ways.map(
        (way) =>
          html`<label
            ><input
              type="radio"
              name="scored"
              .checked=${live(way === scored)}
              @change=${() => (this.scored = way)}
            />${label.methods.ways[way]}</label
          >`,
      )}
    </div>`;
  }

  /** Of many questions in tasks of their own, until which what stood there stays, unless of `another` run. */
  #count(another: boolean): void {
    this.#counting.abort();
    const steps = picturesSteps(this.linked, this.#bins, this.scored);
    if (this.entries.length < MANY) {
      this.#pictures = allAtOnce(steps);
      return;
    }
    if (another) this.#pictures = null;
    const counting = new AbortController();
    this.#counting = counting;
    void inTasks(steps, counting.signal).then((pictures) => {
      if (pictures === null) return;
      this.#pictures = pictures;
      this.requestUpdate();
    });
  }

  #draw({ scaling, methods, quadrants, reward, advantage }: Pictures): Charts {
    const { filters } = this;
    const { listed, seenBy } = this.linked;
    // That none passes the filters is no want of known answers.
    const among = (seen: readonly Entry[], chart: Chart): Chart =>
      chart.empty !== null && seen.length === 0 ? { ...chart, caption: '', empty: label.nothing } : chart;
    const shares = (chart: Chart): Chart =>
      among(listed, isFiltered(filters) ? { ...chart, cautions: [label.selected, ...chart.cautions] } : chart);
    return {
      scaling: shares(scalingChart(scaling, { paper: this.paper })),
      methods: shares(methodsChart(methods)),
      cost: shares(costChart(methods, scaling)),
      quadrants: among(seenBy.quadrant, quadrantsChart(quadrants, filters.quadrant)),
      reward: distributionChart(reward, filters.reward),
      advantage: distributionChart(advantage, filters.advantage),
    };
  }

  #chooseQuadrant(quadrant: Quadrant): void {
    this.#set({ quadrant: quadrant === this.filters.quadrant ? null : quadrant });
  }

  #chooseBin(measure: Measure, at: number): void {
    const { from, to, closed } = this.#bins[measure][at] ?? { from: NaN, to: NaN, closed: false };
    const bin = { from, to, closed };
    this.#set({ [measure]: isSameBin(bin, this.filters[measure]) ? null : bin });
  }

  #set(change: Partial<Filters>): void {
    const detail: Filters = { ...this.filters, ...change };
    this.dispatchEvent(new CustomEvent('cat-filters', { detail, bubbles: true, composed: true }));
  }
}

function* picturesSteps(
  { listed, seenBy }: Linked,
  bins: Readonly<Record<Measure, readonly Bin[]>>,
  scored: Way | null,
): Steps<Pictures> {
  const scaling = yield* scalingPictureSteps(listed);
  const methods = yield* methodsPictureSteps(listed, scored);
  const quadrants = quadrantsPicture(seenBy.quadrant);
  const allWrong = seenBy.allWrong === seenBy.quadrant ? quadrants : quadrantsPicture(seenBy.allWrong);
  yield;
  const ways = waysOf(seenBy.reward);
  yield;
  const reward = distributionOfWays('reward', ways, bins.reward);
  yield;
  const others = seenBy.advantage === seenBy.reward ? ways : waysOf(seenBy.advantage);
  const advantage = distributionOfWays('advantage', others, bins.advantage);
  return { scaling, methods, quadrants, allWrong, reward, advantage };
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-run-charts': RunCharts;
  }
  interface HTMLElementEventMap {
    /** All filters of the pictures as they are to be. */
    'cat-filters': CustomEvent<Filters>;
  }
}
