/**
 * Gets the files of a model into the caches where web-llm looks for them: byte by byte with
 * progress, each shard once, with retries. What is there from before is kept, so an interrupted
 * download goes on at the shard; every file is held to the hash that is known for it: the one that it
 * had when it came, what the list of shards says, and the manifest's of all together.
 */
import type { Fault } from '../../../base/fault.ts';
import { sha256 } from '../../../base/hash.ts';
import { Md5 } from '../../../base/md5.ts';
import { failed, ok } from '../../../base/result.ts';
import type { Result } from '../../../base/result.ts';
import type { Adapter } from '../../adapter.ts';
import type { LoadProgress, ModelSpec, Trained } from '../../model.ts';
import { checkRevision, corrupt, missing, readManifest } from '../../worker/manifest.ts';
import type { Place } from '../places.ts';
import {
  bytesHeader,
  configPlace,
  hashHeader,
  isObject,
  listPlace,
  modelFolder,
  otherPlaces,
  scopes,
} from '../places.ts';
import { FetchError, fetchBytes } from './fetch-bytes.ts';

export interface ModelFiles {
  /** Folder of the model, absolute, with a slash at its end. */
  readonly folder: string;
  readonly library: string;
  /** Of all files together. */
  readonly bytes: number;
  /** SHA-256 over a line `NAME HASH` for each file, by name; the library's name is `library`. */
  readonly revision: string;
  /** mlc-chat-config.json, unchecked. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly trained?: Trained;
}

/** How many files come at once. */
const lanes = 3;

export async function getFiles(
  spec: ModelSpec,
  adapter: Adapter,
  report: (progress: LoadProgress) => void,
): Promise<Result<ModelFiles, Fault>> {
  const [url] = spec.urls;
  const { library } = spec;
  if (url === undefined || library === undefined) {
    return failed(corrupt(spec, 'it has no folder or no library'));
  }
  const manifest = await readManifest(spec);
  if (!manifest.ok) return manifest;
  const folder = modelFolder(url);
  const begun = performance.now();
  let fetched = 0;
  let total: number | null = null;
  let files = 0;
  const hashes = new Map<string, string>();
  const count = (bytes: number): void => {
    fetched += bytes;
    report({
      stage: 'fetch',
      bytes: fetched,
      totalBytes: total,
      ...(files === 0 ? {} : { files: { done: hashes.size, all: files } }),
      seconds: (performance.now() - begun) / 1000,
    });
  };
  const get = async (wanted: Place): Promise<Uint8Array<ArrayBuffer>> => {
    const { bytes, hash } = await getFile(wanted, count);
    hashes.set(wanted.name, hash);
    return bytes;
  };
  let config: unknown;
  try {
    count(0);
    config = readJson(await get(configPlace(folder)));
    const list = readJson(await get(listPlace(folder)));
    const rest = otherPlaces(config, list, folder, library);
    if (!isObject(config) || rest === null) {
      return failed(corrupt(spec, 'its list of shards or its tokenizer cannot be read'));
    }
    if (!adapter.halfPrecision && String(config['quantization']).includes('f16')) {
      const reason = 'it computes in half precision (shader-f16), which this device does not offer';
      return failed({ kind: 'model-unsupported', model: spec.id, reason });
    }
    const coming = rest.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);
    const short = await lacking(coming, rest);
    if (short !== null) return failed(short);
    total = fetched + coming;
    files = hashes.size + rest.length;
    await inLanes(rest, get);
  } catch (error) {
    return failed(fetchFault(spec, error));
  }
  const lines = [...hashes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, hash]) => `${name} ${hash}\n`);
  const revision = await sha256(new TextEncoder().encode(lines.join('')));
  const wrong = checkRevision(spec, manifest.value, revision);
  if (wrong !== null) return failed(wrong);
  const { trained } = manifest.value;
  return ok({
    ...{ folder, library, bytes: fetched, revision, config },
    ...(trained === undefined ? {} : { trained }),
  });
}

/** `storage-full` where the browser has no room for what is still to come; null where it has. */
async function lacking(bytes: number, places: readonly Place[]): Promise<Fault | null> {
  const { quota, usage } = await navigator.storage.estimate();
  if (quota === undefined || usage === undefined || quota - usage >= bytes) return null;
  let kept = 0;
  for (const { url, scope, bytes: size } of places) {
    const cache = await caches.open(scopes[scope]);
    if ((await cache.match(url)) !== undefined) kept += size ?? 0;
  }
  const free = quota - usage;
  if (free >= bytes - kept) return null;
  const mb = (count: number): number => Math.ceil(count / 1e6);
  const reason = `the model needs ${mb(bytes - kept)} MB more, and ${mb(free)} MB are free for this page`;
  return { kind: 'storage-full', reason };
}

interface Got {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly hash: string;
}

/** A file that came whole, was counted as here before the person was asked, and is another now. */
class ChangedError extends Error {}

/**
 * From the cache where it is as it came, else from its address into the cache. Files of our own
 * origin are always fetched: they cost nothing, and a new version has the same address. A file from
 * elsewhere that has changed since it came is deleted instead, and is a ChangedError: nobody
 * confirmed that it comes again.
 */
async function getFile(
  { name, url, scope, bytes, md5 }: Place,
  count: (bytes: number) => void,
): Promise<Got> {
  const cache = await caches.open(scopes[scope]);
  const isOwn = new URL(url).origin === location.origin;
  const kept = isOwn ? undefined : await cache.match(url);
  if (kept !== undefined) {
    const whole = new Uint8Array(await kept.arrayBuffer());
    const hash = await sha256(whole);
    const cameAs = kept.headers.get(hashHeader);
    if (hash === cameAs) {
      count(whole.byteLength);
      return { bytes: whole, hash };
    }
    if (cameAs !== null) {
      await cache.delete(url);
      throw new ChangedError(name);
    }
  }
  const fresh = await fetchBytes(url, count);
  if (bytes !== null && fresh.byteLength !== bytes) {
    throw new FetchError('corrupt', url, `it has ${fresh.byteLength} bytes, not ${bytes}`);
  }
  if (md5 !== undefined && md5Of(fresh) !== md5) {
    throw new FetchError('corrupt', url, `the MD5 of ${name} is ${md5Of(fresh)}, not ${md5}`);
  }
  const hash = await sha256(fresh);
  const headers = { [hashHeader]: hash, [bytesHeader]: String(fresh.byteLength) };
  await cache.put(url, new Response(fresh, { headers }));
  return { bytes: fresh, hash };
}

function md5Of(bytes: Uint8Array): string {
  const md5 = new Md5();
  md5.update(bytes);
  return md5.digest();
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return null;
  }
}

async function inLanes(items: readonly Place[], work: (item: Place) => Promise<unknown>): Promise<void> {
  const queue = [...items];
  const lane = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

function fetchFault(spec: ModelSpec, error: unknown): Fault {
  if (error instanceof ChangedError) {
    return { kind: 'model-changed', model: spec.id, file: error.message };
  }
  if (error instanceof FetchError) {
    return error.kind === 'missing'
      ? missing(spec, error.url, error.status)
      : corrupt(spec, error.message);
  }
  const name = error instanceof DOMException ? error.name : '';
  const reason = error instanceof Error ? error.message : String(error);
  return name === 'QuotaExceededError'
    ? { kind: 'storage-full', reason }
    : { kind: 'storage-denied', reason };
}
