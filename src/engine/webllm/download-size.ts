/** What the download of a model takes: from its own lists, before anything large is fetched. */
import type { Fault } from '../../base/fault.ts';
import { failed, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import { freeBytes, type DownloadSize } from '../download-size.ts';
import { passGate, type AllowHost } from '../gate.ts';
import { reach } from '../reach.ts';
import type { ModelSpec } from '../model.ts';
import { corrupt, missing } from '../worker/manifest.ts';
import { isKept } from './kept-file.ts';
import { configPlace, listPlace, modelFolder, otherPlaces, type Place } from './places.ts';

interface Sized {
  readonly name: string;
  readonly url: string;
  readonly scope: Place['scope'];
  readonly bytes: number | null;
}

/**
 * Faults: `host-refused` before anything is fetched; `model-missing`, `model-corrupt` where a list
 * cannot be had or read. After an abort of `signal` the result says nothing.
 */
export async function downloadSize(
  spec: ModelSpec,
  allowHost: AllowHost,
  signal?: AbortSignal,
): Promise<Result<DownloadSize, Fault>> {
  const base = document.baseURI;
  const [url] = spec.urls;
  if (url === undefined || spec.library === undefined) {
    return failed(corrupt(spec, 'it has no folder or no library'));
  }
  const address = passGate(url, base, allowHost);
  const library = passGate(spec.library, base, allowHost);
  if (!address.ok) return address;
  if (!library.ok) return library;
  const folder = modelFolder(address.value);
  const config = await fetchJson(spec, configPlace(folder), signal);
  if (!config.ok) return config;
  const list = await fetchJson(spec, listPlace(folder), signal);
  if (!list.ok) return list;
  const rest = otherPlaces(config.value.json, list.value.json, folder, library.value);
  if (rest === null) {
    return failed(corrupt(spec, 'its list of shards or its tokenizer cannot be read'));
  }
  const sized = await Promise.all(rest.map((place) => withSize(place, signal)));
  return ok(await add([config.value.place, list.value.place, ...sized]));
}

async function add(places: readonly Sized[]): Promise<DownloadSize> {
  const here = await Promise.all(places.map(isKept));
  const coming = places.filter((_, index) => here[index] !== true);
  const sum = (some: readonly Sized[]): number =>
    some.reduce((bytes, place) => bytes + (place.bytes ?? 0), 0);
  return {
    bytes: sum(coming),
    here: sum(places) - sum(coming),
    files: coming.length,
    unknown: coming.filter(({ bytes }) => bytes === null).map(({ name }) => name),
    free: await freeBytes(),
  };
}

async function fetchJson(
  spec: ModelSpec,
  place: Place,
  signal: AbortSignal | undefined,
): Promise<Result<{ readonly json: unknown; readonly place: Sized }, Fault>> {
  const response = await ask(place.url, 'GET', signal);
  if (response?.ok !== true) return failed(missing(spec, place.url, response?.status ?? 0));
  const text = await response.text().catch(() => null);
  if (text === null) return failed(missing(spec, place.url, 0));
  try {
    const bytes = new TextEncoder().encode(text).byteLength;
    return ok({ json: JSON.parse(text) as unknown, place: { ...place, bytes } });
  } catch {
    return failed(corrupt(spec, `${place.name} is not JSON`));
  }
}

/** What the list does not tell, the host may: a word before the file is asked for. */
async function withSize(place: Place, signal: AbortSignal | undefined): Promise<Sized> {
  if (place.bytes !== null) return place;
  const response = await ask(place.url, 'HEAD', signal);
  const told = Number(response?.ok === true ? (response.headers.get('content-length') ?? 0) : 0);
  return { ...place, bytes: told > 0 ? told : null };
}

const ask = (
  url: string,
  method: 'GET' | 'HEAD',
  signal: AbortSignal | undefined,
): Promise<Response | null> =>
  reach(url, { method, ...(signal === undefined ? {} : { signal }) }).catch(() => null);
