/**
 * Remembers that all files of a model were read again and were as they should be. It holds the hash
 * of each, so that a file which comes anew later takes the mark off.
 */
import { kept } from './kept-file.ts';
import { hashHeader, type Place } from './places.ts';

const cacheName = 'cat-lab/checked';

export async function mark(folder: string, places: readonly Place[]): Promise<void> {
  await (await caches.open(cacheName)).put(folder, new Response(await linesOf(places)));
}

export async function unmark(folder: string): Promise<void> {
  if (await caches.has(cacheName)) await (await caches.open(cacheName)).delete(folder);
}

export async function isMarked(folder: string, places: readonly Place[]): Promise<boolean> {
  if (!(await caches.has(cacheName))) return false;
  const found = await (await caches.open(cacheName)).match(folder);
  return found !== undefined && (await found.text()) === (await linesOf(places));
}

async function linesOf(places: readonly Place[]): Promise<string> {
  const lines = places.map(
    async (place) => `${place.name} ${(await kept(place))?.headers.get(hashHeader) ?? ''}\n`,
  );
  return (await Promise.all(lines)).join('');
}
