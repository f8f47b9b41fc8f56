/** An exercise: what will happen is predicted first, then shown, and the two are compared in words. */
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { tell } from '../text/lessons.ts';
import { icon } from '../icon.ts';
import type { LessonFacts } from './facts.ts';
import { choicesOf } from './predict.ts';
import type { PredictKind } from './predict.ts';
import { compared } from './predict-words.ts';

/** What a person has made of an exercise; kept while the page is open, and nowhere. */
export interface Guess {
  /** One of the choices; null before. */
  readonly key: string | null;
  readonly revealed: boolean;
}

export const noGuess: Guess = { key: null, revealed: false };

export interface Exercise {
  readonly kind: PredictKind;
  readonly facts: LessonFacts;
  readonly guess: Guess;
  readonly choose: (key: string) => void;
  readonly reveal: () => void;
}

export function predictForm({ kind, facts, guess, choose, reveal }: Exercise): TemplateResult {
  const words = tell.predict;
  return html`<form
    class="predict"
    @submit=${(event: Event) => {
      event.preventDefault();
      reveal();
    }}
  >
    <fieldset ?disabled=${guess.revealed}>
      <legend><span class="first">${words.legend}</span> ${words.question(kind, facts)}</legend>
      ${choicesOf(kind, facts).map(
        (key) => html`<label
          ><input
            type="radio"
            name="guess"
            .value=${key}
            .checked=${guess.key === key}
            @change=${() => choose(key)}
          /><span>${words.choice(kind, key)}</span></label
        >`,
      )}
    </fieldset>
    ${guess.revealed
      ? html`<p class="outcome" tabindex="-1">${compared(kind, facts, guess.key)}</p>`
      : html`<button class="primary" type="submit">${icon('ask')}${words.reveal}</button>`}
  </form>`;
}
