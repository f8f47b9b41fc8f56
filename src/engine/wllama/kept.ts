/**
 * GGUF files that are kept in the browser, so that nothing is fetched twice and a broken download of
 * a split file goes on at its part. Each bears the hash that it had when it came.
 */
import type { ModelSpec } from '../model.ts';
import { partsOf } from './parts.ts';

const cacheName = 'gguf/model';
const hashHeader = 'x-sha256';
const bytesHeader = 'x-bytes';

export interface KeptFile {
  readonly blob: Blob;
  /** SHA-256 when it came. */
  readonly sha256: string;
}

/** What of a model is here: none, some or all of its files, and their bytes. */
export interface KeptModel {
  readonly state: 'none' | 'part' | 'whole';
  readonly bytes: number;
}

/** Files of our own origin cost nothing, and a new version has the same address. */
export const isKeepable = (url: string): boolean =>
  /^https?:/.test(url) && new URL(url).origin !== location.origin;

/** Null where it is not here. */
export async function findKept(url: string): Promise<KeptFile | null> {
  const response = await match(url);
  const sha256 = response?.headers.get(hashHeader) ?? null;
  return response === null || sha256 === null ? null : { blob: await response.blob(), sha256 };
}

/**
 * Keeps a file, and gives it as it is kept: on disk, where a blob in memory would stand beside the
 * copy that llama.cpp makes. What cannot be kept, since there is no room, is given back as it was.
 */
export async function keep(url: string, { blob, sha256 }: KeptFile): Promise<Blob> {
  try {
    const headers = { [hashHeader]: sha256, [bytesHeader]: String(blob.size) };
    await (await caches.open(cacheName)).put(url, new Response(blob, { headers }));
    return (await findKept(url))?.blob ?? blob;
  } catch {
    return blob;
  }
}

/** What of a model is kept, without reading it. Addresses must be absolute. */
export async function keptModel({ urls }: Pick<ModelSpec, 'urls'>): Promise<KeptModel> {
  const files = urls.flatMap(partsOf);
  const sizes: number[] = [];
  for (const url of files) {
    const response = await match(url);
    if (response !== null) sizes.push(Number(response.headers.get(bytesHeader) ?? 0));
  }
  const state = sizes.length === 0 ? 'none' : sizes.length === files.length ? 'whole' : 'part';
  return { state, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** Deletes what is kept of a model. */
export async function removeKept({ urls }: Pick<ModelSpec, 'urls'>): Promise<void> {
  for (const url of urls.flatMap(partsOf)) await removeFile(url);
}

/** Deletes one file. */
export async function removeFile(url: string): Promise<void> {
  await (await caches.open(cacheName)).delete(url);
}

/** Size of a file that is kept, in bytes; null where it is not. */
export async function keptBytes(url: string): Promise<number | null> {
  const size = Number((await match(url))?.headers.get(bytesHeader) ?? NaN);
  return Number.isFinite(size) ? size : null;
}

/** There is no cache in a page without a secure context. */
async function match(url: string): Promise<Response | null> {
  if (!('caches' in globalThis) || !(await caches.has(cacheName))) return null;
  return (await (await caches.open(cacheName)).match(url)) ?? null;
}
