/** Runs in the page with the bundled model loaded: what work in it does to the page meanwhile. */
import type { RunId } from '../src/base/id.ts';
import type { SetItem } from '../src/question/set/item.ts';
import type { RunEvent } from '../src/run/event.ts';
import type { Lab } from '../src/run/lab.ts';
import type { Intents, IntentName } from '../src/view/intent.ts';

export interface Streamed {
  readonly rollouts: number;
  /** From the first token of a rollout to the end of the last one. */
  readonly milliseconds: number;
  /** Of main-thread tasks meanwhile that the browser calls long, which are those from 50 ms on. */
  readonly longTasks: readonly number[];
}

/** Asks the question that stands in the page, as its button does, and watches its rollouts. */
export async function streamed(app: Element, lab: Lab): Promise<Streamed> {
  const tasks: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
  observer.observe({ type: 'longtask' });
  let first: number | null = null;
  let last = 0;
  let rollouts = 0;
  const ended = until(lab, (event) => {
    if (event.kind === 'rollout-token') first ??= performance.now();
    if (event.kind === 'rollout-done') {
      last = performance.now();
      rollouts += 1;
    }
    return event.kind === 'group-done';
  });
  intend(app, 'cat-ask', { fresh: true, anyway: true });
  await ended;
  // The task that this runs in is told after it has ended.
  await new Promise((resolve) => setTimeout(resolve, 100));
  tasks.push(...observer.takeRecords());
  observer.disconnect();
  const from = first ?? last;
  const during = tasks.filter(({ startTime, duration }) => startTime < last && startTime + duration > from);
  return {
    rollouts,
    milliseconds: last - from,
    longTasks: during.map(({ duration }) => duration),
  };
}

let ends = 0;
let waiting: { readonly count: number; readonly resolve: () => void } | null = null;
let broken: Promise<void> | null = null;

/** Begins an experiment of these questions, as the page's form does, and goes where it is shown. */
export async function beginRun(app: Element, lab: Lab, items: readonly SetItem[]): Promise<void> {
  ends = 0;
  let run: RunId | null = null;
  const begun = until(lab, (event) => {
    if (event.kind === 'run-progress') run = event.runId;
    return run !== null;
  });
  broken = until(lab, (event) => {
    if (event.kind !== 'entry') return false;
    ends += 1;
    if (waiting !== null && ends >= waiting.count) waiting.resolve();
    return ends === items.length;
  });
  intend(app, 'cat-run-begin', { set: 'bench', name: 'bench', items, sizes: [] });
  await begun;
  location.hash = `#experiments/${run ?? ''}`;
}

/** Resolves once so many of its questions are done. */
export async function questionsDone(count: number): Promise<void> {
  const reached = new Promise<void>((resolve) => {
    waiting = { count, resolve };
    if (ends >= count) resolve();
  });
  await Promise.race([reached, broken]);
  if (ends < count) throw new Error(`only ${ends} questions were done`);
}

/** Bytes of the page with its workers, the engine's memory among them; null where it is not told. */
export async function bytesWithWorkers(): Promise<number | null> {
  const { measureUserAgentSpecificMemory: measure } = performance as Performance & {
    measureUserAgentSpecificMemory?: () => Promise<{ readonly bytes: number }>;
  };
  return measure === undefined ? null : (await measure.call(performance)).bytes;
}

/** Resolves at the event that ends it; a fault before that rejects. */
function until(lab: Lab, isEnd: (event: RunEvent) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const off = lab.listen((event) => {
      if (event.kind === 'fault') reject(new Error(JSON.stringify(event.fault)));
      else if (isEnd(event)) resolve();
      else return;
      off();
    });
  });
}

const intend = <K extends IntentName>(app: Element, name: K, detail: Intents[K]): boolean =>
  app.dispatchEvent(new CustomEvent(name, { detail }));
