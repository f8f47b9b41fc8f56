/**
 * The built page in a real Firefox, over WebDriver BiDi, watched as `useApp` watches Chromium: a request
 * to another host, a violation of the content security policy, or an error fails the test.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { ensureFirefox } from '../../bin/firefox.ts';
import { Bidi } from './bidi.ts';
import type { Allowed } from './watch.ts';

/** What it would do by itself: ask its makers for updates and studies, and open pages of theirs. */
const preferences: Readonly<Record<string, string | number | boolean>> = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'remote.prefs.recommended': true,
  'toolkit.telemetry.enabled': false,
};

/** How long something may take to come, on a busy machine. */
const patience = 300_000;

type Shared = { readonly sharedId: string };

/** One tab. Selectors go through all shadow roots. */
export class FirefoxPage {
  readonly #bidi: Bidi;
  readonly #context: string;

  constructor(bidi: Bidi, context: string) {
    this.#bidi = bidi;
    this.#context = context;
  }

  async goto(url: string): Promise<void> {
    await this.#bidi.send('browsingContext.navigate', { context: this.#context, url, wait: 'complete' });
  }

  async reload(): Promise<void> {
    await this.#bidi.send('browsingContext.reload', { context: this.#context, wait: 'complete' });
  }

  /** Runs in the page; what it takes and gives is plain data. */
  async run<A extends readonly unknown[], T>(work: (...args: A) => T, ...args: A): Promise<Awaited<T>> {
    return this.#json<Awaited<T>>(`(${String(work)})(...${JSON.stringify(args)})`);
  }

  /** What `read` gives of each that matches. */
  each<T, A extends readonly unknown[]>(
    selector: string,
    read: (one: HTMLElement, ...args: A) => T,
    ...args: A
  ): Promise<T[]> {
    return this.#json<T[]>(
      `(${String(deep)})(document, ${JSON.stringify(selector)})
        .map((one) => (${String(read)})(one, ...${JSON.stringify(args)}))`,
    );
  }

  texts(selector: string): Promise<string[]> {
    return this.each(selector, (one) => one.innerText);
  }

  /** Puts a text into the first field that matches. */
  async fill(selector: string, text: string): Promise<void> {
    await this.waitFor(selector);
    await this.each(
      selector,
      (one, value) => {
        (one as HTMLInputElement).value = value;
        one.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      },
      text,
    );
  }

  async count(selector: string): Promise<number> {
    return (await this.texts(selector)).length;
  }

  /** Waits until something matches, and has the text where one is given. */
  async waitFor(selector: string, text = ''): Promise<void> {
    const until = Date.now() + patience;
    for (;;) {
      const texts = await this.texts(selector);
      if (texts.some((one) => one.includes(text))) return;
      if (Date.now() > until) throw new Error(`nothing matches ${selector} ${text}; there are ${JSON.stringify(texts)}`);
      // Between two looks the page works.
      await this.run(() => new Promise((resolve) => setTimeout(resolve, 50)));
    }
  }

  /** Presses the first that matches and has the text, with the mouse. */
  async click(selector: string, text = ''): Promise<void> {
    await this.waitFor(selector, text);
    const { result } = await this.#evaluate<Shared>(
      `(${String(still)})((${String(deep)})(document, ${JSON.stringify(selector)})
        .find((one) => one.innerText.includes(${JSON.stringify(text)})))`,
    );
    await this.#bidi.send('input.performActions', {
      context: this.#context,
      actions: [
        {
          ...{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' } },
          actions: [
            { type: 'pointerMove', x: 0, y: 0, origin: { type: 'element', element: { sharedId: result.sharedId } } },
            { type: 'pointerDown', button: 0 },
            { type: 'pointerUp', button: 0 },
          ],
        },
      ],
    });
  }

  async close(): Promise<void> {
    await this.#bidi.send('browsingContext.close', { context: this.#context });
  }

  async #json<T>(expression: string): Promise<T> {
    const { result } = await this.#evaluate<{ value: string }>(
      `(async () => JSON.stringify(await ${expression}) ?? 'null')()`,
    );
    return JSON.parse(result.value) as T;
  }

  async #evaluate<T>(expression: string): Promise<{ readonly result: T }> {
    const answer = await this.#bidi.send<{
      readonly type: string;
      readonly result: T;
      readonly exceptionDetails?: { readonly text: string };
    }>('script.evaluate', { expression, target: { context: this.#context }, awaitPromise: true });
    if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text ?? 'it threw');
    return answer;
  }
}

