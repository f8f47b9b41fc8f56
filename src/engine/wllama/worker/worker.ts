/** The worker's end of the wire (`protocol.ts`): one load, then samples, counts and aborts. */
import type { FromWorker, ToWorker } from '../../protocol.ts';
import type { Fault } from '../../../base/fault.ts';
import { alive } from '../../worker-link.ts';
import { fetchModel } from './fetch-model.ts';
import { Job } from './job.ts';
import { LaneError } from './lane.ts';
import { Outbox } from './outbox.ts';
import type { Session } from './session.ts';
import { openSession } from './session.ts';

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
const post = (message: FromWorker): void => scope.postMessage(message);
let session: Session | null = null;
/** Jobs of each sample call that has not ended, for aborts. */
const calls = new Map<number, Job[]>();

type Ask<Kind extends ToWorker['kind']> = Extract<ToWorker, { kind: Kind }>;

scope.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  switch (data.kind) {
    case 'load':
      void load(data);
      break;
    case 'sample':
      sample(data);
      break;
    case 'count':
      void count(data);
      break;
    case 'abort':
      abort(data);
      break;
    default:
      data satisfies never;
  }
});

async function load({ call, spec, threads, slots }: Ask<'load'>): Promise<void> {
  const report = (progress: Extract<FromWorker, { kind: 'progress' }>['progress']): void =>
    post({ kind: 'progress', call, progress });
  const files = await fetchModel(spec, report);
  if (!files.ok) return post({ kind: 'failed', call, fault: files.fault });
  try {
    const machine = { cores: navigator.hardwareConcurrency, isolated: scope.crossOriginIsolated };
    session = await openSession({ spec, files: files.value, threads, slots, machine, report });
    post({ kind: 'loaded', call, model: session.model });
  } catch (error) {
    if (!(error instanceof LaneError)) throw error;
    post({ kind: 'failed', call, fault: loadFault(spec.id, error.message) });
  }
}

function sample({ call, requests }: Ask<'sample'>): void {
  const outbox = new Outbox((events) => post({ kind: 'events', call, events }));
  let open = requests.length;
  const jobs = requests.map(
    (request, index) =>
      new Job(request, index, (event) => {
        const last = event.kind === 'ended' || event.kind === 'faulted';
        if (last && --open === 0) calls.delete(call);
        outbox.put(event, last);
      }),
  );
  calls.set(call, jobs);
  session?.scheduler.add(jobs);
}

async function count({ call, messages }: Ask<'count'>): Promise<void> {
  try {
    const tokens = (await session?.scheduler.count(messages)) ?? 0;
    post({ kind: 'counted', call, tokens });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    post({ kind: 'failed', call, fault: { kind: 'engine-failed', engine: 'wllama', reason } });
  }
}

function abort({ call, index }: Ask<'abort'>): void {
  const jobs = calls.get(call) ?? [];
  const meant = index === null ? jobs : jobs.slice(index, index + 1);
  for (const job of meant) session?.scheduler.abort(job);
}

/** llama.cpp says of an unknown architecture what it is; the rest means that the file is wrong. */
const loadFault = (model: string, reason: string): Fault =>
  /out of memory|cannot allocate|bad_alloc|memory access/i.test(reason)
    ? { kind: 'out-of-memory', reason }
    : /unknown (model )?architecture/i.test(reason)
      ? { kind: 'model-unsupported', model, reason }
      : { kind: 'model-corrupt', model, reason };

// A failure that nobody awaits must not leave the page waiting: as an `error` event it arrives.
scope.addEventListener('unhandledrejection', ({ reason }) => {
  setTimeout(() => {
    throw reason;
  });
});

// Held while this worker lives; its end is how the page notices that the worker is gone.
const locks = navigator.locks as LockManager | undefined;
if (locks === undefined) scope.postMessage(alive);
else {
  void locks.request(scope.name, () => {
    scope.postMessage(alive);
    return new Promise(() => {});
  });
}
