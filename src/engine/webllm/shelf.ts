/** The page's side of the models on this machine: which can be had, which are here, what they take. */
import type { AllowHost } from '../gate.ts';
import type { ModelSpec } from '../model.ts';
import { catalogue } from './catalogue.ts';
import { checkFiles } from './check.ts';
import { isMarked, mark, unmark } from './checked-mark.ts';
import type { Preflight } from './device.ts';
import { downloadSize } from './download-size.ts';
import { kept } from './kept-file.ts';
import type { CheckedFile, Kept, Shelf } from './offer.ts';
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

export interface ShelfOptions {
  readonly preflight: Preflight;
  /** Memory of the machine in GiB, as coarsely as browsers tell it; null where they do not. */
  readonly memoryGib: number | null;
  /** Hosts besides our own that the person confirmed; none without it. */
  readonly allowHost?: AllowHost;
}

export function createShelf(options: ShelfOptions): Shelf {
  const { preflight, memoryGib, allowHost = () => false } = options;
  const halfPrecision = preflight.adapter?.halfPrecision ?? false;
  return {
    preflight,
    offers: () => Promise.resolve(catalogue({ halfPrecision, memoryGib })),
    async kept(spec) {
      const files = filesOf(spec);
      const places = files === null ? null : await placesOf(files);
      if (files === null || places === null) return { state: 'none', bytes: 0 };
      let bytes = 0;
      let found = 0;
      for (const place of places) {
        const response = await kept(place);
        // Without its hash it was not put here by us, and a load fetches it again.
        if (response === undefined || !response.headers.has(hashHeader)) continue;
        found += 1;
        bytes += Number(response.headers.get(bytesHeader) ?? 0);
      }
      if (found === 0) return { state: 'none', bytes };
      if (found < places.length) return { state: 'part', bytes };
      const state: Kept['state'] = (await isMarked(files.folder, places)) ? 'checked' : 'whole';
      return { state, bytes };
    },
    size: (spec, signal) => downloadSize(spec, allowHost, signal),
    async check(spec, checking) {
      const files = filesOf(spec);
      if (files === null) return [];
      const places = await placesOf(files);
      const checked = await checkFiles(places ?? files.lists, checking);
      if (checked === null) return null;
      if (places !== null && checked.every(({ state }) => state === 'digest')) {
        await mark(files.folder, places);
        return checked;
      }
      await unmark(files.folder);
      // A list that is as it came and cannot be read is of no more use than a broken one.
      return places === null ? checked.map(asUnread) : checked;
    },
    async remove(spec, names) {
      const files = filesOf(spec);
      if (files === null) return;
      await unmark(files.folder);
      for (const { url, scope, name } of (await placesOf(files)) ?? files.lists) {
        if (names?.includes(name) === false) continue;
        await (await caches.open(scopes[scope])).delete(url);
      }
    },
  };
}

interface ModelFiles {
  readonly folder: string;
  readonly library: string;
  readonly lists: readonly [config: Place, list: Place];
}

function filesOf({ urls, library }: ModelSpec): ModelFiles | null {
  const [url] = urls;
  if (url === undefined || library === undefined) return null;
  const folder = modelFolder(new URL(url, document.baseURI).href);
  const lists = [configPlace(folder), listPlace(folder)] as const;
  return { folder, library: new URL(library, document.baseURI).href, lists };
}

const asUnread = (file: CheckedFile): CheckedFile =>
  file.state === 'missing' ? file : { ...file, state: 'changed' };

const json = async (place: Place): Promise<unknown> =>
  (await kept(place))?.json().catch(() => null) ?? null;

/** All files of a model as far as what is here tells; null where its lists are not, or unreadable. */
async function placesOf({ folder, library, lists }: ModelFiles): Promise<Place[] | null> {
  const [config, list] = [await json(lists[0]), await json(lists[1])];
  if (config === null || list === null) return null;
  const others = otherPlaces(config, list, folder, library);
  return others === null ? null : [...lists, ...others];
}
