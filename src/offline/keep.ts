/** How a file of the page comes into the cache: by the service worker first, by the page where one is mended. */
import { sha256 } from '../base/hash.ts';
import { cachePrefix, LIST_PATH, readList, urlOf, type OfflineFile, type OfflineList } from './list.ts';

/**
 * `kept`: it is here, byte for byte; `changed`: the host has another one, and so another version of the
 * page; `missing`: it cannot be had.
 */
export type Keeping = 'kept' | 'changed' | 'missing';

export async function isWhole(
  response: Response | undefined,
  { sha256: digest }: Pick<OfflineFile, 'sha256'>,
): Promise<boolean> {
  return response !== undefined && (await sha256(await bytesOf(response))) === digest;
}

/** The host may have changed the policy and the isolation that lie in their headers: never from `older`. */
const CARRIES_POLICY = /\.(html|js)$/;

/**
 * What the page has just fetched itself lies in the browser's own cache and is taken from there; what an
 * earlier version of the page had too, from `older`. Either is held to its digest.
 */
export async function keepFile(
  cache: Cache,
  scope: string,
  file: OfflineFile,
  older: readonly Cache[] = [],
): Promise<Keeping> {
  const url = urlOf(scope, file);
  if (await isWhole(await find(cache, url), file)) return 'kept';
  for (const other of CARRIES_POLICY.test(file.path) ? [] : older) {
    const found = await find(other, url);
    if (found === undefined || !(await isWhole(found.clone(), file))) continue;
    await cache.put(url, found);
    return 'kept';
  }
  let last: Keeping = 'missing';
  // What lies in the browser's cache may be older than what the list speaks of.
  for (const mode of ['default', 'reload'] as const) {
    const response = await fetch(url, { cache: mode }).catch(() => null);
    if (response === null || !response.ok) return 'missing';
    const bytes = await bytesOf(response);
    if ((await sha256(bytes)) === file.sha256) {
      await cache.put(url, new Response(bytes, { headers: keptHeaders(response.headers) }));
      return 'kept';
    }
    last = 'changed';
  }
  return last;
}

/** Of what the browser's storage rejects with. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** The list with this digest, from the cache or from the host; null where neither has it. */
export async function keepList(
  cache: Cache,
  scope: string,
  version: string,
): Promise<{ readonly list: OfflineList; readonly text: string } | null> {
  const url = urlOf(scope, { path: LIST_PATH });
  const sources = [
    () => find(cache, url),
    () => fetch(url, { cache: 'no-cache' }),
    () => fetch(url, { cache: 'reload' }),
  ];
  for (const source of sources) {
    const text = await source().then(
      (response) => response?.text() ?? '',
      () => '',
    );
    const list = (await sha256(text)) === version ? readList(text) : null;
    if (list !== null) return { list, text };
  }
  return null;
}

export const putList = (cache: Cache, scope: string, text: string): Promise<void> =>
  cache.put(
    urlOf(scope, { path: LIST_PATH }),
    new Response(text, { headers: { 'Content-Type': 'application/json' } }),
  );

/** Whatever a file's answer varies by: there is one of it. */
export const find = (cache: Cache, url: string): Promise<Response | undefined> =>
  cache.match(url, { ignoreVary: true });

/** The names of the caches of every version of the page in this folder. */
export const cachesOf = async (scope: string): Promise<string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(cachePrefix(scope)));

export async function deleteCaches(names: readonly string[]): Promise<void> {
  await Promise.all(names.map((name) => caches.delete(name)));
}

const bytesOf = async (response: Response): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await response.arrayBuffer());

/**
 * The policy and the isolation of the page are in its headers, so they are kept. What belongs to one
 * transfer is not.
 */
function keptHeaders(headers: Headers): Headers {
  const kept = new Headers(headers);
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'vary']) {
    kept.delete(name);
  }
  return kept;
}
