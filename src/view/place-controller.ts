import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Place, Room } from './place.ts';
import { addressOf, placeOf, roomOf } from './place.ts';
import { say } from './text/current.ts';

/** Of the browser's tab, as index.html has it; names, which are the same in every language. */
const TITLE = 'CaT Lab: Compute as Teacher';

/** A part of the page that comes when somebody goes there: few who ask one question need it. */
export type Part = 'absent' | 'coming' | 'there' | 'failed';
export type Fetched = Exclude<Room, 'question'>;
type Fetches = Readonly<Record<Fetched, () => Promise<unknown>>>;

const fetches: Fetches = {
  experiments: () => import('./experiment/experiments.ts'),
  lessons: () => import('./lesson/lessons-place.ts'),
};

/**
 * Follows the page's address, so that back and forward work and a run can be linked to, and fetches
 * a part of the page when somebody goes there first.
 */
export class PlaceController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #fetches: Fetches;
  #place = placeOf(location.hash);
  readonly #parts: Record<Fetched, Part> = { experiments: 'absent', lessons: 'absent' };
  /** How far the question was scrolled when it was left. */
  #scrolled = 0;

  constructor(host: ReactiveControllerHost, by = fetches) {
    this.#host = host;
    this.#fetches = by;
    host.addController(this);
  }

  get place(): Place {
    return this.#place;
  }

  get room(): Room {
    return roomOf(this.#place);
  }

  part(room: Fetched): Part {
    return this.#parts[room];
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#moved);
    this.#moved();
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#moved);
  }

  /** Goes there by the address, as a link does. */
  go(place: Place): void {
    location.hash = addressOf(place);
  }

  /** Fetches the part that is missing; once more where that has failed. */
  async load(room: Fetched): Promise<void> {
    const part = this.#parts[room];
    if (part === 'coming' || part === 'there') return;
    this.#set(room, 'coming');
    try {
      await this.#fetches[room]();
      this.#set(room, 'there');
    } catch {
      this.#set(room, 'failed');
    }
  }

  readonly #moved = (): void => {
    const before = this.#place;
    this.#place = placeOf(location.hash);
    const { room } = this;
    document.title = room === 'question' ? TITLE : `${say.places[room]} · CaT Lab`;
    if (room !== 'question') void this.load(room);
    this.#host.requestUpdate();
    if (addressOf(before) === addressOf(this.#place)) return;
    if (roomOf(before) === 'question') this.#scrolled = scrollY;
    // Inside a lesson the focus decides what is in sight.
    if (room === 'lessons' && roomOf(before) === 'lessons') return;
    void this.#host.updateComplete.then(() =>
      scrollTo(0, room === 'question' ? this.#scrolled : 0),
    );
  };

  #set(room: Fetched, part: Part): void {
    this.#parts[room] = part;
    this.#host.requestUpdate();
  }
}
