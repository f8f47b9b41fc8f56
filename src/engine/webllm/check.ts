/** Files of a model that are kept, read again and held to what is known of them. Asks no host. */
import { Md5 } from '../../base/md5.ts';
import { sha256 } from '../../base/hash.ts';
import { readBody } from '../worker/read-body.ts';
import { kept, rekeep } from './kept-file.ts';
import type { CheckedFile, CheckOptions } from './offer.ts';
import { bytesHeader, hashHeader, type Place } from './places.ts';

/** Between so many bytes of MD5 the page may draw and hear. */
const stride = 2 ** 22;

/** Every place in turn, one file in memory at a time. Null where `signal` ended it. */
export async function checkFiles(
  places: readonly Place[],
  { signal, onProgress }: CheckOptions = {},
): Promise<CheckedFile[] | null> {
  const sizes = await Promise.all(places.map(sizeOf));
  const totalBytes = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  const checked: CheckedFile[] = [];
  let bytes = 0;
  const tell = (): void =>
    onProgress?.({ bytes, totalBytes, done: checked.length, files: places.length });
  try {
    tell();
    for (const [index, place] of places.entries()) {
      signal?.throwIfAborted();
      const state = await stateOf(place, (more) => {
        // Within a file too: one may have hundreds of megabytes.
        signal?.throwIfAborted();
        bytes += more;
        tell();
      });
      checked.push({ name: place.name, state, bytes: sizes[index] ?? null });
      tell();
    }
    return checked;
  } catch (error) {
    if (signal?.aborted === true) return null;
    throw error;
  }
}

/** Bytes as the list says, else as they were counted when the file came; null where neither tells. */
async function sizeOf(place: Place): Promise<number | null> {
  if (place.bytes !== null) return place.bytes;
  const header = (await kept(place))?.headers.get(bytesHeader) ?? null;
  return header === null ? null : Number(header);
}

async function stateOf(
  place: Place,
  count: (bytes: number) => void,
): Promise<CheckedFile['state']> {
  const response = await kept(place);
  if (response === undefined) return 'missing';
  const broken = { is: false };
  const chunks = await readBody(response, count).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    broken.is = true;
    return [];
  });
  if (broken.is) return 'changed';
  const whole = new Uint8Array(await new Blob(chunks).arrayBuffer());
  if (place.bytes !== null && whole.byteLength !== place.bytes) return 'changed';
  const recorded = response.headers.get(hashHeader);
  if (place.md5 !== undefined && (await md5Of(whole, count)) !== place.md5) return 'changed';
  if (recorded === null && place.md5 === undefined) return place.bytes === null ? 'unknown' : 'size';
  const hash = await sha256(whole);
  if (recorded !== null) return hash === recorded ? 'digest' : 'changed';
  // Somebody else put it there, and the list vouches for it: from now on it needs no fetching.
  await rekeep(place, whole, hash);
  return 'digest';
}

async function md5Of(bytes: Uint8Array, count: (bytes: number) => void): Promise<string> {
  const md5 = new Md5();
  for (let at = 0; at < bytes.length; at += stride) {
    md5.update(bytes.subarray(at, at + stride));
    await new Promise((resolve) => setTimeout(resolve));
    count(0);
  }
  return md5.digest();
}
