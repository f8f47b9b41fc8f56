/** Where the files of a model lie in the browser's caches: web-llm looks for them there. */

export const scopes = {
  config: 'webllm/config',
  model: 'webllm/model',
  wasm: 'webllm/wasm',
} as const;
export type Scope = keyof typeof scopes;

/** Headers of a kept file that was checked when it came. */
export const hashHeader = 'x-sha256';
export const bytesHeader = 'x-bytes';

/** A file of a model, and where it is kept. */
export interface Place {
  readonly name: string;
  readonly url: string;
  readonly scope: Scope;
  /** As the model's own list says; null where it does not. */
  readonly bytes: number | null;
  /** MD5 as the model's own list says, hexadecimal; absent where it does not. */
  readonly md5?: string;
}

/** Where web-llm will look: it adds `resolve/main/` to an address that has no `resolve/` in it. */
export function modelFolder(url: string): string {
  const whole = url.endsWith('/') ? url : `${url}/`;
  return /.+\/resolve\/.+\//.test(whole) ? whole : `${whole}resolve/main/`;
}

export const configPlace = (folder: string): Place => ({
  ...at(folder, 'mlc-chat-config.json'),
  scope: 'config',
  bytes: null,
});

export const listPlace = (folder: string): Place => ({
  ...at(folder, 'tensor-cache.json'),
  scope: 'model',
  bytes: null,
});

/** The other files, from what those two say; null where they cannot be read. */
export function otherPlaces(
  config: unknown,
  list: unknown,
  folder: string,
  library: string,
): Place[] | null {
  const shards = shardsOf(list, folder);
  const tokenizer = tokenizerOf(config, folder);
  if (shards === null || tokenizer === null) return null;
  return [tokenizer, { name: 'library', url: library, scope: 'wasm', bytes: null }, ...shards];
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const at = (folder: string, name: string): { name: string; url: string } => ({
  name,
  url: new URL(name, folder).href,
});

function shardsOf(list: unknown, folder: string): Place[] | null {
  const records = isObject(list) ? list['records'] : null;
  if (!Array.isArray(records) || records.length === 0) return null;
  const shards: Place[] = [];
  const names = new Set(['library', 'tokenizer.json', 'tokenizer.model']);
  for (const record of records as unknown[]) {
    const name = isObject(record) ? record['dataPath'] : null;
    const bytes = isObject(record) ? record['nbytes'] : null;
    if (typeof name !== 'string' || typeof bytes !== 'number') return null;
    const place = at(folder, name);
    // A list may name files of its own folder only: it comes from a host that was confirmed for that.
    const isInside = place.url.startsWith(folder) && !/[?#]/.test(name);
    if (!isInside || names.has(name)) return null;
    names.add(name);
    const md5 = isObject(record) ? record['md5sum'] : null;
    const isDigest = typeof md5 === 'string' && /^[0-9a-f]{32}$/i.test(md5);
    shards.push({
      ...{ ...place, scope: 'model', bytes },
      ...(isDigest ? { md5: md5.toLowerCase() } : {}),
    });
  }
  return shards;
}

function tokenizerOf(config: unknown, folder: string): Place | null {
  const files = isObject(config) ? config['tokenizer_files'] : null;
  if (!Array.isArray(files)) return null;
  const name = ['tokenizer.json', 'tokenizer.model'].find((one) => files.includes(one));
  return name === undefined ? null : { ...at(folder, name), scope: 'model', bytes: null };
}
