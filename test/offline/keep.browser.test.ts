import { afterEach, expect, test, vi } from 'vitest';
import { sha256 } from '../../src/base/hash.ts';
import { createAtWork } from '../../src/offline/at-work.ts';
import { createChoice } from '../../src/offline/choice.ts';
import { createOfflineDoor } from '../../src/offline/door.ts';
import { keepFile } from '../../src/offline/keep.ts';
import type { OfflineFile } from '../../src/offline/list.ts';

const scope = 'https://page.test/';
const names = ['keep-test old', 'keep-test new'];

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await Promise.all(names.map((name) => caches.delete(name)));
});

/** A file that an earlier version kept under older headers, and that the host gives under newer ones. */
async function unchanged(path: string): Promise<{ kept: Response | undefined; asked: number }> {
  const [older, cache] = await Promise.all(names.map((name) => caches.open(name))) as [Cache, Cache];
  const file: OfflineFile = { path, bytes: 4, sha256: await sha256('text') };
  const under = (policy: string): Response => new Response('text', { headers: { 'X-Policy': policy } });
  await older.put(scope + path, under('old'));
  const asked = vi.fn(() => Promise.resolve(under('new')));
  vi.stubGlobal('fetch', asked);
  expect(await keepFile(cache, scope, file, [older])).toBe('kept');
  return { kept: await cache.match(scope + path), asked: asked.mock.calls.length };
}

test.each(['index.html', 'assets/worker.js'])(
  'a new version fetches %s, whose headers carry the policy, though it is the same',
  async (path) => {
    const { kept, asked } = await unchanged(path);
    expect(kept?.headers.get('X-Policy')).toBe('new');
    expect(asked).toBe(1);
  },
);

test('a new version takes what is large and the same from the earlier one', async () => {
  const { kept, asked } = await unchanged('models/nano/nano.gguf');
  expect(kept?.headers.get('X-Policy')).toBe('old');
  expect(asked).toBe(0);
});

/** A door to a worker that does this with what it is sent. */
function doorTo(postMessage: (_: unknown, ports: readonly MessagePort[]) => void) {
  const active = { postMessage };
  const registration = Object.assign(new EventTarget(), { active, installing: null, waiting: null });
  const workers = Object.assign(new EventTarget(), {
    controller: null,
    register: () => Promise.resolve(registration),
    startMessages: () => {},
  });
  return createOfflineDoor({
    workers: workers as unknown as ServiceWorkerContainer,
    isSecure: true,
    scope,
    atWork: createAtWork(undefined, scope),
    choice: createChoice(scope),
    reload: () => {},
  });
}

test('a worker that never answers is told of, too', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const door = doorTo(() => {});
    const keeping = door.keep();
    await vi.waitFor(() => expect(door.state.kept).toEqual({ kind: 'checking' }));
    vi.advanceTimersByTime(30_000);
    await keeping;
    const reason = 'the worker that keeps the page does not answer';
    expect(door.state.kept).toEqual({ kind: 'failed', reason });
  } finally {
    vi.useRealTimers();
  }
});

test('storage that refuses is told, and can be asked again', async () => {
  const door = doorTo((_, [port]) => port?.postMessage('version'));
  vi.spyOn(caches, 'open').mockRejectedValue(new DOMException('The quota has been exceeded.', 'QuotaExceededError'));
  await door.keep();
  expect(door.state.kept).toEqual({ kind: 'failed', reason: 'The quota has been exceeded.' });
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no connection')));
  vi.mocked(caches.open).mockRestore();
  await door.check();
  expect(door.state.kept).toEqual({ kind: 'failed', reason: 'the list of its files could not be fetched' });
  for (const name of await caches.keys()) if (name.includes(scope)) await caches.delete(name);
});
