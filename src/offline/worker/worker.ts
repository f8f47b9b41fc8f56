/**
 * The page's service worker. It keeps every file of one version of the page, each held to its digest, and
 * answers with them from then on, with a connection and without. Another version is another worker: it
 * fills a cache of its own and waits until a person lets it take over (docs/decisions/0014-a-page-that-keeps-itself.md).
 */
import { cachesOf, deleteCaches, keepFile, keepList, putList, reasonOf } from '../keep.ts';
import { cacheName, totalBytes, urlOf } from '../list.ts';
import type { FromWorker, ToWorker } from '../message.ts';

declare const self: ServiceWorkerGlobalScope;
/** The digest of the list of files; the build writes it. */
declare const OFFLINE_VERSION: string;

/** Files that are fetched at once: a host far away answers one after another too slowly. */
const LANES = 4;

const scope = self.registration.scope;
const own = cacheName(scope, OFFLINE_VERSION);

self.addEventListener('install', (event) => {
  event.waitUntil(fill());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(others().then(deleteCaches).then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || !request.url.startsWith(scope)) return;
  // What is mended is asked of the host itself.
  if (request.cache === 'reload') return;
  // The command line drives the page that its own server has.
  if (request.mode === 'navigate' && url.searchParams.has('command')) return;
  event.respondWith(answer(request, url));
});

self.addEventListener('message', (event) => {
  const message = event.data as ToWorker;
  if (message.kind === 'version') event.ports[0]?.postMessage(OFFLINE_VERSION);
  else if (message.kind === 'take-over') event.waitUntil(self.skipWaiting());
  else message satisfies never;
});

async function answer(request: Request, url: URL): Promise<Response> {
  const path = url.href.slice(scope.length).replace(/[?#].*$/s, '');
  const wanted = path === '' ? urlOf(scope, { path: 'index.html' }) : new URL(path, scope).href;
  // By the cache's name: to open one that was deleted would make it anew.
  const kept = await caches.match(wanted, { cacheName: own, ignoreVary: true });
  return kept ?? fetch(request);
}

async function fill(): Promise<void> {
  const cache = await caches.open(own);
  const found = await keepList(cache, scope, OFFLINE_VERSION);
  if (found === null) return give('the list of its files could not be fetched');
  const { list, text } = found;
  const older = await Promise.all((await others()).map((name) => caches.open(name)));
  const total = totalBytes(list);
  let bytes = 0;
  const left = [...list.files];
  const lane = async (): Promise<void> => {
    for (let file = left.shift(); file !== undefined; file = left.shift()) {
      const kept = await keepFile(cache, scope, file, older).catch((error: unknown) => give(reasonOf(error)));
      if (kept !== 'kept') {
        left.length = 0;
        return give(`${file.path}: ${kept === 'changed' ? 'is not as the list says' : 'did not come'}`);
      }
      bytes += file.bytes;
      await tell({ kind: 'offline-progress', bytes, total });
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  await putList(cache, scope, text);
}

/** Ends the installation; what has come is kept for the next try. */
async function give(reason: string): Promise<never> {
  await tell({ kind: 'offline-failed', reason });
  throw new Error(reason);
}

/** The caches of other versions of the page. */
const others = async (): Promise<string[]> => (await cachesOf(scope)).filter((name) => name !== own);

async function tell(message: FromWorker): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  for (const page of pages) if (page.url.startsWith(scope)) page.postMessage(message);
}
