/** The page's side of the models on this machine: which can be had, which are here, what they take. */
import type { ModelSpec } from '../model.ts';
import { catalogue, type DeviceHints } from './catalogue.ts';
import type { Kept, Shelf } from './offer.ts';
import type { Place } from './places.ts';
import {
  bytesHeader,
  configPlace,
  hashHeader,
  listPlace,
  modelFolder,
  otherPlaces,
  scopes,
} from './places.ts';

export function createShelf(device: DeviceHints): Shelf {
  return {
    offers: () => Promise.resolve(catalogue(device)),
    async kept(spec) {
      const places = await placesOf(spec);
      let bytes = 0;
      let found = 0;
      for (const place of places ?? []) {
        const response = await match(place);
        // Only what was checked when it came bears its hash.
        if (response === undefined || !response.headers.has(hashHeader)) continue;
        found += 1;
        bytes += Number(response.headers.get(bytesHeader) ?? 0);
      }
      const state: Kept['state'] =
        found === 0 ? 'none' : found === places?.length ? 'whole' : 'part';
      return { state, bytes };
    },
    async remove(spec) {
      for (const { url, scope } of (await placesOf(spec)) ?? []) {
        const cache = await caches.open(scopes[scope]);
        await cache.delete(url);
      }
    },
  };
}

const match = async ({ url, scope }: Place): Promise<Response | undefined> =>
  (await caches.has(scopes[scope])) ? (await caches.open(scopes[scope])).match(url) : undefined;

const json = async (place: Place): Promise<unknown> =>
  (await match(place))?.json().catch(() => null) ?? null;

/** All files of a model as far as what is here tells; null where nothing of it is. */
async function placesOf({ urls, library }: ModelSpec): Promise<Place[] | null> {
  const [url] = urls;
  if (url === undefined || library === undefined) return null;
  const folder = modelFolder(new URL(url, document.baseURI).href);
  const first = [configPlace(folder), listPlace(folder)] as const;
  const [config, list] = [await json(first[0]), await json(first[1])];
  if (config === null || list === null) return null;
  const others = otherPlaces(config, list, folder, new URL(library, document.baseURI).href);
  return others === null ? null : [...first, ...others];
}
