/** What a built folder consists of, for its service worker (src/offline/list.ts). */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LIST_PATH, type OfflineFile } from '../src/offline/list.ts';

export const WORKER_PATH = 'sw.js';

/** Stands in the worker's code where the version of the list belongs. */
export const VERSION_PLACE = '@@offline-version@@';

const digest = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');

/** Everything but the worker and the list themselves, and hidden files, which hosts do not serve. */
async function filesOf(folder: string): Promise<OfflineFile[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found
    .filter((one) => one.isFile() && !one.name.startsWith('.') && !one.name.startsWith('_'))
    .map((one) => path.relative(folder, path.join(one.parentPath, one.name)).replaceAll('\\', '/'))
    .filter((one) => one !== WORKER_PATH && one !== LIST_PATH)
    .sort();
  return Promise.all(
    paths.map(async (one) => {
      const bytes = await readFile(path.join(folder, one));
      return { path: one, bytes: bytes.length, sha256: digest(bytes) };
    }),
  );
}

/** Writes the list into the folder, and the worker with the list's version in it. */
export async function writeOfflineList(folder: string, worker: string): Promise<void> {
  const text = `${JSON.stringify({ files: await filesOf(folder) })}\n`;
  await writeFile(path.join(folder, LIST_PATH), text);
  await writeFile(path.join(folder, WORKER_PATH), worker.replaceAll(VERSION_PLACE, digest(text)));
}

/** The same for a folder whose files have changed since it was built. */
export async function rewriteOfflineList(folder: string): Promise<void> {
  const version = digest(await readFile(path.join(folder, LIST_PATH)));
  const worker = await readFile(path.join(folder, WORKER_PATH), 'utf8');
  await writeOfflineList(folder, worker.replaceAll(version, VERSION_PLACE));
}
