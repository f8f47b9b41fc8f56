import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rewriteOfflineList, VERSION_PLACE, writeOfflineList } from '../../bin/offline-list.ts';
import { cacheName, cachePrefix, LIST_PATH, readList, totalBytes, urlOf } from '../../src/offline/list.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cat-lab-list-'));
  await mkdir(path.join(folder, 'models'));
  await writeFile(path.join(folder, 'index.html'), '<html>');
  await writeFile(path.join(folder, 'models', 'a b.gguf'), 'weights');
  await writeFile(path.join(folder, '.hidden'), 'no');
  await writeFile(path.join(folder, '_headers'), 'no');
});
afterEach(() => rm(folder, { recursive: true }));

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
const read = (name: string): Promise<string> => readFile(path.join(folder, name), 'utf8');

describe('the list of a built folder', () => {
  test('has every file that a host serves, with its digest, and its own digest is in the worker', async () => {
    await writeOfflineList(folder, `const v = '${VERSION_PLACE}';`);
    const text = await read(LIST_PATH);
    expect(readList(text)?.files).toEqual([
      { path: 'index.html', bytes: 6, sha256: sha('<html>') },
      { path: 'models/a b.gguf', bytes: 7, sha256: sha('weights') },
    ]);
    expect(await read('sw.js')).toBe(`const v = '${sha(text)}';`);
    expect(totalBytes(readList(text)!)).toBe(13);
  });

  test('is the same for the same files, and another with one changed byte', async () => {
    await writeOfflineList(folder, VERSION_PLACE);
    const first = await read('sw.js');
    await rewriteOfflineList(folder);
    expect(await read('sw.js')).toBe(first);
    await writeFile(path.join(folder, 'index.html'), '<htmL>');
    await rewriteOfflineList(folder);
    expect(await read('sw.js')).not.toBe(first);
    expect(await read('sw.js')).toBe(sha(await read(LIST_PATH)));
  });

  test.each(['', '{}', '[]', '{"files":[{"path":1}]}', '{"files":[null]}', '{"files":"all"}'])(
    'is not read out of %j',
    (text) => {
      expect(readList(text)).toBeNull();
    },
  );
});

test('files are found under the page’s folder, and its caches are its own', () => {
  expect(urlOf('https://a.org/x/', { path: 'models/a b.gguf' })).toBe('https://a.org/x/models/a%20b.gguf');
  expect(cacheName('https://a.org/x/', 'v').startsWith(cachePrefix('https://a.org/'))).toBe(false);
});
