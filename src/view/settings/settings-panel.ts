import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { LoadedModel } from '../../engine/model.ts';
import type { Question } from '../../question/question.ts';
import type {
  ChatKind,
  NumberSetting,
  Settings,
  SettingsChange,
} from '../../run/settings.ts';
import {
  applyChange,
  BOUNDS,
  defaultSettings,
  expectation,
  isWithin,
  outsideTrained,
} from '../../run/settings.ts';
import { judgingSetting, methodsSetting } from './assess-settings.ts';
import type { AssessSettings } from './assess-settings.ts';
import { icon } from '../icon.ts';
import { intend } from '../intent.ts';
import './prompt-editor.ts';
import type { PromptChange, PromptName } from './prompt-editor.ts';
import { controls } from '../style/controls.ts';
import { dialogFrame } from '../style/dialog.ts';
import { drawer } from '../style/drawer.ts';
import { say } from '../text/current.ts';
import { told } from '../text/share.ts';

const NUMBERS: readonly NumberSetting[] = [
  'group',
  'temperature',
  'topP',
  'topK',
  'maxTokens',
  'seed',
];
const PROMPTS: readonly PromptName[] = ['solve', 'synthesise', 'synthesiseWithQuestion'];

/** Finer than the bounds say: what a step of the arrow keys does. */
const STEPS: Readonly<Record<NumberSetting, number>> = {
  group: 1,
  temperature: 0.1,
  topP: 0.05,
  topK: 1,
  maxTokens: 16,
  seed: 1,
};

/** Everything that decides a group, in a drawer; each setting with a line on what it does. */
@customElement('cat-settings-panel')
export class SettingsPanel extends LitElement {
  @property({ attribute: false }) chat: ChatKind = 'nano';
  /** Of the question in hand: some methods are not taught for each kind. */
  @property() kind: Question['kind'] = 'verifiable';
  /** What differs from the defaults. */
  @property({ attribute: false }) change: SettingsChange = {};
  /** The model's own prompts. */
  @property({ attribute: false }) prompts: Readonly<Record<PromptName, string>> = {
    solve: '',
    synthesise: '',
    synthesiseWithQuestion: '',
  };
  @property({ attribute: false }) threads: number | 'auto' = 'auto';
  /** Threads that this machine has to offer. */
  @property({ type: Number }) mostThreads = 1;
  /** The loaded model gets one thread, whatever is set. */
  @property({ type: Boolean }) oneThread = false;
  /** The loaded model runs with other threads than set. */
  @property({ type: Boolean }) threadsPending = false;

  /** What is loaded: some methods are not for every model. */
  @property({ attribute: false }) model: LoadedModel | null = null;

  /** Shown as they are, and not to be changed: a prepared link says so. */
  @property({ type: Boolean }) pinned = false;

  @state() private typed: Partial<Record<NumberSetting, string>> = {};
  @query('dialog') private dialog!: HTMLDialogElement;

  static override styles = [controls, dialogFrame, drawer];

  get isOpen(): boolean {
    return this.dialog.open;
  }

  /** At the top, where methods are chosen, or where another model can be had. */
  open(at: 'top' | 'methods' | 'models' = 'top'): void {
    if (!this.dialog.open) this.dialog.showModal();
    if (at !== 'top') this.renderRoot.querySelector(`.${at}`)?.scrollIntoView();
  }

  close(): void {
    this.dialog.close();
  }

  override render(): TemplateResult {
    const settings = applyChange(defaultSettings(this.chat), this.change);
    const outside = outsideTrained(settings, this.chat, this.model?.trained);
    const noteOf = (name: NumberSetting | PromptName): string | null => {
      const found = outside.find(({ setting }) => setting === name);
      return found === undefined ? null : say.settings.outside(found);
    };
    const assess: AssessSettings = {
      settings,
      kind: this.kind,
      model: this.model,
      send: (change) => this.#send(change),
    };
    return html`<dialog aria-labelledby="heading" closedby="any">
      <div class="top">
        <h2 id="heading">${say.settings.heading}</h2>
        <button class="plain" type="button" aria-label=${say.settings.close} @click=${this.#close}>
          ${icon('close')}
        </button>
      </div>
      <div class="body">
        <p class="s soft">${this.pinned ? told.prepared.fixed : say.settings.next}</p>
        <fieldset ?disabled=${this.pinned}>
        <h3>${say.settings.sampling}</h3>
        ${NUMBERS.map((name) => this.#number(name, settings, noteOf))}
        ${this.#switch('blind', !settings.questionVisible, (on) => ({ questionVisible: !on }))}
        ${this.#switch('equalCompute', settings.equalCompute, (on) => ({ equalCompute: on }))}
        <div class="methods">${methodsSetting(assess)}</div>
        ${judgingSetting(assess)}
        </fieldset>
        <h3>${say.settings.machine}</h3>
        ${this.#threads()}
        <h3>${say.settings.prompts}</h3>
        ${PROMPTS.map(
          (name) =>
            html`<cat-prompt-editor
              .name=${name}
              .own=${this.prompts[name]}
              .changed=${settings.prompts[name] ?? null}
              .warning=${noteOf(name)}
              .fixed=${this.pinned}
              @cat-prompt=${this.#prompt}
            ></cat-prompt-editor>`,
        )}
        <div class="models"><slot></slot></div>
      </div>
      <div class="end">
        <button type="button" ?disabled=${this.pinned} @click=${this.#defaults}>${say.settings.defaults}</button>
        <button class="primary" type="button" @click=${this.#close}>${say.settings.close}</button>
      </div>
    </dialog>`;
  }

  #number(
    name: NumberSetting,
    settings: Settings,
    noteOf: (name: NumberSetting) => string | null,
  ): TemplateResult {
    const words = say.settings.numbers[name];
    const bound = BOUNDS[name];
    const typed = this.typed[name];
    const value = typed ?? String(valueOf(settings, name));
    const note = noteOf(name);
    const range = say.settings.range(bound.low, bound.high, bound.aboveLow === true);
    const invalid = say.settings.invalid(expectation(bound), valueOf(settings, name));
    return html`<div class="setting">
      <label for=${name}>${words.label}</label>
      <input
        id=${name}
        type="number"
        inputmode="decimal"
        min=${bound.low}
        max=${bound.high}
        step=${bound.whole ? STEPS[name] : 'any'}
        aria-describedby=${`${name}-hint ${name}-fault`}
        aria-invalid=${typed === undefined ? 'false' : 'true'}
        .value=${live(value)}
        @input=${(event: Event) => this.#typed(name, event)}
        @keydown=${(event: KeyboardEvent) => this.#step(name, event)}
      />
      <p id=${`${name}-hint`} class="hint">
        ${words.hint}
        <span class="range">${range}</span>
      </p>
      <p id=${`${name}-fault`} class="note">
        ${typed !== undefined
          ? html`<span class="wrong">${icon('warn')} ${invalid}</span>`
          : note === null
            ? nothing
            : html`<span class="warn">${icon('warn')} ${note}</span>`}
      </p>
    </div>`;
  }

