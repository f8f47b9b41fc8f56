import type { PropertyValues, TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Question } from '../../question/question.ts';
import type { Level } from '../../question/world/level.ts';
import { createOpenQuestions, createProblems } from '../../run/world.ts';
import type { IconName } from '../icon.ts';
import { icon } from '../icon.ts';
import { intend } from '../intent.ts';
import { addressOf } from '../place.ts';
import type { Part } from '../part.ts';
import { WITHOUT_METHODS } from '../part.ts';
import { isOf } from '../question/draft.ts';
import { results } from '../results.ts';
import type { RolloutGrid } from '../rollout/rollout-grid.ts';
import { controls, headings } from '../style/controls.ts';
import { tryStyle } from '../style/lesson.ts';
import { workStyle } from '../style/work.ts';
import { tell } from '../text/lessons.ts';
import { BUNDLED } from '../written-in.ts';
import type { Live } from './live.ts';

/** At the end of a lesson: its question, or another one like it, for the live model. */
@customElement('cat-lesson-try')
export class LessonTry extends LitElement {
  /** Of the recording; null where there is none. */
  @property({ attribute: false }) given: Question | null = null;
  @property() kind: Question['kind'] = 'verifiable';
  /** Of problems that come instead of it. */
  @property() level: Level = 'master';
  /** What the lesson has explained, and shows of what comes of it. */
  @property({ attribute: false }) parts: ReadonlySet<Part> = WITHOUT_METHODS;
  @property({ attribute: false }) live: Live | null = null;

  /** Null until there is one to ask. */
  @state() private question: Question | null = null;

  @query('cat-rollout-grid') private grid!: RolloutGrid | null;

  readonly #problem = createProblems(anySeed());
  readonly #open = createOpenQuestions(anySeed());

  static override styles = [controls, headings, workStyle, tryStyle];

  constructor() {
    super();
    this.addEventListener('cat-show', (event) => {
      event.stopPropagation();
      this.grid?.show(event.detail);
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('given') || changed.has('kind')) this.question = this.given;
    if (this.question === null) void this.#another();
  }

  override render(): TemplateResult | typeof nothing {
    const { live, question } = this;
    if (live === null) return nothing;
    const cannot = this.kind === 'open' && live.untaught !== null;
    return html`<div class="sheet ask">
        ${question === null ? nothing : html`<blockquote lang=${BUNDLED}>${question.text}</blockquote>`}
        ${question?.kind === 'verifiable' && question.truth !== undefined
          ? html`<p class="s soft">${tell.try.known}: <b>${question.truth}</b></p>`
          : nothing}
        <p class="go">${cannot ? this.#models() : this.#go(live)} ${this.#more(live)}</p>
        <p class="s soft" role="status">${this.#state(live)}</p>
      </div>
      ${this.#results(live)}`;
  }

  /** One button for all that it does, so that it keeps the focus while it changes. */
  #go(live: Live): TemplateResult {
    const [name, label] = this.#now(live);
    return html`<button
      class="primary"
      type="button"
      ?disabled=${this.question === null}
      @click=${this.#act}
    >
      ${icon(name)}${label}
    </button>`;
  }

  #now(live: Live): [IconName, string] {
    if (live.asking) return ['stop', tell.try.stop];
    if (this.#isDone(live)) return ['another', tell.try.again];
    const loads = live.readiness === 'load-first';
    return ['ask', loads ? tell.try.loadAndAsk(live.bundled) : tell.try.ask];
  }

  #models(): TemplateResult {
    return html`<button class="primary" type="button" @click=${() => intend(this, 'cat-models', null)}>
      ${icon('settings')}${tell.try.models}
    </button>`;
  }

  #more({ asking }: Live): TemplateResult {
    return html`<button type="button" ?disabled=${asking} @click=${() => void this.#another()}>
      ${icon('another')}${tell.try.another}
    </button>`;
  }

  #state({ model, readiness, untaught, experimenting, asking, bundled }: Live): string | typeof nothing {
    if (this.kind === 'open' && untaught !== null) return tell.try.untaught(untaught);
    if (readiness === 'loading') return tell.try.waiting;
    if (model === 'failed') return tell.try.failed;
    if (experimenting && !asking) return tell.try.busy;
    return model === null && bundled !== '' ? tell.try.none : nothing;
  }

  /** What came of this very question, wherever it was asked. */
  #results(live: Live): TemplateResult | typeof nothing {
    const { shown, asking, judge, explained } = live;
    if (shown === null || !this.#isOwn(live)) return nothing;
    return html`<h4>${tell.try.heading}</h4>
      ${results({
        shown,
        kind: shown.question.kind,
        places: shown.recipe.group,
        running: asking,
        judge,
        explained,
        parts: this.parts,
      })}
      <p class="s"><a href=${addressOf({ kind: 'question' })}>${tell.try.toQuestion}</a></p>`;
  }

  #isOwn({ shown }: Live): boolean {
    return shown !== null && this.question !== null && isOf(this.question, shown.question);
  }

  #isDone = (live: Live): boolean => this.#isOwn(live) && live.shown?.status === 'done';

  async #another(): Promise<void> {
    const before = this.question;
    const next = this.kind === 'open' ? await this.#open() : this.#problem(this.level);
    if (next !== null && this.question === before) this.question = next;
  }

  /** The second click of a double click is none: it would stop what the first has started. */
  #act(event: MouseEvent): void {
    const { live, question } = this;
    if (event.detail === 2 || live === null || question === null) return;
    if (live.asking) {
      intend(this, 'cat-stop', null);
      return;
    }
    const fresh = this.#isDone(live);
    intend(this, 'cat-put', question);
    intend(this, 'cat-ask', { fresh, anyway: false });
  }
}

/** Other questions at every visit. */
const anySeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;

declare global {
  interface HTMLElementTagNameMap {
    'cat-lesson-try': LessonTry;
  }
}
