import { expect, inject, onTestFinished, test } from 'vitest';
import { serverTexts } from '../../src/view/text/en-server.ts';
import { say } from '../../src/view/text/current.ts';
import { useApp, type App } from '../kit/app.ts';
import { mannerly, startLlmServer } from '../kit/llm-server.ts';

const open = useApp();
const url = inject('appUrl');

/** Everything that the page has stored, as text. */
const stored = (app: App): Promise<string> =>
  app.page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no reason'));
      });
    const all: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        all.push(await settled(database.transaction(store).objectStore(store).getAll()));
      }
      database.close();
    }
    return JSON.stringify(all);
  });

test('a server that the person names answers the page, across origins, and its key is stored nowhere', async () => {
  const server = await startLlmServer();
  onTestFinished(() => server.close());
  server.behave(mannerly({ text: 'It is \\boxed{42}' }));
  const { origin, host } = new URL(server.base);
  // This server counts no tokens, as many do not; the console names what is not there.
  const errors = [/status of 404.*\/tokenize\)$/];
  const app = await open({ url, query: '?engine=none', origins: [origin], errors });
  await app.page.getByRole('button', { name: say.settings.open }).click();
  const form = app.page.locator('cat-server-model').first();
  await form.locator('#address').fill(origin);
  await form.locator('#key').fill('secret-key');
  await form.getByRole('button', { name: serverTexts.next }).click();
  expect(await form.locator('section').innerText()).toContain(serverTexts.leaves(host));
  expect(server.asked).toEqual([]);
  await form.getByRole('button', { name: serverTexts.confirm(host) }).click();
  await form.getByRole('button', { name: serverTexts.load('small') }).click();
  await app.ready();
  expect(await app.page.locator('cat-model-status .row').innerText()).toContain(serverTexts.leaves(host));

  await app.question().fill('What is six times seven?');
  await app.ask().click();
  await app.headline().waitFor();
  const texts = await app.page.locator('cat-rollout-card .text').allInnerTexts();
  expect(texts).toHaveLength(8);
  for (const text of texts) expect(text).toContain('42');
  expect(await app.faults().allInnerTexts()).toEqual([]);

  expect(new Set(server.asked.map(({ key }) => key))).toEqual(new Set(['Bearer secret-key']));
  const kept = await stored(app);
  expect(kept).toContain('six times seven');
  expect(kept).not.toContain('secret-key');
  expect(await app.page.content()).not.toContain('secret-key');
});
