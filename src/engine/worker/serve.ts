/**
 * An engine's end of the wire (`protocol.ts`), the same for every engine that lives in a worker:
 * one load, then samples, counts, scores and aborts. The engine itself is a `Session`.
 */
import { contacts } from '../../base/contacts.ts';
import type { Fault } from '../../base/fault.ts';
import type { Result } from '../../base/result.ts';
import type { EngineId, LoadedModel, LoadProgress } from '../model.ts';
import type { FromWorker, ToWorker } from '../protocol.ts';
import type { ChatMessage, ScoreRequest } from '../sample.ts';
import { alive } from '../worker-link.ts';
import { Job } from './job.ts';
import { Outbox } from './outbox.ts';

export type Ask<Kind extends ToWorker['kind']> = Extract<ToWorker, { kind: Kind }>;

/** A loaded model at work. */
export interface Session {
  readonly model: LoadedModel;
  /** Each job ends by itself, in `end` or `fail`. */
  add(jobs: readonly Job[]): void;
  /** A job that waits ends now, one that decodes before its next token. */
  abort(job: Job): void;
  /** Tokens of a rendered prompt. Throws where the engine fails. */
  count(messages: readonly ChatMessage[]): Promise<number>;
  /** See `Engine.score`; absent where the engine cannot. */
  score?(requests: readonly ScoreRequest[]): Promise<Result<readonly (readonly number[])[], Fault>>;
}

/** What a session tells by itself. */
export interface Signs {
  readonly report: (progress: LoadProgress) => void;
  /** For an engine that is gone for good, such as one whose device was lost. */
  readonly lost: (fault: Fault) => void;
  /** There is life, also where no token is told of; as often as one likes. */
  readonly beat: () => void;
}

export type Opener = (ask: Ask<'load'>, signs: Signs) => Promise<Result<Session, Fault>>;

/** Milliseconds between two signs of life. */
const beatEvery = 1000;

/** What a dedicated worker has and a page has not, by name, so that tests can import this too. */
interface WorkerScope {
  readonly name: string;
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listen: (event: MessageEvent<ToWorker>) => void): void;
  addEventListener(
    type: 'unhandledrejection',
    listen: (event: PromiseRejectionEvent) => void,
  ): void;
}

const scope = globalThis as unknown as WorkerScope;
const post = (message: FromWorker): void => scope.postMessage(message);

/** Answers the page until the worker ends. Call it once, as the worker starts. */
export function serve(engine: EngineId, open: Opener): void {
  let session: Session | null = null;
  /** Jobs of each sample call that has not ended, for aborts. */
  const calls = new Map<number, Job[]>();

  const load = async (ask: Ask<'load'>): Promise<void> => {
    const { call } = ask;
    let beaten = 0;
    const opened = await open(ask, {
      report: (progress) => post({ kind: 'progress', call, progress }),
      lost: (fault) => post({ kind: 'lost', fault }),
      beat: () => {
        if (performance.now() - beaten < beatEvery) return;
        beaten = performance.now();
        post({ kind: 'beat' });
      },
    });
    if (!opened.ok) return post({ kind: 'failed', call, fault: opened.fault });
    session = opened.value;
    post({ kind: 'loaded', call, model: session.model });
  };

  const sample = ({ call, requests }: Ask<'sample'>): void => {
    const outbox = new Outbox((events) => post({ kind: 'events', call, events }));
    let left = requests.length;
    const jobs = requests.map(
      (request, index) =>
        new Job(request, index, (event) => {
          const last = event.kind === 'ended' || event.kind === 'faulted';
          if (last && --left === 0) calls.delete(call);
          outbox.put(event, last);
        }),
    );
    calls.set(call, jobs);
    session?.add(jobs);
  };

  /** What a call gives is posted; what it throws is `engine-failed`. */
  const answer = async (call: number, work: () => Promise<FromWorker>): Promise<void> => {
    try {
      post(await work());
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      post({ kind: 'failed', call, fault: { kind: 'engine-failed', engine, reason } });
    }
  };

  const count = ({ call, messages }: Ask<'count'>): Promise<void> =>
    answer(call, async () => ({
      kind: 'counted',
      call,
      tokens: (await session?.count(messages)) ?? 0,
    }));

  const score = ({ call, requests }: Ask<'score'>): Promise<void> =>
    answer(call, async () => {
      if (session?.score === undefined) throw new Error('this engine cannot score');
      const scored = await session.score(requests);
      if (!scored.ok) return { kind: 'failed', call, fault: scored.fault };
      return { kind: 'scored', call, logprobs: scored.value };
    });

  const abort = ({ call, index }: Ask<'abort'>): void => {
    const jobs = calls.get(call) ?? [];
    const meant = index === null ? jobs : jobs.slice(index, index + 1);
    for (const job of meant) session?.abort(job);
  };

  contacts.listen((host) => post({ kind: 'asked', host }));

  scope.addEventListener('message', ({ data }) => {
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
      case 'score':
        void score(data);
        break;
      case 'abort':
        abort(data);
        break;
      default:
        data satisfies never;
    }
  });

  // A failure that nobody awaits must not leave the page waiting: as an `error` event it arrives.
  scope.addEventListener('unhandledrejection', ({ reason }) => {
    setTimeout(() => {
      throw reason;
    });
  });

  holdLock();
}

/** Held while this worker lives; its end is how the page notices that the worker is gone. */
function holdLock(): void {
  const locks = navigator.locks as LockManager | undefined;
  if (locks === undefined) scope.postMessage(alive);
  else {
    void locks.request(scope.name, () => {
      scope.postMessage(alive);
      return new Promise(() => {});
    });
  }
}
