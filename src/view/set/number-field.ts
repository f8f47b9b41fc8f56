import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { tell } from '../text/sets.ts';
import { wholeWithin } from './choice.ts';

export interface NumberField {
  readonly id: string;
  readonly label: string;
  readonly low: number;
  readonly high: number;
  readonly typed: string;
  /** Nothing typed is no fault. */
  readonly optional?: boolean;
  readonly disabled?: boolean;
  readonly input: (text: string) => void;
}

/** A whole number as text, so that what is typed is seen as it is; says what it must be while it is not. */
export function numberField(field: NumberField): TemplateResult {
  const { id, label, low, high, typed, optional = false, disabled = false, input } = field;
  const isEmpty = optional && typed.trim() === '';
  const wrong = !disabled && !isEmpty && wholeWithin(typed, low, high) === null;
  return html`<div class="field number">
    <label for=${id}>${label}</label>
    <input
      id=${id}
      type="text"
      inputmode="numeric"
      autocomplete="off"
      aria-invalid=${wrong ? 'true' : 'false'}
      aria-describedby=${`${id}-fault`}
      ?disabled=${disabled}
      .value=${typed}
      @input=${(event: Event) => input((event.target as HTMLInputElement).value)}
    />
    <span id=${`${id}-fault`} class="wrong xs" ?hidden=${!wrong}>
      ${wrong ? tell.ready.number(low, high) : ''}
    </span>
  </div>`;
}
