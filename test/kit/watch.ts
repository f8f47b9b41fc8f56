/**
 * What no page of a test may do unseen: ask another host, break its content security policy, write an
 * error to its console, or leave an error or a rejection uncaught, in the page or in a worker of it.
 */
import type { BrowserContext, Page } from 'playwright';
import { afterEach, expect } from 'vitest';

export interface Allowed {
  /** Origins that may be asked; `useApp` adds the page's own. */
  readonly origins?: readonly string[];
  /** Errors that the test brings about on purpose: console, uncaught or of the policy. */
  readonly errors?: readonly RegExp[];
}

/** Runs in a page or a worker. */
function reportViolations(): void {
  globalThis.addEventListener('securitypolicyviolation', (event) => {
    const { violatedDirective, blockedURI } = event as SecurityPolicyViolationEvent;
    console.error(`Content Security Policy: ${violatedDirective} ${blockedURI}`);
  });
}

async function watch(context: BrowserContext, allowed: Allowed, tell: (trouble: string) => void): Promise<void> {
  const { origins = [], errors = [] } = allowed;
  const say = (trouble: string): void => {
    if (!errors.some((expected) => expected.test(trouble))) tell(trouble);
  };
  context.on('request', (request) => {
    const url = request.url();
    if (/^(about|data|blob):/.test(url) || origins.includes(new URL(url).origin)) return;
    tell(`fetched from another host: ${url}`);
  });
  context.on('weberror', (error) => say(`uncaught: ${error.error().stack ?? error.error().message}`));
  context.on('console', (message) => {
    if (message.type() === 'error' || /content security policy/i.test(message.text())) {
      say(`console: ${message.text()} (${message.location().url})`);
    }
  });
  // A page's console is silent about violations in its workers; what happens before this runs in a
  // worker is missed.
  const watchWorkers = (page: Page): void => {
    page.on('worker', (worker) => {
      worker.evaluate(reportViolations).catch(() => undefined);
    });
  };
  context.on('page', watchWorkers);
  context.pages().forEach(watchWorkers);
  await context.addInitScript(reportViolations);
}

export type Watch = (context: BrowserContext, allowed: Allowed) => Promise<void>;

/** Call it once in a file of tests: what a watched context does wrong fails the test that caused it. */
export function useWatch(): Watch {
  const troubles: string[] = [];
  afterEach(() => {
    expect(troubles.splice(0)).toEqual([]);
  });
  return (context, allowed) => watch(context, allowed, (trouble) => troubles.push(trouble));
}
