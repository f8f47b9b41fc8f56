/**
 * How long the tasks of a page's main thread keep it busy, by the browser's own trace. The time that a task
 * spends on the CPU is what the page is answerable for: on a machine that has other work, the same task
 * takes several times as long by the clock.
 */
import type { CDPSession, Page } from 'playwright';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds on the CPU. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Milliseconds on the CPU of each task that the main thread began while the work went on. */
export async function taskTimes<T>(
  page: Page,
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly tasks: readonly number[] }> {
  const session = await page.context().newCDPSession(page);
  try {
    const traceConfig = { includedCategories: ['toplevel', '__metadata'] };
    await session.send('Tracing.start', { transferMode: 'ReturnAsStream', traceConfig });
    const value = await work();
    return { value, tasks: mainTasks(await eventsOf(session)) };
  } finally {
    await session.detach();
  }
}

async function eventsOf(session: CDPSession): Promise<readonly TraceEvent[]> {
  const complete = new Promise<string>((resolve, reject) =>
    session.once('Tracing.tracingComplete', ({ stream }) =>
      stream === undefined ? reject(new Error('the trace has no stream')) : resolve(stream),
    ),
  );
  await session.send('Tracing.end');
  const handle = await complete;
  let text = '';
  for (let isEnd = false; !isEnd; ) {
    const { data, base64Encoded = false, eof } = await session.send('IO.read', { handle });
    text += base64Encoded ? Buffer.from(data, 'base64').toString('utf8') : data;
    isEnd = eof;
  }
  await session.send('IO.close', { handle });
  return (JSON.parse(text) as { readonly traceEvents: readonly TraceEvent[] }).traceEvents;
}

const TASK = 'ThreadControllerImpl::RunTask';

/** Of the renderer that had most to do: others stand ready for pages to come. */
function mainTasks(events: readonly TraceEvent[]): number[] {
  const tasks = new Map<string, number[]>();
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  for (const event of events) {
    const isMain = event.name === 'thread_name' && event.args?.name === 'CrRendererMain';
    if (isMain) tasks.set(threadOf(event), []);
  }
  for (const event of events) {
    if (event.name !== TASK || event.ph !== 'X' || event.tdur === undefined) continue;
    tasks.get(threadOf(event))?.push(event.tdur / 1000);
  }
  const [busiest] = [...tasks.values()].sort((a, b) => b.length - a.length);
  if (busiest === undefined || busiest.length === 0) throw new Error('the trace has no task of a page');
  return busiest;
}
