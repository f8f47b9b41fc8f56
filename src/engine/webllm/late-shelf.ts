/** The shelf as the page opens with it: what is known of every model comes when somebody looks for one. */
import type { Preflight } from './device.ts';
import type { Shelf } from './offer.ts';

/** `fetchShelf` is called at the first need; where it failed, at the next one again. */
export function createLateShelf(preflight: Preflight, fetchShelf: () => Promise<Shelf>): Shelf {
  let coming: Promise<Shelf> | null = null;
  const shelf = (): Promise<Shelf> =>
    (coming ??= fetchShelf().catch((error: unknown) => {
      coming = null;
      throw error;
    }));
  return {
    preflight,
    offers: async () => (await shelf()).offers(),
    kept: async (spec) => (await shelf()).kept(spec),
    size: async (spec, signal) => (await shelf()).size(spec, signal),
    check: async (spec, options) => (await shelf()).check(spec, options),
    remove: async (spec, names) => (await shelf()).remove(spec, names),
  };
}
