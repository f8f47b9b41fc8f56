/** The door to what is kept for working without a connection: see door.ts for how an element comes by it. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { OfflineDoor, OfflineState } from '../../offline/door.ts';
import { askUpwards } from '../door.ts';
import type { DoorRequest } from '../door.ts';

/** Follows the door while its element is on the page; null where nobody gives one. */
export class OfflineController implements ReactiveController {
  readonly #host: ReactiveControllerHost & EventTarget;
  #door: OfflineDoor | null = null;
  #off: (() => void) | null = null;

  constructor(host: ReactiveControllerHost & EventTarget) {
    this.#host = host;
    host.addController(this);
  }

  get door(): OfflineDoor | null {
    return this.#door;
  }

  get state(): OfflineState | null {
    return this.#door?.state ?? null;
  }

  hostConnected(): void {
    this.#door = askUpwards<OfflineDoor>(this.#host, 'cat-offline-door');
    this.#off = this.#door?.listen(() => this.#host.requestUpdate()) ?? null;
  }

  hostDisconnected(): void {
    this.#off?.();
    this.#off = null;
  }
}

declare global {
  interface HTMLElementEventMap {
    'cat-offline-door': CustomEvent<DoorRequest<OfflineDoor>>;
  }
  interface DocumentEventMap {
    'cat-offline-door': CustomEvent<DoorRequest<OfflineDoor>>;
  }
}
