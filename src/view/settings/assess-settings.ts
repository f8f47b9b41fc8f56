/** Settings of what is asked after the synthesis: which methods, and how an open question is judged. */
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { MethodName } from '../../baseline/selection.ts';
import type { LoadedModel } from '../../engine/model.ts';
import type { Question } from '../../question/question.ts';
import { cannot, extraOf, METHOD_NAMES } from '../../run/methods.ts';
import type { Settings, SettingsChange } from '../../run/settings.ts';
import { REPEATS_BOUND } from '../../run/settings.ts';
import { icon } from '../icon.ts';
import { say } from '../text/current.ts';

export interface AssessSettings {
  readonly settings: Settings;
  readonly kind: Question['kind'];
  readonly model: LoadedModel | null;
  readonly send: (change: SettingsChange) => void;
}

/** Each method with what it costs, and what they cost together: off, they cost nothing. */
export function methodsSetting({ settings, kind, model, send }: AssessSettings): TemplateResult {
  const words = say.methods.choose;
  const { group, methods = [] } = settings;
  const extras = methods
    .filter((name) => cannot(name, model, kind) === null)
    .map((name) => extraOf(name, group));
  const calls = sum(extras.map((extra) => extra.calls));
  const scored = sum(extras.map((extra) => extra.scored));
  const choose = (names: readonly MethodName[]): void => send({ methods: names });
  return html`<div role="group" aria-labelledby="methods">
    <h3 id="methods">${words.heading}</h3>
    <p class="xs soft">${words.hint}</p>
    ${METHOD_NAMES.map((name) => oneMethod(name, { settings, kind, model, send }))}
    <p class="s" role="status">
      ${methods.length === 0 ? nothing : html`<strong>${words.sum(calls, scored)}</strong>`}
    </p>
    <p class="choose">
      <button class="small" type="button" @click=${() => choose(METHOD_NAMES)}>${words.all}</button>
      <button class="small" type="button" @click=${() => choose([])}>${words.none}</button>
    </p>
  </div>`;
}

function oneMethod(name: MethodName, { settings, kind, model, send }: AssessSettings): TemplateResult {
  const words = say.methods.choose;
  const { group, methods = [] } = settings;
  const on = methods.includes(name);
  const why = cannot(name, model, kind);
  const toggled = (): readonly MethodName[] =>
    METHOD_NAMES.filter((other) => (other === name ? !on : methods.includes(other)));
  return html`<div class="setting">
    <label for=${`method-${name}`}>${say.methods.names[name]}</label>
    <input
      id=${`method-${name}`}
      type="checkbox"
      aria-describedby=${`method-${name}-hint`}
      .checked=${live(on)}
      @change=${() => send({ methods: toggled() })}
    />
    <p id=${`method-${name}-hint`} class="hint">
      ${capital(say.methods.what(group)[name])}.
      ${why === null
        ? words.extra(extraOf(name, group))
        : html`<span class="warn">${icon('warn')} ${words.cannot[why]}</span>`}
    </p>
  </div>`;
}

export function judgingSetting({ settings, send }: AssessSettings): TemplateResult {
  const words = say.rubric.settings;
  const { repeats, permute } = settings.judging;
  const { low, high } = REPEATS_BOUND;
  const choices = Array.from({ length: high - low + 1 }, (_, at) => low + at);
  return html`<h3>${words.heading}</h3>
    <div class="setting">
      <label for="repeats">${words.repeats}</label>
      <select
        id="repeats"
        aria-describedby="repeats-hint"
        @change=${(event: Event) => {
          if (!(event.target instanceof HTMLSelectElement)) return;
          send({ judging: { repeats: Number(event.target.value), permute } });
        }}
      >
        ${choices.map(
          (n) => html`<option .value=${String(n)} .selected=${live(n === repeats)}>${n}</option>`,
        )}
      </select>
      <p id="repeats-hint" class="hint">${words.repeatsHint}</p>
    </div>
    <div class="setting">
      <label for="permute">${words.permute}</label>
      <input
        id="permute"
        type="checkbox"
        role="switch"
        aria-describedby="permute-hint"
        .checked=${live(permute)}
        @change=${() => send({ judging: { repeats, permute: !permute } })}
      />
      <p id="permute-hint" class="hint">${words.permuteHint}</p>
    </div>`;
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
