import type { Fault } from './fault.ts';

/** What a dynamic import that was refused says: offline, or the page was updated since it was opened. */
export const partMissing = (error: unknown): Fault => ({
  kind: 'part-missing',
  reason: error instanceof Error ? error.message : String(error),
});
