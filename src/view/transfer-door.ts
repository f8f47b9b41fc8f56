/**
 * How an element comes by the way in and out of the store: it asks upwards, and the composition root,
 * which made it, gives it. The page between them need not know it.
 */
import type { Transfer } from '../run/transfer.ts';

export interface TransferRequest {
  readonly give: (transfer: Transfer) => void;
}

/** Null where nobody gives it. */
export function askForTransfer(from: EventTarget): Transfer | null {
  let given: Transfer | null = null;
  const detail: TransferRequest = { give: (transfer) => (given = transfer) };
  from.dispatchEvent(new CustomEvent('cat-transfer-door', { detail, bubbles: true, composed: true }));
  return given;
}

declare global {
  interface HTMLElementEventMap {
    'cat-transfer-door': CustomEvent<TransferRequest>;
    /** Records came in: what is shown of the store is to be read anew. */
    'cat-imported': CustomEvent<null>;
  }
}
