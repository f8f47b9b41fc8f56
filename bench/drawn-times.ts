/** Runs in the page, just loaded: how long a person waits until what was asked for is drawn. */
import type { RunId } from '../src/base/id.ts';

/** Milliseconds, from the click to the frame after which it is seen. */
export interface DrawnTimes {
  /** The part of the page for experiments is fetched meanwhile. */
  readonly list: number;
  /** With the first questions; figures follow. */
  readonly run: number;
  /** From then until the report with its intervals stands there too. */
  readonly report: number;
  /** And from then until the charts do. */
  readonly charts: number;
  readonly filter: number;
  /** And from then until the charts are drawn from what passes it. */
  readonly filtered: number;
}

export async function drawnTimes(run: RunId, runs: number): Promise<DrawnTimes> {
  const list = await timed(
    () => (location.hash = '#experiments'),
    () => all('cat-experiments', 'cat-run-list', 'ul.sheet > li').length === runs,
  );
  const opened = await timed(
    () => (location.hash = `#experiments/${run}`),
    () => all('cat-experiments', 'cat-run-view', 'cat-run-groups', 'li').length > 0,
  );
  const report = await timed(
    () => {},
    () => all('cat-experiments', 'cat-run-view', 'cat-run-report', 'table').length > 0,
  );
  const charts = await timed(
    () => {},
    () => all('cat-experiments', 'cat-run-view', 'cat-run-charts', 'button[aria-pressed]').length > 0,
  );
  const before = passing();
  const told = points();
  const button = all('cat-experiments', 'cat-run-view', 'cat-run-charts', 'button[aria-pressed]')[0];
  if (!(button instanceof HTMLElement)) throw new Error('there is no filter to press');
  const filter = await timed(
    () => button.click(),
    () => passing() !== before,
  );
  const filtered = await timed(
    () => {},
    () => points() !== told,
  );
  return { list, run: opened, report, charts, filter, filtered };
}

/** How many questions pass, in words. */
const passing = (): string =>
  all('cat-experiments', 'cat-run-view', 'cat-run-groups', '[role=status]')[0]?.textContent ?? '';

/** What the points of the first chart say. */
const points = (): string =>
  all('cat-experiments', 'cat-run-view', 'cat-run-charts', 'cat-chart', 'svg.chart')[0]?.textContent ?? '';

/** Elements of the page through the roots of those before. */
function all(...selectors: readonly string[]): readonly Element[] {
  let found: readonly Element[] = [...document.querySelectorAll('cat-app')];
  for (const selector of selectors) {
    found = found.flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll(selector) ?? [])]);
  }
  return found;
}

async function timed(act: () => unknown, isThere: () => boolean): Promise<number> {
  const start = performance.now();
  act();
  for (;;) {
    await new Promise(requestAnimationFrame);
    if (!isThere()) continue;
    await afterFrame();
    return performance.now() - start;
  }
}

/** A message that is sent before a frame is drawn comes after it. */
const afterFrame = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
