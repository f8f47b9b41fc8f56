import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Level } from '../question/world/level.ts';
import { DEFAULT_LEVEL, isLevel, LEVEL_NAMES } from '../run/world.ts';
import { icon } from './icon.ts';
import { intend } from './intent.ts';
import { controls, headings } from './style/controls.ts';
import { say } from './text/current.ts';

/** What Ask does first: nothing, load the bundled model, or wait for a load under way. */
export type Readiness = 'ready' | 'load-first' | 'loading';

/** The question, the known answer beside it, and what starts and stops the work. */
@customElement('cat-question-panel')
export class QuestionPanel extends LitElement {
  @property() text = '';
  /** The known answer; null where nobody knows it. */
  @property() truth: string | null = null;
  @property({ type: Boolean }) running = false;
  /** The shown group was answered from the store. */
  @property({ type: Boolean }) cached = false;
  @property() readiness: Readiness = 'ready';
  /** The model that `load-first` would load. */
  @property() model = '';

  @state() private level: Level = DEFAULT_LEVEL;

  static override styles = [
    controls,
    headings,
    css`
      section {
        padding: var(--space-3) var(--space-4);
      }
      .field {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: var(--space-3);
        margin-top: var(--space-2);
      }
      textarea {
        display: block;
        width: 100%;
        min-height: 4.25rem;
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
        min-width: 8rem;
        padding: var(--space-1) var(--space-3);
        border: 1px solid var(--line);
        border-radius: var(--round-s);
        background: var(--well);
        font-size: var(--text-xs);
        color: var(--ink-soft);
      }
      .known b {
        max-width: 14rem;
        overflow: hidden;
        color: var(--ink);
        font-family: var(--font-book);
        font-size: var(--text-xl);
        line-height: 1.25;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .known.none {
        max-width: 12rem;
        border-style: dashed;
        background: transparent;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
        margin-top: var(--space-3);
      }
      .bar .primary {
        min-width: 7.5rem;
      }
      .level {
        display: inline-flex;
        align-items: center;
        gap: var(--space-2);
        color: var(--ink-soft);
        font-size: var(--text-s);
      }
      .push {
        margin-left: auto;
      }
      .cached {
        display: inline-flex;
        align-items: center;
        gap: 0.4em;
        color: var(--ink-soft);
        font-size: var(--text-s);
      }
      @media (max-width: 40rem) {
        .field {
          grid-template-columns: minmax(0, 1fr);
        }
        .known {
          flex-direction: row;
          align-items: baseline;
          justify-content: flex-start;
          gap: var(--space-2);
        }
        .known.none {
          max-width: none;
        }
        .bar .primary {
          flex: 1 0 100%;
        }
        .push {
          display: none;
        }
      }
    `,
  ];

  override render(): TemplateResult {
    return html`<section class="sheet" aria-labelledby="heading">
      <div class="heading">
        <span class="step" aria-hidden="true">1</span>
        <h2 id="heading">${say.question.heading}</h2>
        <p>${say.question.hint}</p>
      </div>
      <div class="field">
        <textarea
          rows="2"
          aria-label=${say.question.label}
          placeholder=${say.question.placeholder}
          spellcheck="false"
          ?readonly=${this.running}
          .value=${live(this.text)}
          @input=${this.#edited}
        ></textarea>
        ${this.#known()}
      </div>
      <div class="bar">${this.#buttons()}</div>
    </section>`;
  }

  #known(): TemplateResult {
    if (this.truth !== null) {
      return html`<p class="known"><span>${say.question.known}</span><b title=${this.truth}>${this.truth}</b></p>`;
    }
    return html`<p class="known none"><span>${say.question.unknown}</span></p>`;
  }

  #buttons(): TemplateResult {
    return html`${this.running
        ? html`<button class="primary" type="button" @click=${this.#stop}>
            ${icon('stop')}${say.question.stop}
          </button>`
        : this.#ask()}
      <button type="button" ?disabled=${this.running} @click=${this.#another}>
        ${icon('another')}${say.question.another}
      </button>
      <label class="level"
        >${say.question.level}
        <select @change=${this.#levelled} ?disabled=${this.running}>
          ${LEVEL_NAMES.map(
            (name) =>
              html`<option .value=${name} ?selected=${name === this.level}>
                ${say.question.levels[name]}
              </option>`,
          )}
        </select></label
      >
      <span class="push xs soft"
        >${this.running && this.readiness === 'loading'
          ? say.question.waiting
          : say.question.shortcut}</span
      >`;
  }

  /** A stored answer comes at once, so what is left to ask for is another run. */
  #ask(): TemplateResult {
    const { readiness, cached } = this;
    const asks = cached ? say.question.again : say.question.ask;
    return html`<button class="primary" type="button" @click=${this.#start}>
        ${icon(cached ? 'another' : 'ask')}${readiness === 'load-first'
          ? say.question.askAndLoad(this.model)
          : asks}
      </button>
      ${cached
        ? html`<span class="cached">${icon('kept')}${say.question.cached}</span>`
        : nothing}`;
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

  #start(): void {
    intend(this, 'cat-ask', { fresh: this.cached, anyway: false });
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
