import type { PropertyValues, TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Fault } from '../base/fault.ts';
import type { GroupId } from '../base/id.ts';
import type { LoadedModel, ModelSpec } from '../engine/model.ts';
import type { Shelf } from '../engine/webllm/offer.ts';
import type { Level } from '../question/world/level.ts';
import type { Lab } from '../run/lab.ts';
import { defaultPrompts } from '../run/prompts.ts';
import { changeOf } from '../run/recipe.ts';
import type { ChatKind, Settings, SettingsChange } from '../run/settings.ts';
import { applyChange, defaultSettings } from '../run/settings.ts';
import { isOneThreaded, threadChoices } from '../run/threads.ts';
import { createProblems, DEFAULT_LEVEL, isInWorld } from '../run/world.ts';
import { announce } from './announce.ts';
import './beyond-note.ts';
import './device-bench.ts';
import type { Draft } from './draft.ts';
import { draftOf, isSameText, questionOf } from './draft.ts';
import './fault-note.ts';
import { footer } from './footer.ts';
import type { GroupView } from './group-state.ts';
import { header } from './header.ts';
import { HistoryController } from './history-controller.ts';
import './history-list.ts';
import type { HistoryList } from './history-list.ts';
import type { Intents, IntentName } from './intent.ts';
import { keptOf } from './kept.ts';
import type { Kept } from './kept.ts';
import { MeasureController } from './measure-controller.ts';
import { modelChoice } from './model-choice.ts';
import { PageController } from './page-controller.ts';
import { faultsOnPage } from './page-faults.ts';
import './question-panel.ts';
import type { Readiness } from './question-panel.ts';
import './rollout-grid.ts';
import './settings-panel.ts';
import type { SettingsPanel } from './settings-panel.ts';
import { initialState } from './state.ts';
import type { PageState } from './state.ts';
import { appStyle } from './style/app.ts';
import { controls } from './style/controls.ts';
import './synthesis-panel.ts';
import './toast.ts';
import './verdict-strip.ts';

type Answers = { readonly [K in IntentName]: (detail: Intents[K]) => void };

/**
 * The page. It alone talks to the lab: its children get slices of the state and send intents.
 * Give it a lab and, where there is one, the model that comes with the page.
 */
@customElement('cat-app')
export class App extends LitElement {
  @property({ attribute: false }) lab: Lab | null = null;
  /** The model that comes with the page, loaded on demand where nobody has loaded one. */
  @property({ attribute: false }) bundled: ModelSpec | null = null;
  /** Why no graphics processor is used, where none can be. */
  @property({ attribute: false }) noGpu: Fault | null = null;
  /** Models for the graphics processor that can be had. */
  @property({ attribute: false }) shelf: Shelf | null = null;
  /** Told of each host that the person agrees to fetch a model from, before anything is fetched. */
  @property({ attribute: false }) confirmHost: (host: string) => void = () => {};
  /** Decides which problems come; another number on every visit, unless set. */
  @property({ type: Number }) seed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;

  @state() private draft: Draft = { text: '', truth: null };
  @state() private change: SettingsChange = {};
  @state() private threads: number | 'auto' = 'auto';
  @state() private asking = false;
  /** The question that nano cannot answer, while the page says so. */
  @state() private beyond: string | null = null;
  @state() private heard = '';
  @query('cat-settings-panel') private panel!: SettingsPanel;
  @query('cat-history-list') private earlier!: HistoryList;

  static override styles = [controls, appStyle];

  readonly #page = new PageController(this);
  readonly #history = new HistoryController(this);
  readonly #measure = new MeasureController(this);
  #problem = createProblems(0);
  /** The problem that the page gave, as long as nothing else was put in its place. */
  #given: Draft | null = null;
  #level: Level = DEFAULT_LEVEL;
  /** A question that nano can answer, shown beside one that it cannot. */
  #example: Draft = { text: '', truth: null };
  /** The state that was drawn last. */
  #drawn: PageState = initialState;
  /** Counts what was asked: the end of a superseded question changes nothing. */
  #asked = 0;
  #opening: GroupId | null = null;
  #load = new AbortController();
  /** What was last asked to be loaded, for another try. */
  #spec: ModelSpec | null = null;