/** Runs in the page: all that matches a path of selectors, each of which may stand in a shadow root. */
function deep(root: Document, selector: string): HTMLElement[] {
  const roots = (at: ParentNode): ParentNode[] => [
    at,
    ...[...at.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot === null ? [] : roots(shadowRoot))),
  ];
  // Each step of the path is looked for in all that the one before has, its shadow roots too.
  return selector.split(' >>> ').reduce<HTMLElement[]>(
    (found, part) => [
      ...new Set(
        found.flatMap((one) =>
          [one, ...(one.shadowRoot === null ? [] : [one.shadowRoot])]
            .flatMap(roots)
            .flatMap((at) => [...at.querySelectorAll<HTMLElement>(part)]),
        ),
      ),
    ],
    [root.documentElement],
  );
}

/** Runs in the page: the element in sight, once it stays where it is. */
async function still(one: HTMLElement): Promise<HTMLElement> {
  one.scrollIntoView({ block: 'center', behavior: 'instant' });
  for (let before = Number.NaN, same = 0; same < 3; ) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const { top } = one.getBoundingClientRect();
    same = top === before ? same + 1 : 0;
    before = top;
  }
  return one;
}

interface Started {
  readonly child: ChildProcess;
  readonly profile: string;
  readonly bidi: Bidi;
}

async function start(): Promise<Started> {
  const program = await ensureFirefox();
  const profile = await mkdtemp(path.join(tmpdir(), 'cat-lab-firefox-'));
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  await writeFile(path.join(profile, 'user.js'), lines.join(''));
  const child = spawn(program, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const [, found] = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.on('error', reject);
    child.on('close', () => reject(new Error(`${program} did not start: ${said}`)));
  });
  const bidi = await Bidi.connect(`${address}/session`);
  await bidi.send('session.new', { capabilities: {} });
  return { child, profile, bidi };
}

/** Runs in each page before its own scripts. */
const reportViolations = `() => globalThis.addEventListener('securitypolicyviolation',
  ({ violatedDirective, blockedURI }) =>
    console.error('Content Security Policy: ' + violatedDirective + ' ' + blockedURI))`;

/** Call it once in a file of tests; it gives what opens tabs, each closed after its test. */
export function useFirefox(): (url: string, allowed?: Allowed) => Promise<FirefoxPage> {
  let firefox: Started;
  let allowed: Allowed = {};
  let own = '';
  const pages: FirefoxPage[] = [];
  const troubles: string[] = [];

  beforeAll(async () => {
    firefox = await start();
    const { bidi } = firefox;
    bidi.on('log.entryAdded', ({ level, text }) => {
      if (level !== 'error' || allowed.errors?.some((expected) => expected.test(String(text)))) return;
      troubles.push(`console: ${String(text)}`);
    });
    bidi.on('network.beforeRequestSent', ({ request }) => {
      const { url } = request as { url: string };
      if (/^(about|blob|chrome|data|resource):/.test(url)) return;
      const { origin } = new URL(url);
      if (origin !== own && allowed.origins?.includes(origin) !== true) troubles.push(`fetched from another host: ${url}`);
    });
    await bidi.send('session.subscribe', { events: ['log.entryAdded', 'network.beforeRequestSent'] });
    await bidi.send('script.addPreloadScript', { functionDeclaration: reportViolations });
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close();
    expect(troubles.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    const gone = new Promise<void>((resolve) => firefox.child.on('close', () => resolve()));
    await firefox.bidi.send('browser.close').catch(() => firefox.child.kill());
    await gone;
    await rm(firefox.profile, { recursive: true, force: true, maxRetries: 5 });
  });

  return async (url, wanted = {}) => {
    allowed = wanted;
    own = new URL(url).origin;
    const { bidi } = firefox;
    // A tab of a container of its own, so that no test finds what another has kept.
    const { userContext } = await bidi.send<{ userContext: string }>('browser.createUserContext');
    const { context } = await bidi.send<{ context: string }>('browsingContext.create', { type: 'tab', userContext });
    const page = new FirefoxPage(bidi, context);
    pages.push(page);
    await page.goto(url);
    return page;
  };
}
