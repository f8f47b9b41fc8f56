/** Experiments of the size that the page is made for, in a real IndexedDB and in the built page. */
import type { Page } from 'playwright';
import type { SetItem } from '../src/question/set/item.ts';
import { DEFAULT_LEVEL } from '../src/question/world/level.ts';
import { problems } from '../src/question/world/problems.ts';
import { median } from '../src/stats/median.ts';
import { inBuiltPage, type OpenPage } from './built-page.ts';
import type { DrawnTimes } from './drawn-times.ts';
import type { ExperimentTimes } from './experiment-times.ts';
import type {} from './experiments-page.ts';
import { row, rowLine, type Row } from './row.ts';
import { sampleGroup } from './sample-group.ts';
import { taskTimes } from './task-times.ts';
import type { Streamed } from './watch-work.ts';

const size = 8;
const questions = 12_500;
/** With all their records: question, rollouts, synthesis. */
const groups = 12_500;
const shortRuns = 49;
const seed = 1;
const times = 9;
const loads = 9;
const asked = 3;
/** Milliseconds: what feels like at once, and a task after which the page feels stuck. */
const openBudget = 200;
const taskBudget = 50;
/**
 * Questions done at which memory is measured, every other one; the page is warm by the first. What llama.cpp
 * keeps of old prompts grows until a lane is opened anew, so the most of one stretch is held against the
 * most of another.
 */
const [early, late] = [stretch(13, 24), stretch(37, 48)];

function stretch(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.ceil((last - first) / 2) + 1 }, (_, at) => Math.min(first + 2 * at, last));
}

const megabyte = 1_000_000;
const common = { suite: 'experiments', group: size } as const;

export async function experimentRows(say: (text: string) => void): Promise<Row[]> {
  // Memory is told at once instead of at the next collection of garbage.
  const flags = ['--enable-blink-features=ForceEagerMeasureMemory'];
  return inBuiltPage({ script: 'experiments-page', flags }, async (open) => {
    const rows: Row[] = [];
    // Told as each step ends: a bench that is cut off has them.
    const keep = (found: readonly Row[]): void => {
      for (const one of found) say(rowLine(one));
      rows.push(...found);
    };
    const filled = await fill(open, say);
    keep(await storedRows(open, filled, say));
    keep(await drawnRows(open, filled, say));
    const page = await open('?engine=wllama');
    await page.locator('cat-model-status .dot.ready').waitFor({ timeout: 120_000 });
    keep(await streamRows(page, say));
    keep(await memoryRows(page, say));
    return rows;
  });
}

type Run = Parameters<typeof globalThis.benchExperiments.drawnTimes>[0];

async function fill(open: OpenPage, say: (text: string) => void): Promise<Run> {
  const page = await open('?engine=none');
  say(`writing ${questions} made-up outcomes of ${size} rollouts, and ${groups * size} rollouts`);
  const { run, seconds } = await page.evaluate((filling) => globalThis.benchExperiments.fillStore(filling), {
    ...{ model: await sampleGroup(), questions, groups, beside: shortRuns, seed },
  });
  say(`written in ${seconds.toFixed(0)} s`);
  return run;
}

const milliseconds = (name: string, ours: number, against = openBudget): Row =>
  row({ ...common, engine: null, metric: 'time', unit: 'ms', name, ours, against, better: 'less' });

async function storedRows(open: OpenPage, run: Run, say: (text: string) => void): Promise<Row[]> {
  say('reading and counting');
  const page = await open('?engine=none');
  const measured = await page.evaluate(
    ([id, runs, count, turns]): Promise<ExperimentTimes> =>
      globalThis.benchExperiments.experimentTimes(id, { runs, questions: count }, turns),
    [run, shortRuns + 1, questions, times] as const,
  );
  return [
    milliseconds(`the list of ${shortRuns + 1} runs, read`, median(measured.list)),
    milliseconds(`${questions} outcomes of a run, read`, median(measured.entries)),
    milliseconds('a filter, and the numbers of all charts: the slowest of five', slowest(measured.filters)),
    milliseconds('the curves of all outcomes, with intervals', median(measured.curves)),
    milliseconds('the report of all outcomes, with intervals', median(measured.report)),
    milliseconds(`the newest 200 of ${groups} groups`, median(measured.history)),
  ];
}

const slowest = (filters: readonly number[][]): number => Math.max(...filters.map(median));

