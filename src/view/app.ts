import type { PropertyValues, TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Fault } from '../base/fault.ts';
import type { AllowHost } from '../engine/gate.ts';
import type { ModelSpec } from '../engine/model.ts';
import type { Shelf } from '../engine/webllm/offer.ts';
import type { Recording } from '../recording/recording.ts';
import type { Lab } from '../run/lab.ts';
import type { ChatKind, Settings } from '../run/settings.ts';
import { announce } from './announce.ts';
import { answerIntents } from './answers.ts';
import { belowAnswers } from './question/below-answers.ts';
import { beyondNano, untaughtOpen } from './question/beyond.ts';
import { beyondView } from './question/beyond-view.ts';
import { isOf, questionOf } from './question/draft.ts';
import { DraftController } from './question/draft-controller.ts';
import { DrawerController } from './settings/drawer-controller.ts';
import { ExplainController } from './synthesis/explain-controller.ts';
import { ExperimentController } from './experiment-controller.ts';
import { footer } from './footer.ts';
import type { GroupView } from './group-state.ts';
import { header } from './header.ts';
import { HistoryController } from './history/history-controller.ts';
import { JudgeController } from './rubric/judge-controller.ts';
import { KeysController } from './keys-controller.ts';
import { keptOf, type Kept } from './kept.ts';
import { liveOf } from './lesson/live.ts';
import { StageController } from './lesson/stage-controller.ts';
import { MeasureController } from './device/measure-controller.ts';
import { modelChoice } from './model/model-choice.ts';
import { ModelController } from './model/model-controller.ts';
import { OpenedController } from './opened-controller.ts';
import { PageController } from './page-controller.ts';
import { faultNotes } from './page-faults.ts';
import { PlaceController } from './place-controller.ts';
import { roomsOf, runNote } from './place-links.ts';
import { OpenTimeController } from './question/open-time-controller.ts';
import './question/question-panel.ts';
import { results } from './results.ts';
import { SettingsController } from './settings/settings-controller.ts';
import { settingsDrawer } from './settings/settings-drawer.ts';
import { ShareController } from './share/share-controller.ts';
import { initialState, type PageState } from './state.ts';
import { appStyle } from './style/app.ts';
import { controls } from './style/controls.ts';
import { workStyle } from './style/work.ts';
import './toast.ts';
import { WorkController } from './work-controller.ts';

