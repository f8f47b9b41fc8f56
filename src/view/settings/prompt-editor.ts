import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { icon } from '../icon.ts';
import { controls } from '../style/controls.ts';
import { say } from '../text/current.ts';

export type PromptName = 'solve' | 'synthesise' | 'synthesiseWithQuestion';

const PLACES: Readonly<Record<PromptName, readonly string[]>> = {
  solve: ['{question}'],
  synthesise: ['{rollouts}'],
  synthesiseWithQuestion: ['{question}', '{rollouts}'],
};

/** Places that would give the model what it must not see: a blind synthesis gets no question. */
const BARRED: Readonly<Record<PromptName, readonly string[]>> = {
  solve: [],
  synthesise: ['{question}'],
  synthesiseWithQuestion: [],
};

/** Sent when the text is usable: the new prompt, or null for the model's own. */
export type PromptChange = CustomEvent<{ readonly name: PromptName; readonly text: string | null }>;

/** One prompt template: shown, editable, and back to the model's own in one step. */
@customElement('cat-prompt-editor')
export class PromptEditor extends LitElement {
  @property() name: PromptName = 'solve';
  /** The model's own prompt. */
  @property() own = '';
  /** The person's, where it differs. */
  @property() changed: string | null = null;
  /** A sentence where the change leaves what the model learned. */
  @property() warning: string | null = null;

  /** Shown and not to be changed. */
  @property({ type: Boolean }) fixed = false;

  /** Text with a fault is kept here until it has none. */
  @state() private draft: string | null = null;

  static override styles = [
    controls,
    css`
      .top {
        display: flex;
        align-items: baseline;
        flex-wrap: wrap;
        gap: 0 var(--space-2);
        min-height: 1.75rem;
      }
      label {
        font-size: var(--text-s);
        font-weight: 650;
      }
      .top button {
        margin-inline-start: auto;
      }
      textarea {
        display: block;
        width: 100%;
        min-height: 4.5rem;
        max-height: 16rem;
        field-sizing: content;
        font-family: var(--font-code);
        font-size: var(--text-xs);
        line-height: 1.5;
        resize: vertical;
      }
      p {
        margin-top: var(--space-1);
        font-size: var(--text-xs);
      }
    `,
  ];

  override render(): TemplateResult {
    const words = say.settings.prompt[this.name];
    const text = this.draft ?? this.changed ?? this.own;
    const fault = faultOf(this.name, text);
    return html`<div class="top">
        <label for="text">${words.label}</label>
        ${this.fixed || (this.changed === null && this.draft === null)
          ? nothing
          : html`<span class="xs soft">${say.settings.prompt.changed}</span>
              <button class="small plain" type="button" @click=${this.#reset}>
                ${say.settings.prompt.reset}
              </button>`}
      </div>
      <textarea
        dir="auto"
        lang=""
        id="text"
        spellcheck="false"
        ?readonly=${this.fixed}
        aria-describedby="hint fault"
        aria-invalid=${fault === null ? 'false' : 'true'}
        .value=${live(text)}
        @input=${this.#edited}
      ></textarea>
      <p id="hint" class="soft">${words.hint}</p>
      <p id="fault">
        ${fault !== null
          ? html`<span class="wrong">${icon('warn')} ${fault}</span>`
          : this.warning === null
            ? nothing
            : html`<span class="warn">${icon('warn')} ${this.warning}</span>`}
      </p>`;
  }

  #edited(event: Event): void {
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    const text = event.target.value;
    const whole = faultOf(this.name, text) === null;
    this.draft = whole ? null : text;
    if (whole) this.#send(text === this.own ? null : text);
  }

  #reset(): void {
    this.forget();
    this.#send(null);
  }

  /** Drops a text that has a fault, which nobody but this editor has. */
  forget(): void {
    this.draft = null;
  }

  #send(text: string | null): void {
    const detail = { name: this.name, text };
    this.dispatchEvent(new CustomEvent('cat-prompt', { detail }) satisfies PromptChange);
  }
}

function faultOf(name: PromptName, text: string): string | null {
  const missing = PLACES[name].filter((place) => !text.includes(place));
  if (missing.length > 0) return say.settings.prompt.missing(missing);
  const barred = BARRED[name].filter((place) => text.includes(place));
  return barred.length > 0 ? say.settings.prompt.barred(barred) : null;
}

declare global {
  interface HTMLElementTagNameMap {
    'cat-prompt-editor': PromptEditor;
  }
}