  constructor() {
    super();
    for (const name of Object.keys(this.#answers) as IntentName[]) this.#hear(name);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#key);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('seed')) {
      this.#problem = createProblems(this.seed);
      const untouched = this.draft.text === '' || this.draft === this.#given;
      if (untouched && !this.asking) this.#take();
    }
    if (changed.has('lab')) {
      this.#page.follow(this.lab);
      this.#history.follow(this.lab);
    }
    const state = this.#page.state;
    if (state === this.#drawn) return;
    const said = announce(this.#drawn, state);
    if (said.length > 0) this.heard = said.join(' ');
    if (state.changes !== this.#drawn.changes) void this.#history.list();
    const { group } = state;
    if (group !== null && group.id === this.#opening) {
      this.#opening = null;
      this.#write({ text: group.question.text, truth: truthOf(group) });
      // What goes on from it or runs it again does so with its settings, and the panel shows them.
      this.change = changeOf(group.recipe, this.#chat());
    }
    this.#drawn = state;
  }

  override render(): TemplateResult {
    const { faults } = this.#page.state;
    const shown = this.#shown();
    const settings = this.#settings();
    return html`
      ${header({
        model: this.#page.state.model,
        bundled: (this.#spec ?? this.bundled)?.id ?? '',
        home: this.#home(),
        noGpu: this.noGpu,
        openSettings: () => this.panel.open(),
      })}
      <main>
        ${repeat(
          faultsOnPage(this.#page.state, shown),
          (fault) => JSON.stringify(fault),
          (fault) =>
            html`<cat-fault-note
              .fault=${fault}
              ?dismissible=${faults.includes(fault)}
            ></cat-fault-note>`,
        )}
        <cat-question-panel
          .text=${this.draft.text}
          .truth=${this.draft.truth}
          .running=${this.asking}
          .kept=${this.#kept(shown)}
          .readiness=${this.#readiness()}
          .model=${this.bundled?.id ?? ''}
          .taught=${this.#loaded()?.trained?.levels ?? null}
        ></cat-question-panel>
        ${this.#beyond()}
        <div class="work">
          <cat-rollout-grid .group=${shown} .places=${settings.group}></cat-rollout-grid>
          <div class="side">
            <cat-synthesis-panel .group=${shown}></cat-synthesis-panel>
            <cat-verdict-strip .group=${shown}></cat-verdict-strip>
          </div>
        </div>
        <cat-history-list
          .rows=${this.#history.rows}
          .shown=${shown?.id ?? null}
          .running=${this.asking}
          .keeping=${this.#page.state.keeping}
        ></cat-history-list>
        <cat-device-bench
          .model=${this.#loaded()}
          .measure=${this.#measure.state}
          .adapter=${this.shelf?.preflight.adapter?.name ?? null}
          .busy=${this.#isBusy()}
        ></cat-device-bench>
      </main>
      ${footer()} ${this.#drawer()}
      <cat-toast .toast=${this.#history.toast}></cat-toast>
      <div class="heard" role="log" aria-live="polite">${this.heard}</div>
    `;
  }

  #beyond(): TemplateResult | typeof nothing {
    if (this.beyond === null) return nothing;
    return html`<cat-beyond-note .example=${this.#example.text}
      >${this.#models()}</cat-beyond-note
    >`;
  }

  #models(): TemplateResult {
    const { shelf, noGpu } = this;
    return modelChoice({ busy: this.#isBusy(), home: this.#home(), shelf, noGpu });
  }

  #isBusy(): boolean {
    return this.asking || this.#page.state.model.kind === 'loading';
  }

  /** The model of the page, where another one was asked for, whatever became of that. */
  #home(): string | null {
    const spec = this.#loaded()?.spec ?? this.#spec;
    const away = spec !== null && spec.id !== this.bundled?.id;
    return away ? (this.bundled?.id ?? null) : null;
  }

  #drawer(): TemplateResult {
    const chat = this.#chat();
    const model = this.#loaded();
    const oneThread = model !== null && isOneThreaded(model, crossOriginIsolated);
    const set = model !== null && this.threads !== 'auto' && !oneThread ? this.threads : null;
    const pending = set !== null && set !== model?.capabilities.threads;
    return html`<cat-settings-panel
      .chat=${chat}
      .trained=${model?.trained}
      .change=${this.change}
      .prompts=${defaultPrompts(chat)}
      .threads=${this.threads}
      .mostThreads=${threadChoices(navigator.hardwareConcurrency)}
      .oneThread=${oneThread}
      .threadsPending=${pending}
      >${this.#models()}</cat-settings-panel
    >`;
  }

  readonly #answers: Answers = {
    'cat-edit': (text) => {
      const group = this.#page.state.group;
      const known = group !== null && isSameText(group.question.text, text) ? truthOf(group) : null;
      this.#write({ text, truth: known });
    },
    'cat-another': ({ level }) => {
      this.#level = level;
      this.#take();
    },
    'cat-ask': ({ fresh, anyway }) => void this.#ask(fresh, anyway),
    'cat-stop': () => this.#stop(),
    'cat-settings': (change) => (this.change = change),
    'cat-threads': (threads) => (this.threads = threads),
    'cat-load': ({ spec, confirmed }) => {
      for (const host of confirmed) this.confirmHost(host);
      // Its progress and its faults stand on the page, under the settings.
      this.panel.close();
      void this.load(spec);
    },
    'cat-confirm': (hosts) => hosts.forEach((host) => this.confirmHost(host)),
    'cat-measure': () => void this.#measure.start(this.lab),
    'cat-measure-stop': () => this.#measure.stop(),
    'cat-reload': () => this.#loadBundled(),
    'cat-load-again': () => {
      if (this.#spec === null) this.#loadBundled();
      else void this.load(this.#spec);
    },
    'cat-cancel-load': () => this.#load.abort(),
    'cat-open': (id) => {
      this.#opening = id;
      void this.lab?.open(id);
    },
    'cat-remove': (what) => void this.#history.remove(what),
    'cat-undo': () => void this.#history.undo(),
    'cat-take-example': () => this.#write(this.#example),
    'cat-toast-close': () => {
      this.#history.closeToast();
      this.earlier.focus();
    },
    'cat-dismiss': (fault) => this.#page.dismiss(fault),
  };

  #hear<K extends IntentName>(name: K): void {
    this.addEventListener<IntentName>(name, (event) => {
      this.#answers[name](event.detail as Intents[K]);
    });
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (this.panel.isOpen) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void this.#ask(this.#kept(this.#shown()) === 'whole', false);
    } else if (event.key === 'Escape' && this.asking) this.#stop();
  };

  /** The group that belongs to the question as it stands: another question shows empty places. */
  #shown(): GroupView | null {
    const { group } = this.#page.state;
    if (group === null) return null;
    return isSameText(group.question.text, this.draft.text) ? group : null;
  }

