import type { PropertyValues, TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { RunId } from '../../base/id.ts';
import type { AllowHost } from '../../engine/gate.ts';
import type { LoadedModel } from '../../engine/model.ts';
import type { PromptsByKind } from '../../run/experiments.ts';
import type { Settings } from '../../run/settings.ts';
import type { Intents } from '../intent.ts';
import { latePart } from '../late-part.ts';
import type { Place } from '../place.ts';
import { addressOf, roomOf } from '../place.ts';
import type { PageState, RunProgress } from '../state.ts';
import { controls } from '../style/controls.ts';
import { titleStyle } from '../style/title.ts';
import { tell } from '../text/experiments.ts';
import './run-compare.ts';
import './run-list.ts';
import type { RunList } from './run-list.ts';
import type { Chosen } from './run-new.ts';
import './run-view.ts';
import type { RunView } from './run-view.ts';
import { RunsController } from './runs-controller.ts';
import { ScaleController } from './scale-controller.ts';
import type { Beat, ExperimentLab } from './runs-controller.ts';

/** With it come the worlds, sets and their formats, which the list of runs can be without. */
const needNew = latePart(() => import('./run-new.ts'));

interface Starting {
  /** The run that went on until then, and is told of until the new one is. */
  readonly after: RunId | null;
}

/** The part of the page for many questions. Its controller reads the runs; `cat-app` begins them. */
@customElement('cat-experiments')
export class ExperimentsPlace extends LitElement {
  @property({ attribute: false }) lab: ExperimentLab | null = null;
  @property({ attribute: false }) place: Place = { kind: 'experiments' };
  /** As they are now, for the next run. */
  @property({ attribute: false }) settings: Settings | null = null;
  /** Those that were changed, for each kind of question. */
  @property({ attribute: false }) prompts: PromptsByKind = {};
  @property({ attribute: false }) model: LoadedModel | null = null;
  /** The experiment that goes on in this tab. */
  @property({ attribute: false }) run: RunProgress | null = null;
  /** One was asked for and has not ended; it may still wait for the model. */
  @property({ type: Boolean }) working = false;
  /** Raised whenever runs were deleted or brought back. */
  @property({ type: Number }) turns = 0;
  @property() keeping: PageState['keeping'] = 'browser';
  /** Whether the person agreed to fetch from a host. */
  @property({ attribute: false }) allowHost: AllowHost = () => false;

  @state() private chosen: Chosen | null = null;
  /** The form has sent its run off: the page goes there once it is told of. */
  @state() private starting: Starting | null = null;
  @state() private heard = '';
  @query('cat-run-list') private list!: RunList | null;
  @query('cat-run-view') private view!: RunView | null;

  /** Set before the element is connected, by tests. */
  static beat: Beat | undefined;
  readonly #runs = new RunsController(this, ExperimentsPlace.beat);
  readonly #scale = new ScaleController(this);

  static override styles = [
    controls,
    titleStyle,
    css`
      :host {
        display: grid;
        gap: var(--space-3);
      }
      @media print {
        .title {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.addEventListener('cat-set-chosen', ({ detail }) => (this.chosen = detail));
    this.addEventListener('cat-run-estimate', ({ detail }) => this.#estimate(detail));
    this.addEventListener('cat-run-begin', () => {
      this.starting = { after: this.run?.id ?? null };
      this.#scale.end();
    });
    this.addEventListener('cat-run-resume', () => this.#scale.end());
    this.addEventListener('cat-scale-estimate', ({ detail }) => void this.#scale.ask(detail));
    this.addEventListener('cat-run-scale', ({ detail }) => this.#scale.begin(detail.run));
    this.addEventListener('cat-remove', ({ detail }) => {
      const { place } = this;
      const isShown = place.kind === 'run' && typeof detail === 'object' && 'run' in detail && detail.run === place.run;
      if (isShown) location.hash = addressOf({ kind: 'experiments' });
    });
    this.addEventListener('cat-run-rename', ({ detail }) => void this.#runs.rename(detail));
    this.addEventListener('cat-imported', () => void this.#runs.refresh());
  }

  /** Where the focus goes when what had it is gone. */
  override focus(): void {
    this.list?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('lab')) {
      this.#runs.follow(this.lab);
      this.#scale.follow(this.lab);
    }
    if (changed.has('place')) this.#runs.open(this.#shown());
    // What has begun or ended is written by now.
    const isOther = changed.has('run') && changed.get('run')?.id !== this.run?.id;
    if (changed.has('turns') || isOther) void this.#runs.refresh();
    if (changed.has('run')) this.#tellProgress(changed.get('run') ?? null);
    if (changed.has('working') && !this.working) {
      this.starting = null;
      this.#scale.end();
    }
    const { run, starting } = this;
    if (starting !== null && run !== null && run.id !== starting.after) this.#goTo(run);
  }

  /** Where one comes to another page, the control that led there is gone, and the focus would be lost. */
  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('place');
    if (before === undefined || before.kind === this.place.kind) return;
    if (this.place.kind === 'run' && isFocusLost()) {
      void this.view?.updateComplete.then(() => this.view?.focus());
    }
  }

  override render(): TemplateResult {
    return html`<div class="title">
        <h2>${tell.heading}</h2>
        <p class="s soft">${tell.hint}</p>
      </div>
      ${this.#content()}
      <div class="heard" role="log" aria-live="polite">${this.heard}</div>`;
  }

  #content(): TemplateResult | typeof nothing {
    const { place } = this;
    const { rows, live } = this.#runs;
    switch (place.kind) {
      case 'question':
      case 'lessons':
      case 'lesson':
        return nothing;
      case 'experiments':
        return html`<cat-run-list .rows=${rows} .now=${this.run} .keeping=${this.keeping}></cat-run-list>`;
      case 'new-run':
        needNew();
        return html`<cat-run-new
          .experiments=${this.lab}
          .allowHost=${this.allowHost}
          .chosen=${this.chosen}
          .settings=${this.settings}
          .prompts=${this.prompts}
          .model=${this.model}
          .estimate=${this.#runs.estimated}
          .starting=${this.starting !== null}
          .busy=${this.run !== null}
        ></cat-run-new>`;
      case 'run': {
        const { run, beside } = place;
        const opened = this.#runs.of(run);
        return html`<cat-run-view
            .run=${run}
            .row=${rows?.find((row) => row.run.id === run) ?? null}
            .opened=${opened}
            .now=${this.run}
            .inFlight=${live.id === run ? live.inFlight : []}
            .estimate=${this.#scale.estimate}
            .scaling=${this.#scale.of(run)}
          ></cat-run-view>
          ${opened === null || opened === 'reading'
            ? nothing
            : html`<cat-run-compare
                .run=${run}
                .beside=${beside}
                .rows=${rows ?? []}
                .first=${opened}
                .second=${beside === null ? 'reading' : this.#runs.of(beside)}
              ></cat-run-compare>`}`;
      }
      default:
        return place satisfies never;
    }
  }

  /** The run that the form has sent off. */
  #goTo({ id }: RunProgress): void {
    this.starting = null;
    this.chosen = null;
    location.hash = addressOf({ kind: 'run', run: id, beside: null });
  }

  #shown(): RunId[] {
    const { place } = this;
    if (place.kind !== 'run') return [];
    return place.beside === null ? [place.run] : [place.run, place.beside];
  }

  #estimate({ items, sizes }: Intents['cat-run-estimate']): void {
    if (this.settings === null) return;
    void this.#runs.estimate(items, { ...this.settings, smallerGroups: sizes });
  }

  /** A sentence for each question that has ended, while this part is looked at. */
  #tellProgress(before: RunProgress | null): void {
    const { run } = this;
    if (run === null) {
      this.#runs.end();
      return;
    }
    const isMoved = before?.id === run.id && run.done > before.done;
    if (isMoved && roomOf(this.place) === 'experiments') this.heard = tell.progress.said(run.done, run.total);
  }
}

/** Whatever had it is no longer on the page. */
function isFocusLost(): boolean {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active === null || active === document.body || active.shadowRoot !== null;
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-experiments': ExperimentsPlace;
  }
}
