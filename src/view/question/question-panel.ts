import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Question } from '../../question/question.ts';
import type { Level } from '../../question/world/level.ts';
import { DEFAULT_LEVEL, isLevel, LEVEL_NAMES } from '../../run/world.ts';
import type { IconName } from '../icon.ts';
import { icon } from '../icon.ts';
import { intend } from '../intent.ts';
import type { Kept } from '../kept.ts';
import { kindChoice, kindNote, kindStyle } from './question-kind.ts';
import { previewStyle, questionPreview } from './question-preview.ts';
import type { Readiness } from '../readiness.ts';
import { controls, headings } from '../style/controls.ts';
import { proseStyle } from '../style/prose.ts';
import { say } from '../text/current.ts';
import { askedIn } from '../written-in.ts';

/** The question, the known answer beside it, and what starts and stops the work. */
@customElement('cat-question-panel')
export class QuestionPanel extends LitElement {
  @property() text = '';
  /** The known answer; null where nobody knows it. */
  @property() truth: string | null = null;
  @property() kind: Question['kind'] = 'verifiable';
  /** The model that was not taught open questions, by its name; null where there is none. */
  @property({ attribute: false }) untaught: string | null = null;
  /** G and the repeats of verdicts: what an open question costs. */
  @property({ type: Number }) group = 8;
  @property({ type: Number }) repeats = 1;
  /** The time that it takes here, where earlier ones tell. */
  @property({ attribute: false }) seconds: number | null = null;
  @property({ type: Boolean }) running = false;
  @property() kept: Kept = 'none';
  @property() readiness: Readiness = 'ready';
  /** The model that `load-first` would load. */
  @property() model = '';
  /** Levels that the loaded model was taught; null where that is not known. */
  @property({ attribute: false }) taught: readonly string[] | null = null;

  /** Of the problems that come next. */
  @property() level: Level = DEFAULT_LEVEL;

  static override styles = [
    controls,
    headings,
    kindStyle,
    proseStyle,
    previewStyle,
    css`
      section {
        padding: var(--space-3) var(--space-4);
      }
      .heading {
        align-items: center;
      }
      .others {
        display: flex;
        align-items: center;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-3);
        margin-inline-start: auto;
      }
      #strange:empty {
        display: none;
      }
      .level {
        display: inline-flex;
        align-items: center;
        gap: var(--space-2);
        color: var(--ink-soft);
        font-size: var(--text-s);
      }
      select {
        min-height: 1.75rem;
        padding: 0 var(--space-1);
        font-size: var(--text-s);
      }
      .field {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto auto;
        gap: var(--space-3);
        margin-top: var(--space-2);
      }
      textarea {
        display: block;
        width: 100%;
        min-height: 4.375rem;
        padding: var(--space-2) var(--space-3);
        border-color: var(--edge);
        font-family: var(--font-book);
        font-size: var(--text-l);
        line-height: 1.4;
        field-sizing: content;
        max-height: 14rem;
        resize: vertical;
      }
      .known {
        display: flex;
        flex-direction: column;
        justify-content: center;
        width: 7rem;
        padding: var(--space-1) var(--space-3);
        border: 1px solid var(--line);
        border-radius: var(--round-s);
        background: var(--well);
        font-size: var(--text-xs);
        line-height: 1.35;
        color: var(--ink-soft);
      }
      .known b {
        overflow: hidden;
        color: var(--ink);
        font-family: var(--font-book);
        font-size: var(--text-xl);
        line-height: 1.25;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .known.none {
        border-style: dashed;
        background: transparent;
      }
      .known,
      .go {
        max-height: 6rem;
      }
      .go {
        display: grid;
        grid-template-rows: minmax(2.75rem, 1fr) 1.25rem;
        gap: var(--space-1);
        width: 9.5rem;
      }
      .go button {
        font-size: var(--text-base);
        white-space: normal;
        line-height: 1.2;
      }
      .under {
        color: var(--ink-soft);
        font-size: var(--text-xs);
        line-height: 1.25rem;
        text-align: center;
      }
      @media (hover: none) {
        .key {
          visibility: hidden;
        }
      }
      @media (max-width: 40rem) {
        .field {
          grid-template-columns: 7rem minmax(0, 1fr);
        }
        .heading p {
          display: none;
        }
        textarea {
          grid-column: 1 / -1;
          font-size: var(--text-base);
        }
        .go {
          width: auto;
        }
      }
      @media (max-width: 26rem) {
        .others {
          flex: 1 0 100%;
          justify-content: space-between;
          gap: var(--space-1) var(--space-2);
          margin: var(--space-1) 0 0;
        }
      }
    `,
  ];