  #kept(shown: GroupView | null): Kept {
    return keptOf(shown, this.#settings(), this.#loaded());
  }

  #loaded(): LoadedModel | null {
    const { model } = this.#page.state;
    return model.kind === 'ready' ? model.model : null;
  }

  #chat(): ChatKind {
    return this.#loaded()?.spec.chat ?? this.bundled?.chat ?? 'nano';
  }

  #settings(): Settings {
    return applyChange(defaultSettings(this.#chat()), this.change);
  }

  #readiness(): Readiness {
    const { kind } = this.#page.state.model;
    if (kind === 'loading') return 'loading';
    return kind === 'none' && this.bundled !== null ? 'load-first' : 'ready';
  }

  #take(): void {
    this.#given = draftOf(this.#problem(this.#level));
    this.#write(this.#given);
  }

  #write(draft: Draft): void {
    this.draft = draft;
    this.beyond = null;
    this.#page.changeQuestion();
  }

  async #ask(fresh: boolean, anyway: boolean): Promise<void> {
    const { lab, draft } = this;
    if (lab === null || this.asking) return;
    this.#page.startAnew();
    if (!anyway && this.#chat() === 'nano' && draft.text.trim() !== '' && !isInWorld(draft.text)) {
      this.#example = draftOf(this.#problem('easy'));
      this.beyond = draft.text;
      return;
    }
    // The same seed would give the same answers, and whoever runs again wants others.
    if (fresh) {
      const last = Math.max(this.#settings().seed, this.#shown()?.recipe.seed ?? 0);
      this.change = { ...this.change, seed: (last + 1) >>> 0 };
    }
    const asked = ++this.#asked;
    this.beyond = null;
    this.#history.closeToast();
    this.asking = true;
    try {
      // The lab waits for a load under way.
      if (this.#readiness() === 'load-first') this.#loadBundled();
      await lab.ask(questionOf(draft), this.#settings(), { fresh });
    } finally {
      if (asked === this.#asked) this.asking = false;
    }
  }

  #stop(): void {
    this.lab?.stop();
  }

  #loadBundled(): void {
    if (this.bundled !== null) void this.load(this.bundled);
  }

  /** Loads a model with the threads that are set; the page's Cancel ends it, which is no failure. */
  async load(spec: ModelSpec): Promise<'done' | 'failed'> {
    if (spec.chat !== this.#chat()) {
      // Prompts belong to a kind of model; everything else is the person's choice and stays.
      const { prompts: _prompts, ...rest } = this.change;
      this.change = rest;
    }
    if (spec.preset !== undefined) this.change = { ...this.change, sampling: spec.preset };
    this.#spec = spec;
    this.beyond = null;
    this.#load = new AbortController();
    const { signal } = this.#load;
    const isLoaded = await this.lab?.load(spec, { threads: this.threads, signal });
    return isLoaded === true || signal.aborted ? 'done' : 'failed';
  }
}

const truthOf = (group: GroupView): string | null =>
  group.question.kind === 'verifiable' ? (group.question.truth ?? null) : null;

declare global {
  interface HTMLElementTagNameMap {
    'cat-app': App;
  }
}