/**
 * The page. It alone has the lab do anything: its children get slices of the state and send intents. The
 * place of experiments reads its runs from the lab itself.
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
  /** Whether the person agreed to fetch from a host. */
  @property({ attribute: false }) allowHost: AllowHost = () => false;
  /** Told of each host that the person agrees to fetch a model from, before anything is fetched. */
  @property({ attribute: false }) confirmHost: (host: string) => void = () => {};
  /** A recorded run for the time before there are answers, where there is one. */
  @property({ attribute: false }) recorded: Promise<Recording | null> | null = null;
  /** Decides which problems come; another number on every visit, unless set. */
  @property({ type: Number }) seed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;

  @state() private heard = '';

  static override styles = [controls, workStyle, appStyle];

  readonly #page = new PageController(this);
  readonly #place = new PlaceController(this);
  readonly #work = new WorkController(this);
  readonly #drawer = new DrawerController(this);
  readonly #history = new HistoryController(this);
  readonly #measure = new MeasureController(this);
  readonly #set = new SettingsController(this);
  readonly #draft = new DraftController(this, () => {
    this.#page.changeQuestion();
    this.#set.setKind(this.#draft.now.kind);
  });
  readonly #judge = new JudgeController(this);
  readonly #model = new ModelController(this, {
    page: this.#page,
    draft: this.#draft,
    set: this.#set,
    judge: this.#judge,
    pinned: (): boolean => this.#share.pinned,
  });
  readonly #explain = new ExplainController(this);
  readonly #openTime = new OpenTimeController(this);
  readonly #stage = new StageController(this);
  readonly #share = new ShareController(this, {
    draft: this.#draft,
    set: this.#set,
    chat: (): ChatKind => this.#model.chat,
    busy: () => this.#work.asking,
    toQuestion: () => this.#place.room === 'question' || this.#place.go({ kind: 'question' }),
  });
  readonly #opened = new OpenedController(this, {
    page: this.#page,
    draft: this.#draft,
    set: this.#set,
    model: this.#model,
    pinned: () => this.#share.pinned,
    shown: () => this.#shown(),
  });
  readonly #experiment = new ExperimentController(this, {
    page: this.#page,
    set: this.#set,
    model: this.#model,
    work: this.#work,
    history: this.#history,
  });
  /** The state that was drawn last. */
  #drawn: PageState = initialState;

  constructor() {
    super();
    new KeysController(this, {
      off: () => this.#drawer.isOpen || this.#share.isOpen || this.#place.room !== 'question',
      ask: () => void this.#ask(this.#kept(this.#shown()) === 'whole', false),
      stop: () => {
        if (!this.#explain.clear(this.#shown()) && this.#work.asking) this.lab?.stop();
      },
    });
    answerIntents(this, {
      asks: { ask: (...how) => this.#ask(...how), shown: () => this.#shown() },
      draft: this.#draft,
      drawer: this.#drawer,
      experiment: this.#experiment,
      explain: this.#explain,
      history: this.#history,
      judge: this.#judge,
      measure: this.#measure,
      model: this.#model,
      opened: this.#opened,
      page: this.#page,
      place: this.#place,
      set: this.#set,
      share: this.#share,
      work: this.#work,
    });
    this.addEventListener('cat-imported', () => void this.#history.list());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('seed')) this.#draft.seed(this.seed, this.#work.asking);
    if (!this.hasUpdated) this.#opened.putBack();
    if (changed.has('recorded') && this.recorded !== null) void this.#stage.open(this.recorded);
    if (changed.has('lab')) {
      this.#page.follow(this.lab);
      this.#history.follow(this.lab);
      if (this.lab !== null && this.#opened.goOn()) void this.#focusLanguages();
    }
    const state = this.#page.state;
    if (state === this.#drawn) return;
    const said = announce(this.#drawn, state);
    if (said.length > 0) this.heard = said.join(' ');
    if (state.changes !== this.#drawn.changes) void this.#history.list();
    this.#opened.follow(state.group);
    this.#drawn = state;
  }

  override render(): TemplateResult {
    const { state } = this.#page;
    const { place, room } = this.#place;
    const notes = faultNotes(state, room === 'experiments' ? null : this.#shown());
    return html`
      ${header({
        model: state.model,
        bundled: this.#model.id,
        home: this.#model.home,
        noGpu: this.noGpu,
        place,
        run: state.run,
        busy: this.#isBusy(),
        openSettings: () => this.#drawer.open(),
        hides: (what) => this.#share.hides(what),
      })}
      ${roomsOf(this.#place, [notes, this.#share.view(room === 'question')], {
        question: () => this.#question(),
        experiments: () => this.#experiments(),
        lessons: () => this.#lessons(),
      })}
      ${footer(this.#work.asking || this.#work.running)}
      ${!this.#drawer.there
        ? nothing
        : settingsDrawer(
            { draft: this.#draft, set: this.#set, model: this.#model, share: this.#share },
            this.#models(),
          )}
      <cat-toast .toast=${this.#history.toast}></cat-toast>
      <div class="heard" role="log" aria-live="polite">${this.heard}</div>
    `;
  }

  #question(): TemplateResult {
    const { run, keeping, changes } = this.#page.state;
    const shown = this.#shown();
    const settings = this.#settings();
    const draft = this.#draft.now;
    const { asking } = this.#work;
    return html`${run === null ? nothing : runNote(run)}
      <cat-question-panel
        .text=${draft.text}
        .truth=${draft.truth}
        .kind=${draft.kind}
        .untaught=${untaughtOpen(this.lab)}
        .group=${settings.group}
        .repeats=${settings.judging.repeats}
        .seconds=${draft.kind === 'open' ? this.#openTime.of(this.lab, settings, changes) : null}
        .running=${asking}
        .kept=${this.#kept(shown)}
        .readiness=${this.#model.readiness}
        .model=${this.bundled?.id ?? ''}
        .taught=${this.#model.loaded?.trained?.levels ?? null}
        .level=${this.#draft.level}
      ></cat-question-panel>
      ${beyondView(this.#draft, () => this.#models())}
      ${this.#share.plays
        ? nothing
        : this.#stage.view(asking || this.#share.puts || this.#page.state.group !== null, () =>
            results({
              shown,
              kind: draft.kind,
              places: settings.group,
              running: asking,
              judge: this.#judge.state,
              explained: this.#explain.of(shown),
            }),
          )}
      ${belowAnswers({
        share: this.#share,
        draft: this.#draft,
        settings,
        change: this.#set.change,
        shown,
        history: this.#history,
        measure: this.#measure,
        model: this.#model.loaded,
        adapter: this.shelf?.preflight.adapter?.name ?? null,
        asking,
        busy: this.#isBusy(),
        keeping,
      })}`;
  }

  #lessons(): TemplateResult {
    const { place, room } = this.#place;
    const shown = this.#shown();
    const [explained, asking] = [this.#explain.of(shown), this.#work.asking];
    const asked = { shown, explained, asking, judge: this.#judge.state };
    const live = liveOf(this.#page.state, this.lab, this.bundled, asked);
    return html`<cat-lessons .place=${place} .live=${room === 'lessons' ? live : null}></cat-lessons>`;
  }

  #experiments(): TemplateResult {
    return html`<cat-experiments
      .lab=${this.lab}
      .place=${this.#place.place}
      .settings=${this.#settings()}
      .prompts=${this.#set.prompts}
      .model=${this.#model.loaded}
      .run=${this.#page.state.run}
      .working=${this.#work.running}
      .turns=${this.#history.turns}
      .keeping=${this.#page.state.keeping}
      .allowHost=${this.allowHost}
    ></cat-experiments>`;
  }

  #models(): TemplateResult | typeof nothing {
    const { shelf, noGpu } = this;
    if (this.#share.hides('models')) return nothing;
    return modelChoice({
      busy: this.#isBusy(),
      home: this.#model.home,
      shelf,
      noGpu,
      loadAs: this.#model.loadAs,
      choose: (part) => this.#model.choosePart(part),
    });
  }

  #isBusy(): boolean {
    return this.#work.asking || this.#work.running || this.#page.state.model.kind === 'loading';
  }

  /** The group that belongs to the question as it stands: another question shows empty places. */
  #shown(): GroupView | null {
    const { group } = this.#page.state;
    if (group === null) return null;
    return isOf(this.#draft.now, group.question) ? group : null;
  }

  #kept(shown: GroupView | null): Kept {
    return keptOf(shown, this.#settings(), this.lab, this.#draft.now.kind);
  }

  #settings(): Settings {
    return this.#set.of(this.#model.chat);
  }

  async #ask(fresh: boolean, anyway: boolean): Promise<void> {
    const { lab } = this;
    const draft = this.#draft.now;
    if (lab === null || this.#work.asking) return;
    this.#share.putAside();
    this.#page.startAnew();
    const beyond = anyway ? null : await beyondNano(draft, this.#model.chat, lab);
    if (this.#draft.now !== draft || this.#work.asking) return;
    if (beyond !== null) return this.#draft.refuse(beyond);
    // The same seed would give the same answers, and whoever runs again wants others.
    if (fresh) this.#set.nextSeed(this.#model.chat, this.#shown()?.recipe ?? null);
    this.#draft.allow();
    this.#stage.giveWay();
    this.#history.closeToast();
    // The lab waits for a load under way.
    this.#model.loadFirst();
    await this.#work.ask(() => lab.ask(questionOf(draft), this.#settings(), { fresh }));
  }

  /** Where the language was chosen, after the page was loaded anew for it. */
  async #focusLanguages(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('cat-language-menu')?.focus();
  }

  /** Of the model that comes with the page, and of others by their name. */
  load(...asked: Parameters<ModelController['load']>): Promise<'done' | 'failed'> {
    return this.#model.load(...asked);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-app': App;
  }
}
