/** The built page against what a model, or a link, might bring it to do. */
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { serverTexts } from '../../src/view/text/en-server.ts';
import { say } from '../../src/view/text/current.ts';
import { tell } from '../../src/view/text/trust.ts';
import { useApp, type App } from '../kit/app.ts';
import { easy } from '../kit/easy.ts';
import { ELSEWHERE, hostile, RAN } from '../kit/hostile.ts';
import { elementsIn, offences, type Seen } from '../kit/listed.ts';
import { done, finish, mannerly, startLlmServer, token, usage, type Asked } from '../kit/llm-server.ts';

const open = useApp();
const url = inject('appUrl');

/** G rollouts and a synthesis share the hostile texts out among them. */
const SHARES = 9;

/** Answers each question with another share, between words that say which answer it is. */
function hostileServer(): (asked: Asked) => void {
  const usual = mannerly();
  let at = 0;
  return (asked) => {
    if (asked.body?.['stream'] !== true) return usual(asked);
    const share = hostile.filter((_, index) => index % SHARES === at % SHARES);
    at += 1;
    const text = ['Some plain words.', ...share, 'The answer is \\boxed{42}'].join('\n\n');
    asked.stream(token(text), finish(), usage(7), done);
    asked.end();
  };
}

/** What refuses each of the things that a hostile text would bring. */
const DIRECTIVES = [
  ...['base-uri', 'connect-src', 'frame-src', 'img-src', 'script-src', 'script-src-attr'],
  ...['script-src-elem', 'style-src-attr', 'style-src-elem'],
];

const hosts = (app: App) => app.page.locator('cat-hosts-note span');

/** All elements in the texts of the cards and in the steps of the synthesis. */
async function inTexts(app: App): Promise<Seen[]> {
  const texts = app.page.locator('cat-rollout-card .text, cat-explain-steps .said, cat-explain-steps .aside');
  return (await texts.all()).reduce<Promise<Seen[]>>(
    async (seen, text) => [...(await seen), ...(await text.evaluate(elementsIn))],
    Promise.resolve([]),
  );
}

async function checkTexts(app: App): Promise<void> {
  await app.page.locator('cat-rollout-card math').first().waitFor();
  await app.page.locator('cat-rollout-card .prose').nth(7).waitFor();
  const texts = await app.page.locator('cat-rollout-card .text').allInnerTexts();
  for (const text of texts) expect(text).toContain('Some plain words.');
  expect(offences(await inTexts(app))).toEqual([]);
  expect(await app.page.evaluate((name) => Object.hasOwn(globalThis, name), RAN)).toBe(false);
}

describe('a model that writes what pages are attacked with', () => {
  test('is shown as text, live and from the store: nothing runs, and nothing is fetched', async () => {
    const server = await startLlmServer();
    onTestFinished(() => server.close());
    server.behave(hostileServer());
    const { origin, host } = new URL(server.base);
    const app = await open({ url, query: '?engine=none', origins: [origin], errors: [/status of 404/] });
    await hosts(app).getByText(tell.hosts.none).waitFor();
    await app.page.getByRole('button', { name: say.settings.open }).click();
    const form = app.page.locator('cat-server-model').first();
    await form.locator('#address').fill(origin);
    await form.getByRole('button', { name: serverTexts.next }).click();
    await form.getByRole('button', { name: serverTexts.confirm(host) }).click();
    await form.getByRole('button', { name: serverTexts.load('small') }).click();
    await app.ready();
    await hosts(app).getByText(tell.hosts.some([host])).waitFor();
    await app.question().fill('What is $\\frac{84}{2}$? <img src=x onerror=alert(1)>');
    await app.page.locator('cat-question-panel .reads math').waitFor();
    await app.ask().click();
    await app.headline().waitFor();
    await checkTexts(app);
    const shown = await app.page.locator('cat-rollout-card .text').allInnerTexts();

    await app.page.reload();
    await app.history().getByRole('button').first().click();
    await app.headline().waitFor();
    await checkTexts(app);
    expect(await app.page.locator('cat-rollout-card .text').allInnerTexts()).toEqual(shown);
    expect(await hosts(app).innerText()).toBe(tell.hosts.none);
  });
});

describe('the built page', () => {
  test('asks no host at all for its own work', async () => {
    const app = await open({ url });
    await app.ready();
    await app.setNumber(say.settings.numbers.group.label, 2);
    await app.question().fill(easy.question);
    await app.ask().click();
    await app.headline().waitFor();
    expect(await hosts(app).innerText()).toBe(tell.hosts.none);
  });

  test('has a policy that refuses what no text should bring, in case one did', async () => {
    const app = await open({ url, query: '?engine=none', origins: [ELSEWHERE], errors: [/./] });
    const ran = await app.page.evaluate(async ([elsewhere, expected]) => {
      const missing = new Set(expected);
      const all = new Promise<void>((resolve) => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
          missing.delete(effectiveDirective);
          if (missing.size === 0) resolve();
        });
      });
      const add = (name: string, attributes: Record<string, string>, text = ''): void => {
        const element = document.createElement(name);
        for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
        element.textContent = text;
        document.body.append(element);
      };
      add('script', {}, 'globalThis.ranScript = 1');
      add('script', { src: `${elsewhere}/x.js` });
      add('button', { onclick: 'globalThis.ranHandler = 1' });
      add('p', { style: 'color: red' });
      add('style', {}, 'p { color: red }');
      add('link', { rel: 'stylesheet', href: `${elsewhere}/x.css` });
      add('img', { src: `${elsewhere}/x.png` });
      add('iframe', { src: elsewhere });
      add('base', { href: elsewhere });
      document.querySelector<HTMLElement>('body > button')?.click();
      await fetch(`http://elsewhere.example/`).catch(() => undefined);
      // A debugger's own call may evaluate; what the page does later may not.
      await new Promise<void>((resolve) => {
        setTimeout(() => {
          try {
            new Function('globalThis.ranText = 1')();
          } catch {
            // As it should be.
          }
          setTimeout(resolve);
        });
      });
      await all;
      return ['ranScript', 'ranHandler', 'ranText'].filter((name) => Object.hasOwn(globalThis, name));
    }, [ELSEWHERE, DIRECTIVES] as const);
    expect(ran).toEqual([]);
  });
});
