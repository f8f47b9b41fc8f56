/**
 * What the page consists of, written by the build (bin/offline-list.ts): every file with its digest. The
 * digest of the list itself is the version: it stands in the service worker, so that another list makes
 * another worker, which is how a browser notices that there is something new.
 */
export interface OfflineFile {
  /** Below the page's folder. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface OfflineList {
  readonly files: readonly OfflineFile[];
}

export const LIST_PATH = 'offline.json';

/** Of all versions of the page in this folder: an origin may hold several pages. */
export const cachePrefix = (scope: string): string => `cat-lab/offline ${scope} `;

export const cacheName = (scope: string, version: string): string => cachePrefix(scope) + version;

export const urlOf = (scope: string, { path }: Pick<OfflineFile, 'path'>): string =>
  new URL(path.split('/').map(encodeURIComponent).join('/'), scope).href;

export const totalBytes = ({ files }: OfflineList): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0);

/** Null where the text is no such list. */
export function readList(text: string): OfflineList | null {
  try {
    const { files } = JSON.parse(text) as { readonly files?: unknown };
    return Array.isArray(files) && files.every(isFile) ? { files } : null;
  } catch {
    return null;
  }
}

const isFile = (one: unknown): one is OfflineFile => {
  const { path, bytes, sha256 } = (one ?? {}) as { readonly [name in keyof OfflineFile]?: unknown };
  return typeof path === 'string' && typeof bytes === 'number' && typeof sha256 === 'string';
};
