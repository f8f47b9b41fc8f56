/** The door to servers: see door.ts for how an element comes by it. */
import type { ServerDoor } from '../../engine/server/offer.ts';
import { askUpwards } from '../door.ts';
import type { DoorRequest } from '../door.ts';

/** The door that whoever made the page gives, or null where nobody does. */
export const askForServerDoor = (from: EventTarget): ServerDoor | null => askUpwards<ServerDoor>(from, 'cat-server-door');

declare global {
  interface HTMLElementEventMap {
    'cat-server-door': CustomEvent<DoorRequest<ServerDoor>>;
  }
  interface DocumentEventMap {
    'cat-server-door': CustomEvent<DoorRequest<ServerDoor>>;
  }
}
