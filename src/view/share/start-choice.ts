/** Where a prepared link begins: at the question, or at a step of a lesson. */
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { LESSONS } from '../lesson/lessons.ts';
import type { Place } from '../place.ts';
import { told } from '../text/share.ts';

export function startChoice(place: Place, choose: (place: Place) => void): TemplateResult {
  const words = told.dialog;
  const value = place.kind === 'lesson' ? String(place.lesson) : place.kind;
  const steps = place.kind === 'lesson' ? (LESSONS[place.lesson - 1]?.steps.length ?? 1) : 0;
  return html`<div class="inline">
    <label
      >${words.start}
      <select @change=${(event: Event) => choose(placeNamed((event.target as HTMLSelectElement).value))}>
        <option value="question" ?selected=${value === 'question'}>${words.starts.question}</option>
        <option value="lessons" ?selected=${value === 'lessons'}>${words.starts.lessons}</option>
        ${LESSONS.map((_, at) => {
          const lesson = String(at + 1);
          return html`<option value=${lesson} ?selected=${value === lesson}>${words.lesson(at + 1)}</option>`;
        })}
      </select></label
    >
    ${place.kind !== 'lesson'
      ? nothing
      : html`<label
          >${words.step}
          <select
            @change=${(event: Event) =>
              choose({ ...place, step: Number((event.target as HTMLSelectElement).value) })}
          >
            ${Array.from({ length: steps }, (_, at) => at + 1).map(
              (step) => html`<option value=${step} ?selected=${step === place.step}>${step}</option>`,
            )}
          </select></label
        >`}
  </div>`;
}

function placeNamed(name: string): Place {
  if (name === 'lessons') return { kind: 'lessons' };
  const lesson = Number(name);
  return Number.isInteger(lesson) ? { kind: 'lesson', lesson, step: 1 } : { kind: 'question' };
}
