/** The links between the two parts of the page, and what stands there while one of them is fetched. */
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { icon } from './icon.ts';
import type { Place } from './place.ts';
import { addressOf, isExperiments } from './place.ts';
import type { Part } from './place-controller.ts';
import type { RunProgress } from './state.ts';
import { say } from './text/current.ts';

export function placeLinks(place: Place, run: RunProgress | null): TemplateResult {
  const away = isExperiments(place);
  return html`<nav aria-label=${say.places.label}>
    <a href=${addressOf({ kind: 'question' })} aria-current=${away ? 'false' : 'page'}
      >${say.places.question}</a
    >
    <a href=${addressOf({ kind: 'experiments' })} aria-current=${away ? 'page' : 'false'}
      >${say.places.experiments}${run === null
        ? nothing
        : html` <span class="count">${say.places.running(run.done, run.total)}</span>`}</a
    >
  </nav>`;
}

/** Until the part is there. */
export const placePart = (part: Exclude<Part, 'there'>, again: () => void): TemplateResult =>
  part === 'failed'
    ? html`<div class="part" role="alert">
        <p>${say.places.failed}</p>
        <button type="button" @click=${again}>${icon('another')}${say.places.again}</button>
      </div>`
    : html`<p class="part" role="status">${say.places.coming}</p>`;

/** Where a question would be asked while an experiment runs. */
export const runNote = ({ id, done, total }: RunProgress): TemplateResult =>
  html`<p class="part">
    ${say.places.busy} ${say.places.running(done, total)}.
    <a href=${addressOf({ kind: 'run', run: id, beside: null })}>${say.places.toRun}</a>
  </p>`;
