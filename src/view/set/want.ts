import type { Wanted } from './gather.ts';

/** Tells the picker that a set is wanted; it stays within the picker. */
export function want(from: EventTarget, wanted: Wanted): void {
  from.dispatchEvent(new CustomEvent('cat-set-want', { detail: wanted }));
}

declare global {
  interface HTMLElementEventMap {
    'cat-set-want': CustomEvent<Wanted>;
  }
}