async function drawnRows(open: OpenPage, run: Run, say: (text: string) => void): Promise<Row[]> {
  const drawn: DrawnTimes[] = [];
  for (let load = 0; load < loads; load++) {
    say(`opening and drawing, ${load + 1} of ${loads}`);
    const page = await open('?engine=none');
    drawn.push(
      await page.evaluate(
        ([id, runs]) => globalThis.benchExperiments.drawnTimes(id, runs),
        [run, shortRuns + 1] as const,
      ),
    );
  }
  const of = (name: keyof DrawnTimes): number => median(drawn.map((one) => one[name]));
  return [
    milliseconds('page just loaded: the list of runs, fetched and drawn', of('list')),
    milliseconds('page just loaded: the run, drawn', of('run')),
    milliseconds('page just loaded: its report, drawn after that', of('report')),
    milliseconds('page just loaded: its charts, drawn after its report', of('charts')),
    milliseconds('page just loaded: a filter, drawn', of('filter')),
    milliseconds('page just loaded: the charts of what passes it, drawn after that', of('filtered')),
  ];
}

/**
 * Where no task is long by the browser's own measure, the longest is below its limit, the budget. That one
 * goes by the clock, and has what else the machine does in it.
 */
async function streamRows(page: Page, say: (text: string) => void): Promise<Row[]> {
  const streams: Streamed[] = [];
  const times: number[] = [];
  for (let turn = 0; turn < asked; turn++) {
    say(`watching a group, ${turn + 1} of ${asked}`);
    const watched = await taskTimes(page, () => page.evaluate(() => globalThis.benchExperiments.streamed()));
    streams.push(watched.value);
    times.push(...watched.tasks);
  }
  const short = streams.find(({ rollouts }) => rollouts !== size);
  if (short !== undefined) throw new Error(`${short.rollouts} rollouts`);
  const tasks = streams.flatMap(({ longTasks }) => longTasks);
  const seconds = streams.reduce((sum, { milliseconds: took }) => sum + took, 0) / 1000;
  say(`${tasks.length} long tasks in ${seconds.toFixed(1)} s of streaming: ${tasks.join(', ') || 'none'}`);
  const name =
    tasks.length === 0
      ? `main-thread tasks while ${size} rollouts stream: none from ${taskBudget} ms on`
      : `longest main-thread task while ${size} rollouts stream`;
  const longest = Math.max(taskBudget, ...tasks);
  const busiest = Math.max(...times);
  return [
    milliseconds('longest main-thread task of a whole group, by its time on the CPU', busiest, taskBudget),
    milliseconds(name, longest, taskBudget),
  ].map((one) => ({ ...one, engine: 'wllama' }));
}

async function memoryRows(page: Page, say: (text: string) => void): Promise<Row[]> {
  const [from, to] = [early, late].map((those) => `${those[0]} to ${those.at(-1)}`);
  const last = Math.max(...late);
  say(`a run of ${last} groups`);
  const items: SetItem[] = [];
  for (const { question, answer } of problems({ seed, level: DEFAULT_LEVEL, split: 'heldout' })) {
    items.push({ question: { kind: 'verifiable', text: question, truth: answer }, tags: [] });
    // The run still goes on when memory is measured for the last time.
    if (items.length === last + 8) break;
  }
  await page.evaluate((list) => globalThis.benchExperiments.beginRun(list), items);
  const first = await mostMemory(page, early, say);
  const then = await mostMemory(page, late, say);
  const memory = (what: string, ours: number, against: number): Row =>
    row({
      ...{ ...common, engine: 'wllama', metric: 'memory', unit: 'MB', better: 'less' },
      name: `${what} in groups ${to} of a run, against groups ${from}`,
      ours: ours / megabyte,
      against: against / megabyte,
    });
  const rows = [memory('most heap of the page', then.heap, first.heap)];
  if (first.all !== null && then.all !== null) {
    rows.push(memory('most memory of the page and its workers', then.all, first.all));
  }
  return rows;
}

interface Memory {
  /** Bytes of objects on the main thread, garbage collected. */
  readonly heap: number;
  readonly all: number | null;
}

async function mostMemory(page: Page, counts: readonly number[], say: (text: string) => void): Promise<Memory> {
  const found: Memory[] = [];
  for (const count of counts) found.push(await memoryAt(page, count));
  const all = found.map((one) => one.all).filter((bytes) => bytes !== null);
  say(`page and workers, in MB: ${all.map((bytes) => (bytes / megabyte).toFixed(0)).join(', ')}`);
  return {
    heap: Math.max(...found.map(({ heap }) => heap)),
    all: all.length === counts.length ? Math.max(...all) : null,
  };
}

async function memoryAt(page: Page, count: number): Promise<Memory> {
  await page.evaluate((done) => globalThis.benchExperiments.questionsDone(done), count);
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  const all = await page.evaluate(() => globalThis.benchExperiments.bytesWithWorkers());
  return { heap: usedSize, all };
}
