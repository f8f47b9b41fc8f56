/** One file of a model in the browser's caches. */
import { bytesHeader, hashHeader, scopes, type Place } from './places.ts';

type Spot = Pick<Place, 'url' | 'scope'>;

/** Makes no cache where there is none. */
export const kept = async ({ url, scope }: Spot): Promise<Response | undefined> =>
  (await caches.has(scopes[scope])) ? (await caches.open(scopes[scope])).match(url) : undefined;

/** Puts the same bytes with their SHA-256, as if they had just come. */
export async function rekeep(
  { url, scope }: Spot,
  bytes: Uint8Array<ArrayBuffer>,
  hash: string,
): Promise<void> {
  const headers = { [hashHeader]: hash, [bytesHeader]: String(bytes.byteLength) };
  await (await caches.open(scopes[scope])).put(url, new Response(bytes, { headers }));
}

/** Whether a load takes it from here: our own files are fetched always, others where no hash is recorded. */
export const isKept = async ({ url, scope }: Spot): Promise<boolean> =>
  new URL(url).origin !== location.origin &&
  (await kept({ url, scope }))?.headers.has(hashHeader) === true;
