import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface Keys {
  /** Keys belong to something else now: a dialog, or another part of the page. */
  readonly off: () => boolean;
  readonly ask: () => void;
  readonly stop: () => void;
}

/** Ctrl + Enter asks and Escape stops, wherever the focus is. */
export class KeysController implements ReactiveController {
  readonly #keys: Keys;

  constructor(host: ReactiveControllerHost, keys: Keys) {
    this.#keys = keys;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#key);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#key);
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (this.#keys.off()) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.#keys.ask();
    } else if (event.key === 'Escape') this.#keys.stop();
  };
}
