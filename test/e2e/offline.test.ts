/** The built page with the network cut: the server stopped, and the browser told that it is offline. */
import { appendFile, cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { distFolder } from '../../bin/build.ts';
import { pageHeaders } from '../../bin/headers.ts';
import { rewriteOfflineList } from '../../bin/offline-list.ts';
import { cachePrefix } from '../../src/offline/list.ts';
import { say } from '../../src/view/text/current.ts';
import { offlineTexts } from '../../src/view/text/en-offline.ts';
import { useApp, type App } from '../kit/app.ts';
import { easy } from '../kit/easy.ts';
import { Host, type HostOptions } from '../kit/host.ts';

const open = useApp();
/** What the browser writes of requests that nobody answers. */
const cut = [/net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|FAILED)/];
/** As any static host may have it. */
const at = '/some/path/';
/** A limit for what hangs, not for what is slow on a busy machine. */
const slow = { timeout: 600_000 };

let folder = '';
let hosts: Host[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cat-lab-offline-'));
  await cp(distFolder, folder, { recursive: true });
});
afterEach(async () => {
  await Promise.all(hosts.map((host) => host.stop()));
  hosts = [];
  await rm(folder, { recursive: true });
});

async function hosted(options: Partial<HostOptions> = {}): Promise<Host> {
  const host = new Host({ folder, at, headers: pageHeaders, ...options });
  hosts.push(host);
  await host.start();
  return host;
}

const status = ({ page }: App, kind: string): Locator =>
  page.locator(`cat-offline-status [data-kept=${kind}]`);
const note = ({ page }: App): Locator => page.locator('cat-update-note .note');
const press = (place: Locator, name: string): Promise<void> =>
  place.getByRole('button', { name, exact: true }).click();

/** A first visit that is over: all is kept. */
async function visited(host: Host, query = ''): Promise<App> {
  const app = await open({ url: host.url, query, keeps: true, errors: cut });
  app.page.setDefaultTimeout(180_000);
  await status(app, 'ready').waitFor();
  return app;
}

async function cutOff(app: App, host: Host): Promise<void> {
  await host.stop();
  await app.context.setOffline(true);
}

async function answers(app: App): Promise<void> {
  await app.ready();
  await app.question().fill(easy.question);
  await app.ask().click();
  await app.headline().waitFor();
}

describe('with the network cut', () => {
  test('the page opens again, loads its model, answers, and remembers, in an old tab and a new one', slow, async () => {
    const host = await hosted();
    const app = await visited(host);
    expect(app.page.url()).toBe(host.url);
    await cutOff(app, host);

    await app.page.reload();
    await app.page.locator('cat-recorded cat-rollout-card').first().waitFor();
    await answers(app);
    expect(await app.history().count()).toBe(1);

    const other = await open({ url: host.url, beside: app });
    await other.history().first().waitFor();
    expect(await other.history().first().innerText()).toContain(easy.question);
    await other.ready();
    await status(other, 'ready').waitFor();
    // Parts that nobody had looked at before are here too.
    await other.page.getByRole('link', { name: say.places.experiments, exact: true }).click();
    await other.page.locator('cat-experiments').waitFor();
    await other.page.getByRole('link', { name: say.places.lessons, exact: true }).click();
    await other.page.locator('cat-lessons').waitFor();
  });

  test('what the page fetched for itself is not fetched again to be kept', slow, async () => {
    const host = await hosted();
    await visited(host);
    const ofModel = host.sent.filter((file) => file.startsWith('models/'));
    expect(ofModel).toContain('models/nano/nano.gguf');
    expect(new Set(ofModel).size).toBe(ofModel.length);
  });
});