  #switch(
    name: 'blind' | 'equalCompute',
    on: boolean,
    change: (on: boolean) => SettingsChange,
  ): TemplateResult {
    const words = say.settings[name];
    return html`<div class="setting">
      <label for=${name}>${words.label}</label>
      <input
        id=${name}
        type="checkbox"
        role="switch"
        aria-describedby=${`${name}-hint`}
        .checked=${live(on)}
        @change=${(event: Event) => {
          if (event.target instanceof HTMLInputElement) this.#send(change(event.target.checked));
        }}
      />
      <p id=${`${name}-hint`} class="hint">${words.hint}</p>
    </div>`;
  }

  #threads(): TemplateResult {
    const words = say.settings.threads;
    const choices = Array.from({ length: this.mostThreads }, (_, index) => index + 1);
    return html`<div class="setting">
      <label for="threads">${words.label}</label>
      <select id="threads" aria-describedby="threads-hint" @change=${this.#threaded}>
        <option value="auto" ?selected=${this.threads === 'auto'}>${words.auto}</option>
        ${choices.map(
          (n) => html`<option .value=${String(n)} ?selected=${this.threads === n}>${n}</option>`,
        )}
      </select>
      <p id="threads-hint" class="hint">${this.oneThread ? words.one : crossOriginIsolated ? words.hint : words.each}</p>
      ${this.threadsPending
        ? html`<p class="note">
            <button class="small" type="button" @click=${this.#loadAgain}>${words.reload}</button>
          </p>`
        : nothing}
    </div>`;
  }

  /** A value out of its bounds stays in the field with its fault and changes nothing. */
  #typed(name: NumberSetting, event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    const text = event.target.value;
    const value = text.trim() === '' ? Number.NaN : Number(text);
    const { [name]: _old, ...rest } = this.typed;
    if (isWithin(BOUNDS[name], value)) {
      this.typed = rest;
      this.#send(changeOf(name, value));
    } else this.typed = { ...rest, [name]: text };
  }

  /** `step="any"` lets a person type any fraction; the arrow keys then need a step of their own. */
  #step(name: NumberSetting, event: KeyboardEvent): void {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    const bound = BOUNDS[name];
    const settings = applyChange(defaultSettings(this.chat), this.change);
    const step = event.key === 'ArrowUp' ? STEPS[name] : -STEPS[name];
    const value = Math.round((valueOf(settings, name) + step) * 1000) / 1000;
    const { [name]: _old, ...rest } = this.typed;
    this.typed = rest;
    if (isWithin(bound, value)) this.#send(changeOf(name, value));
  }

  #loadAgain(): void {
    intend(this, 'cat-load-again', null);
  }

  #threaded(event: Event): void {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const { value } = event.target;
    intend(this, 'cat-threads', value === 'auto' ? 'auto' : Number(value));
  }

  #prompt(event: PromptChange): void {
    const { name, text } = event.detail;
    const { [name]: _old, ...rest } = this.change.prompts ?? {};
    const prompts = text === null ? rest : { ...rest, [name]: text };
    intend(this, 'cat-settings', { ...this.change, prompts });
  }

  #send(change: SettingsChange): void {
    const sampling = { ...this.change.sampling, ...change.sampling };
    intend(this, 'cat-settings', { ...this.change, ...change, sampling });
  }

  #defaults(): void {
    this.typed = {};
    intend(this, 'cat-settings-anew', {});
    for (const editor of this.renderRoot.querySelectorAll('cat-prompt-editor')) editor.forget();
    intend(this, 'cat-threads', 'auto');
  }

  #close(): void {
    this.close();
  }
}

function valueOf(settings: Settings, name: NumberSetting): number {
  return name === 'group' || name === 'seed' ? settings[name] : settings.sampling[name];
}

const changeOf = (name: NumberSetting, value: number): SettingsChange =>
  name === 'group' || name === 'seed' ? { [name]: value } : { sampling: { [name]: value } };

declare global {
  interface HTMLElementTagNameMap {
    'cat-settings-panel': SettingsPanel;
  }
}
