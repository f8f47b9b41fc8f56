/**
 * How an element comes by the door to servers: it asks upwards, and the composition root, which made the
 * door, gives it. The page between them need not know it.
 */
import type { ServerDoor } from '../engine/server/offer.ts';

export interface ServerDoorRequest {
  readonly give: (door: ServerDoor) => void;
}

/** The door that whoever made the page gives, or null where nobody does. */
export function askForServerDoor(from: EventTarget): ServerDoor | null {
  let given: ServerDoor | null = null;
  const detail: ServerDoorRequest = { give: (door) => (given = door) };
  from.dispatchEvent(new CustomEvent('cat-server-door', { detail, bubbles: true, composed: true }));
  return given;
}

declare global {
  interface HTMLElementEventMap {
    'cat-server-door': CustomEvent<ServerDoorRequest>;
  }
  interface DocumentEventMap {
    'cat-server-door': CustomEvent<ServerDoorRequest>;
  }
}