describe('what is kept', () => {
  test('is read again: one changed byte is noticed, and mended where the host is there', slow, async () => {
    const host = await hosted();
    const app = await visited(host, '?engine=none');
    const before = await readKept(app, 'models/nano/model.json');
    await changeKept(app, 'models/nano/model.json');
    expect(await readKept(app, 'models/nano/model.json')).not.toBe(before);

    await cutOff(app, host);
    await press(status(app, 'ready'), offlineTexts.check);
    await status(app, 'broken').waitFor();
    expect(await status(app, 'broken').innerText()).toContain(offlineTexts.broken(1));

    await app.context.setOffline(false);
    await host.start();
    await press(status(app, 'broken'), offlineTexts.check);
    await status(app, 'ready').waitFor();
    expect(await status(app, 'ready').innerText()).toContain(offlineTexts.mended(1));
    expect(await readKept(app, 'models/nano/model.json')).toBe(before);
  });

  test('goes where a person frees the space, stays away, and comes back on request', slow, async () => {
    const host = await hosted();
    const app = await visited(host, '?engine=none');
    await press(status(app, 'ready'), offlineTexts.free);
    await status(app, 'off').waitFor();
    expect(await keptCaches(app, host)).toEqual([]);

    await app.page.reload();
    await press(status(app, 'off'), offlineTexts.keep);
    await status(app, 'ready').waitFor();
    expect(await keptCaches(app, host)).toHaveLength(1);
  });

  test('is not the command line’s business', async () => {
    const host = await hosted();
    const app = await open({ url: host.url, query: '?command', keeps: true });
    await app.page.waitForFunction(() => 'catLab' in globalThis);
    expect(await app.page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    expect(await app.page.locator('cat-offline-status').innerText()).toBe('');
  });
});

describe('a new version', () => {
  test('is offered, waits for what is running, and leaves what was done', slow, async () => {
    const host = await hosted();
    const app = await visited(host);
    const [old] = await keptCaches(app, host);
    await app.page.evaluate(() => Object.assign(globalThis, { isFirst: true }));
    await app.setNumber(say.settings.numbers.group.label, 32);
    await app.question().fill(easy.question);
    await app.ask().click();
    await app.stop().waitFor();

    await appendFile(path.join(folder, 'models', 'nano', 'CARD.md'), '\nAnother version.\n');
    await rewriteOfflineList(folder);
    await app.page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await note(app).waitFor();
    expect(await note(app).innerText()).toContain(offlineTexts.update.busy);
    await press(note(app), offlineTexts.update.whenDone);
    await app.page.locator('cat-update-note [data-update=agreed]').waitFor();
    expect(await app.stop().isVisible()).toBe(true);
    expect(await app.page.evaluate(() => 'isFirst' in globalThis)).toBe(true);
    expect(await keptCaches(app, host)).toContain(old);

    await app.stop().click();
    await app.page.waitForFunction(() => !('isFirst' in globalThis));
    await status(app, 'ready').waitFor();
    const caches = await keptCaches(app, host);
    expect(caches).toHaveLength(1);
    expect(caches).not.toContain(old);
    expect(await app.history().first().innerText()).toContain(easy.question);

    // What was stopped goes on with the new version.
    await app.history().getByRole('button', { name: easy.question }).first().click();
    await app.page.getByRole('button', { name: say.question.goOn, exact: true }).click();
    await app.headline().waitFor();
  });

  test('can wait for later, and is told of in the tabs that did not ask for it', slow, async () => {
    const host = await hosted();
    const app = await visited(host, '?engine=none');
    const other = await open({ url: host.url, query: '?engine=none', beside: app });
    await status(other, 'ready').waitFor();
    await writeFile(path.join(folder, 'added.txt'), 'new');
    await rewriteOfflineList(folder);
    await app.page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await note(app).waitFor();
    await note(other).waitFor();
    await press(note(app), offlineTexts.update.later);
    await note(app).waitFor({ state: 'hidden' });

    await press(note(other), offlineTexts.update.reload);
    await app.page.locator('cat-update-note [data-update=elsewhere]').waitFor();
    await note(other).waitFor({ state: 'hidden' });
    await press(note(app), offlineTexts.update.reload);
    await status(app, 'ready').waitFor();
    expect(await keptCaches(app, host)).toHaveLength(1);
  });
});

describe('a host that sends no headers', () => {
  test('has the page on one thread, which it says, with a connection and without', slow, async () => {
    const host = await hosted({ headers: {} });
    const app = await visited(host);
    await oneThreaded(app);
    await cutOff(app, host);
    await app.page.reload();
    await answers(app);
    await oneThreaded(app);
  });
});

test('an address that is not secure has the page as ever, and says that it cannot be kept', async () => {
  const host = await hosted({ headers: {} });
  const name = 'http://page.test';
  const app = await open({ url: host.url, query: '?command', keeps: true, origins: [name] });
  await app.context.route(`${name}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    await route.fulfill({ response: await route.fetch({ url: new URL(pathname, host.url).href }) });
  });
  await app.page.goto(`${name}${at}?engine=none`);
  await status(app, 'unable').waitFor();
  expect(await status(app, 'unable').innerText()).toBe(offlineTexts.insecure);
  expect(await app.question().inputValue()).not.toBe('');
});

async function oneThreaded(app: App): Promise<void> {
  await app.ready();
  expect(await app.page.evaluate(() => crossOriginIsolated)).toBe(false);
  await app.page.getByRole('button', { name: say.settings.open, exact: true }).click();
  await app.page.getByText(say.settings.threads.each).waitFor();
  await app.page.getByRole('button', { name: say.settings.close }).last().click();
}

const keptCaches = ({ page }: App, { url }: Host): Promise<string[]> =>
  page.evaluate(
    async (prefix) => (await caches.keys()).filter((name) => name.startsWith(prefix)),
    cachePrefix(url),
  );

const readKept = ({ page }: App, file: string): Promise<string> =>
  page.evaluate(async (name) => (await caches.match(new URL(name, document.baseURI)))?.text() ?? '', file);

const changeKept = ({ page }: App, file: string): Promise<void> =>
  page.evaluate(async (name) => {
    const url = new URL(name, document.baseURI);
    for (const key of await caches.keys()) {
      const cache = await caches.open(key);
      const found = await cache.match(url);
      if (found === undefined) continue;
      const bytes = new Uint8Array(await found.arrayBuffer());
      bytes[3] = (bytes[3] ?? 0) ^ 1;
      await cache.put(url, new Response(bytes, { headers: found.headers }));
    }
  }, file);
