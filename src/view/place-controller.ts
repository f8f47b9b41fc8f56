import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Place } from './place.ts';
import { addressOf, isExperiments, placeOf } from './place.ts';

/** The part of the page for many questions, as it comes: few who ask one question need it. */
export type Part = 'absent' | 'coming' | 'there' | 'failed';

const fetchExperiments = (): Promise<unknown> => import('./experiment/experiments.ts');

/**
 * Follows the page's address, so that back and forward work and a run can be linked to, and fetches
 * the experiments when somebody goes there first.
 */
export class PlaceController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #fetch: () => Promise<unknown>;
  #place = placeOf(location.hash);
  #part: Part = 'absent';
  /** How far the question was scrolled when it was left. */
  #scrolled = 0;

  constructor(host: ReactiveControllerHost, fetch = fetchExperiments) {
    this.#host = host;
    this.#fetch = fetch;
    host.addController(this);
  }

  get place(): Place {
    return this.#place;
  }

  get part(): Part {
    return this.#part;
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
  async load(): Promise<void> {
    if (this.#part === 'coming' || this.#part === 'there') return;
    this.#set('coming');
    try {
      await this.#fetch();
      this.#set('there');
    } catch {
      this.#set('failed');
    }
  }

  readonly #moved = (): void => {
    const before = this.#place;
    this.#place = placeOf(location.hash);
    if (isExperiments(this.#place)) void this.load();
    this.#host.requestUpdate();
    if (addressOf(before) === addressOf(this.#place)) return;
    if (!isExperiments(before)) this.#scrolled = scrollY;
    void this.#host.updateComplete.then(() =>
      scrollTo(0, isExperiments(this.#place) ? 0 : this.#scrolled),
    );
  };

  #set(part: Part): void {
    this.#part = part;
    this.#host.requestUpdate();
  }
}
