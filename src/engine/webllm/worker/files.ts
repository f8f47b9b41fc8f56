/**
 * Gets the files of a model into the caches where web-llm looks for them: byte by byte with
 * progress, each shard once, with retries. What is there from before is kept, so an interrupted
 * download goes on at the shard; every file is held to the hash that is known for it.
 */
import type { Fault } from '../../../base/fault.ts';
import { sha256 } from '../../../base/hash.ts';
import { failed, ok } from '../../../base/result.ts';
import type { Result } from '../../../base/result.ts';

import type { LoadProgress, ModelSpec } from '../../model.ts';
import { checkRevision, corrupt, missing, readManifest } from '../../worker/manifest.ts';
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
}

/** Caches that web-llm opens, by what is in them. */
const scopes = { config: 'webllm/config', model: 'webllm/model', wasm: 'webllm/wasm' } as const;
type Scope = keyof typeof scopes;

interface Wanted {
  readonly name: string;
  readonly url: string;
  readonly scope: Scope;
  /** As the model's own list says; null where it does not. */
  readonly bytes: number | null;
}

/** How many files come at once. */
const lanes = 3;

export async function getFiles(
  spec: ModelSpec,
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
  const own = new URL(folder).origin === location.origin;
  let fetched = 0;
  let total: number | null = null;
  const count = (bytes: number): void => {
    fetched += bytes;
    report({ stage: 'fetch', bytes: fetched, totalBytes: total });
  };
  const hashes = new Map<string, string>();
  const get = async (wanted: Wanted): Promise<Uint8Array<ArrayBuffer>> => {
    const { bytes, hash } = await getFile(wanted, own, count);
    hashes.set(wanted.name, hash);
    return bytes;
  };
  let config: unknown;
  try {
    count(0);
    config = readJson(
      await get({ ...at(folder, 'mlc-chat-config.json'), scope: 'config', bytes: null }),
    );
    const list = readJson(
      await get({ ...at(folder, 'tensor-cache.json'), scope: 'model', bytes: null }),
    );
    const shards = shardsOf(list, folder);
    const tokenizer = tokenizerOf(config, folder);
    if (!isObject(config) || shards === null || tokenizer === null) {
      return failed(corrupt(spec, 'its list of shards or its tokenizer cannot be read'));
    }
    const rest: Wanted[] = [
      tokenizer,
      { name: 'library', url: library, scope: 'wasm', bytes: null },
      ...shards,
    ];
    total = fetched + rest.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);
    await inLanes(rest, get);
  } catch (error) {
    return failed(fetchFault(spec, error));
  }
  const lines = [...hashes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, hash]) => `${name} ${hash}\n`);
  const revision = await sha256(new TextEncoder().encode(lines.join('')));
  const wrong = checkRevision(spec, manifest.value, revision);
  if (wrong !== null) return failed(wrong);
  return ok({ folder, library, bytes: fetched, revision, config });
}

/** Where web-llm will look: it adds `resolve/main/` to an address that has no `resolve/` in it. */
export function modelFolder(url: string): string {
  const whole = url.endsWith('/') ? url : `${url}/`;
  return /.+\/resolve\/.+\//.test(whole) ? whole : `${whole}resolve/main/`;
}

interface Got {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly hash: string;
}

/** Where the hash of a file stands that was kept. */
const hashHeader = 'x-sha256';

/**
 * From the cache where it is as it came, else from its address into the cache. Files of our own
 * origin are always fetched: they cost nothing, and a new version has the same address.
 */
async function getFile(
  { url, scope, bytes }: Wanted,
  own: boolean,
  count: (bytes: number) => void,
): Promise<Got> {
  const cache = await caches.open(scopes[scope]);
  const kept = own ? undefined : await cache.match(url);
  if (kept !== undefined) {
    const whole = new Uint8Array(await kept.arrayBuffer());
    const hash = await sha256(whole);
    if (hash === kept.headers.get(hashHeader)) {
      count(whole.byteLength);
      return { bytes: whole, hash };
    }
  }
  const fresh = await fetchBytes(url, count);
  if (bytes !== null && fresh.byteLength !== bytes) {
    throw new FetchError('corrupt', url, `it has ${fresh.byteLength} bytes, not ${bytes}`);
  }
  const hash = await sha256(fresh);
  await cache.put(url, new Response(fresh, { headers: { [hashHeader]: hash } }));
  return { bytes: fresh, hash };
}

const at = (folder: string, name: string): { name: string; url: string } => ({
  name,
  url: new URL(name, folder).href,
});

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function shardsOf(list: unknown, folder: string): Wanted[] | null {
  const records = isObject(list) ? list['records'] : null;
  if (!Array.isArray(records) || records.length === 0) return null;
  const shards: Wanted[] = [];
  for (const record of records as unknown[]) {
    const name = isObject(record) ? record['dataPath'] : null;
    const bytes = isObject(record) ? record['nbytes'] : null;
    if (typeof name !== 'string' || typeof bytes !== 'number') return null;
    shards.push({ ...at(folder, name), scope: 'model', bytes });
  }
  return shards;
}

function tokenizerOf(config: unknown, folder: string): Wanted | null {
  const files = isObject(config) ? config['tokenizer_files'] : null;
  if (!Array.isArray(files)) return null;
  const name = ['tokenizer.json', 'tokenizer.model'].find((one) => files.includes(one));
  return name === undefined ? null : { ...at(folder, name), scope: 'model', bytes: null };
}

async function inLanes(items: readonly Wanted[], work: (item: Wanted) => Promise<unknown>): Promise<void> {
  const queue = [...items];
  const lane = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

function fetchFault(spec: ModelSpec, error: unknown): Fault {
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

