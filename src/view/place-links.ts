/** The links between the parts of the page, and what stands there while one of them is fetched. */
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Hideable } from '../share/link.ts';
import { icon } from './icon.ts';
import type { Place, Room } from './place.ts';
import { addressOf, roomOf } from './place.ts';
import type { Part, PlaceController } from './place-controller.ts';
import type { RunProgress } from './state.ts';
import { say } from './text/current.ts';

const ROOMS: readonly Room[] = ['question', 'experiments', 'lessons'];

export function placeLinks(
  place: Place,
  run: RunProgress | null,
  hides: (what: Hideable) => boolean,
): TemplateResult {
  const here = roomOf(place);
  const rooms = ROOMS.filter((room) => room !== 'experiments' || !hides(room));
  return html`<nav aria-label=${say.places.label}>
    ${rooms.map(
      (room) =>
        html`<a href=${addressOf({ kind: room })} aria-current=${room === here ? 'page' : 'false'}
          >${say.places[room]}${room === 'experiments' && run !== null
            ? html` <span class="count">${say.places.running(run.done, run.total)}</span>`
            : nothing}</a
        >`,
    )}
  </nav>`;
}

/** Each stays when one goes elsewhere, and so keeps what was chosen there; `notes` stand where one is. */
export const roomsOf = (
  places: PlaceController,
  notes: unknown,
  contents: Readonly<Record<Room, () => TemplateResult>>,
): TemplateResult[] =>
  ROOMS.map((room) => {
    const part = room === 'question' ? 'there' : places.part(room);
    const isHere = room === places.room;
    if (part !== 'there' && !isHere) return html``;
    const again = (): void => void (room !== 'question' && places.load(room));
    return html`<main ?hidden=${!isHere}>
      ${isHere ? notes : nothing} ${part === 'there' ? contents[room]() : placePart(part, again)}
    </main>`;
  });

/** Until the part is there. */
const placePart = (part: Exclude<Part, 'there'>, again: () => void): TemplateResult =>
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
