/** A model that is open, as the session that answers the page. */
import type { Fault } from '../../../base/fault.ts';
import { failed, ok } from '../../../base/result.ts';
import type { Result } from '../../../base/result.ts';
import type { LoadedModel } from '../../model.ts';
import type { ScoreRequest } from '../../sample.ts';
import type { Job } from '../../worker/job.ts';
import type { Session, Signs } from '../../worker/serve.ts';
import { Batch } from './batch.ts';
import { Chooser } from './chooser.ts';
import { isGone } from './gone.ts';
import { Grammar } from './grammar.ts';
import { isOfMemory, watchMemory } from './memory.ts';
import { openModel, type Opened, type OpenOptions } from './open.ts';
import type { Renderer } from './render.ts';
import { sampleTask, scoreTask, type Task } from './task.ts';

type SessionOptions = OpenOptions & Signs;

export async function openSession(options: SessionOptions): Promise<Result<Session, Fault>> {
  const opened = await openModel(options);
  return opened.ok ? ok(makeSession(options, opened.value)) : opened;
}

function makeSession(options: SessionOptions, opened: Opened): Session {
  const { handles, renderer } = opened;
  const { device } = handles.gpu;
  const stops = { tokens: handles.pipeline.stopTokens, texts: handles.pipeline.stopStr };
  let gone: string | null = null;
  const lose = (reason: string): void => {
    if (gone !== null) return;
    gone = refused() ?? reason;
    const isFull = refused() !== null || isOfMemory(reason);
    options.lost({ kind: isFull ? 'out-of-memory' : 'device-lost', reason: gone });
  };
  const refused = watchMemory(device, lose);
  void device.lost.then(({ message, reason }) => lose(message || reason));
  const batch = new Batch({
    decoder: opened.decoder,
    chooser: new Chooser(handles),
    grammar: new Grammar(handles),
    rows: opened.slots,
    contextTokens: opened.contextTokens,
    sharesPrompts: opened.test.decoding === 'shared-prompt',
    reopen: () => {
      if (gone !== null) throw new Error(gone);
      return opened.makeDecoder();
    },
    isGone: async (reason) => isOfMemory(reason) || isGone(device),
    lost: lose,
    beat: options.beat,
  });
  const jobs = new WeakMap<Task, Job>();
  return {
    model: describe(options, opened),
    add(added) {
      const tasks = added.map((job) => {
        const task = sampleTask(job, renderer, stops);
        jobs.set(task, job);
        return task;
      });
      batch.add(tasks);
    },
    abort(job) {
      job.aborted = true;
      batch.drop((task) => jobs.get(task) === job);
    },
    count: (messages) => Promise.resolve(renderer.tokens(messages).length),
    score: (requests) => score(batch, renderer, requests),
  };
}

const describe = ({ spec, files, adapter }: SessionOptions, opened: Opened): LoadedModel => ({
  spec,
  revision: files.revision,
  bytes: files.bytes,
  gpuBytes: opened.handles.gpu.allocated(),
  capabilities: {
    slots: opened.slots,
    contextTokens: opened.contextTokens,
    ...(opened.cacheTokens === undefined ? {} : { cacheTokens: opened.cacheTokens }),
    score: true,
    grammar: true,
    threads: 1,
    decoding: opened.test.decoding,
    device: adapter.isSoftware ? 'software-gpu' : 'gpu',
  },
  calibration: [{ threads: 1, tokensPerSecond: opened.test.tokensPerSecond }],
  ...(files.trained === undefined ? {} : { trained: files.trained }),
});

async function score(
  batch: Batch,
  renderer: Renderer,
  requests: readonly ScoreRequest[],
): Promise<Result<readonly (readonly number[])[], Fault>> {
  const results = await Promise.all(
    requests.map(
      (request) =>
        new Promise<readonly number[] | Fault>((resolve) => {
          const tokens = renderer.plain(request.continuation);
          if (tokens.length === 0) resolve([]);
          else batch.add([scoreTask(request, tokens, renderer, resolve)]);
        }),
    ),
  );
  const scored: (readonly number[])[] = [];
  for (const result of results) {
    if (!('kind' in result)) scored.push(result);
    else return failed(result);
  }
  return ok(scored);
}