  override render(): TemplateResult {
    const isOpen = this.kind === 'open';
    return html`<section class="sheet" aria-labelledby="heading">
      <div class="heading">
        <span class="step" aria-hidden="true">1</span>
        <h2 id="heading">${say.question.heading}</h2>
        <p>${say.question.hint}</p>
        ${kindChoice(this.kind, this.running, (kind) => intend(this, 'cat-kind', kind))}
        <div class="others">${this.#others()}</div>
      </div>
      <div class="field">
        <textarea
          rows="2"
          dir="auto"
          lang=${this.text === '' ? nothing : askedIn(this.text)}
          aria-label=${say.question.label}
          placeholder=${isOpen ? say.question.kind.placeholder : say.question.placeholder}
          spellcheck="false"
          ?readonly=${this.running}
          .value=${live(this.text)}
          @input=${this.#edited}
        ></textarea>
        ${this.#known()}
        <div class="go">${this.#go()}</div>
      </div>
      ${questionPreview(this.text)}
      ${isOpen
        ? kindNote({
            group: this.group,
            repeats: this.repeats,
            seconds: this.seconds,
            untaught: this.untaught,
            choose: () => intend(this, 'cat-models', null),
          })
        : nothing}
    </section>`;
  }

  #known(): TemplateResult {
    if (this.kind === 'open') {
      return html`<p class="known none">
        <span>${say.question.kind.known}</span><span>${say.question.kind.knownWhy}</span>
      </p>`;
    }
    if (this.truth !== null) {
      return html`<p class="known">
        <span>${say.question.known}</span><b title=${this.truth}>${this.truth}</b>
      </p>`;
    }
    return html`<p class="known none"><span>${say.question.unknown}</span></p>`;
  }

  #others(): TemplateResult {
    const isOpen = this.kind === 'open';
    return html`${isOpen ? nothing : this.#levels()}
      <button class="small" type="button" ?disabled=${this.running} @click=${this.#another}>
        ${icon('another')}${isOpen ? say.question.kind.another : say.question.another}
      </button>`;
  }

  #levels(): TemplateResult {
    const { taught, level } = this;
    const strange = taught !== null && !taught.includes(level);
    return html`<label class="level"
        >${say.question.level}
        <select
          aria-describedby="strange"
          @change=${this.#levelled}
          ?disabled=${this.running}
        >
          ${LEVEL_NAMES.map(
            (name) =>
              html`<option .value=${name} ?selected=${name === this.level}>
                ${say.question.levels[name]}
              </option>`,
          )}
        </select></label
      >
      <span id="strange" class="xs warn">${strange ? say.question.notTaught : nothing}</span>`;
  }

  /** One button for all that it does, so that it keeps the focus while it changes. */
  #go(): TemplateResult {
    const [name, label, under] = this.#now();
    return html`<button class="primary" type="button" @click=${this.#act}>
        ${icon(name)}${label}
      </button>
      <span class="under">${under}</span>`;
  }

  /** A stored answer comes at once, so what is left to ask for is another run. */
  #now(): [IconName, string, string | TemplateResult] {
    const { readiness } = this;
    const key = (text: string): TemplateResult => html`<span class="key">${text}</span>`;
    if (this.running) {
      const waits = readiness === 'loading';
      return ['stop', say.question.stop, waits ? say.question.waiting : key(say.question.stopKey)];
    }
    if (this.kept === 'whole') {
      const mark = html`${icon('kept')} ${say.question.cached}`;
      return ['another', say.question.again, mark];
    }
    if (this.kept === 'part') return ['ask', say.question.goOn, say.question.partKept];
    const loads = readiness === 'load-first';
    const asks = loads ? say.question.askAndLoad(this.model) : say.question.ask;
    return ['ask', asks, key(say.question.askKey)];
  }

  #edited(event: Event): void {
    if (event.target instanceof HTMLTextAreaElement) intend(this, 'cat-edit', event.target.value);
  }

  #levelled(event: Event): void {
    if (!(event.target instanceof HTMLSelectElement) || !isLevel(event.target.value)) return;
    this.level = event.target.value;
    this.#another();
  }

  #another(): void {
    intend(this, 'cat-another', { level: this.level });
  }

  /** The second click of a double click is none: it would stop what the first has started. */
  #act(event: MouseEvent): void {
    if (event.detail === 2) return;
    if (this.running) this.#stop();
    else this.#start();
  }

  #start(): void {
    intend(this, 'cat-ask', { fresh: this.kept === 'whole', anyway: false });
    // The page says that there is none; here is where it goes.
    if (this.text.trim() === '') this.renderRoot.querySelector('textarea')?.focus();
  }

  #stop(): void {
    intend(this, 'cat-stop', null);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-question-panel': QuestionPanel;
  }
}
