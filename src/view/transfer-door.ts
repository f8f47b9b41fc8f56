/** The way in and out of the store: see door.ts for how an element comes by it. */
import type { Transfer } from '../run/transfer.ts';
import { askUpwards } from './door.ts';
import type { DoorRequest } from './door.ts';

/** Null where nobody gives it. */
export const askForTransfer = (from: EventTarget): Transfer | null => askUpwards<Transfer>(from, 'cat-transfer-door');

declare global {
  interface HTMLElementEventMap {
    'cat-transfer-door': CustomEvent<DoorRequest<Transfer>>;
    /** Records came in: what is shown of the store is to be read anew. */
    'cat-imported': CustomEvent<null>;
  }
}
