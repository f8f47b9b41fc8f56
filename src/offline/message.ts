/** What pages and their service worker tell each other. */
export type ToWorker =
  /** Answered on the port that comes with it, with the worker's version. */
  | { readonly kind: 'version' }
  /** The worker that waits takes the place of the one that answers now. */
  | { readonly kind: 'take-over' };

export type FromWorker =
  | { readonly kind: 'offline-progress'; readonly bytes: number; readonly total: number }
  | { readonly kind: 'offline-failed'; readonly reason: string };
