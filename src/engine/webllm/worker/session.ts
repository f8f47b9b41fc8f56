/** From the files of a model to a session that decodes, in the fastest way that proved right. */
import { MLCEngine } from '@mlc-ai/web-llm';
import type { Fault } from '../../../base/fault.ts';
import { failed, ok } from '../../../base/result.ts';
import type { Result } from '../../../base/result.ts';
import type { Capabilities, LoadProgress, ModelSpec } from '../../model.ts';
import type { ScoreRequest } from '../../sample.ts';
import type { Job } from '../../worker/job.ts';
import type { Session } from '../../worker/serve.ts';
import type { Adapter } from '../device.ts';
import { Batch } from './batch.ts';
import { capacity, type Capacity } from './capacity.ts';
import { Chooser } from './chooser.ts';
import type { ModelFiles } from './files.ts';
import { Grammar } from './grammar.ts';
import { modelSizes, openHandles, type Handles } from './handles.ts';
import { OneByOne } from './one-by-one.ts';
import { Renderer } from './render.ts';
import { selfTest, tolerance, type SelfTest } from './self-test.ts';
import { Sequences, type Decoder } from './sequences.ts';
import { sampleTask, scoreTask, type Task } from './task.ts';

export interface SessionOptions {
  readonly spec: ModelSpec;
  readonly files: ModelFiles;
  readonly adapter: Adapter;
  /** Sequences wanted at once, or null for our own choice. */
  readonly slots: number | null;
  readonly report: (progress: LoadProgress) => void;
  readonly lost: (fault: Fault) => void;
}

const usualSlots = 8;
const usualContext = 4096;
/** What all caches may take, in bytes. */
const cacheBytes = { hardware: 2 ** 30, software: 2 ** 28 } as const;
/** Context of the cache that web-llm makes for itself, while ours is the one in use. */
const unusedContext = 256;

/** A model on the device, and what decodes with it. */
interface Opened {
  readonly handles: Handles;
  readonly size: Capacity;
  readonly test: SelfTest;
  readonly makeDecoder: () => Decoder;
  readonly decoder: Decoder;
  readonly renderer: Renderer;
}

/** Where memory ends, half as many sequences are tried, then half the context, then no more. */
export async function openSession(options: SessionOptions): Promise<Result<Session, Fault>> {
  const { spec, slots } = options;
  let wishes = { slots: slots ?? usualSlots, contextTokens: spec.contextTokens ?? usualContext };
  for (;;) {
    const opened = await tryOpen(options, wishes);
    if (opened.ok) return ok(makeSession(options, opened.value));
    if (opened.fault.kind !== 'out-of-memory') return opened;
    if (wishes.slots > 1) wishes = { ...wishes, slots: wishes.slots >> 1 };
    else if (wishes.contextTokens > 1024) wishes = { ...wishes, contextTokens: wishes.contextTokens >> 1 };
    else return opened;
  }
}

async function tryOpen(
  options: SessionOptions,
  wishes: { readonly slots: number; readonly contextTokens: number },
): Promise<Result<Opened, Fault>> {
  const { files } = options;
  const batched = typeof files.config['context_window_size'] === 'number' && files.config['context_window_size'] > 0;
  if (batched) {
    const opened = await open(options, wishes, 'batch');
    if (!opened.ok || opened.value.test.decoding !== 'in-turn') return opened;
  }
  return open(options, wishes, 'in-turn');
}

async function open(
  { spec, files, adapter, report }: SessionOptions,
  wishes: { readonly slots: number; readonly contextTokens: number },
  way: 'batch' | 'in-turn',
): Promise<Result<Opened, Fault>> {
  report({ stage: 'start' });
  const engine = new MLCEngine({
    appConfig: {
      model_list: [{ model: files.folder, model_id: spec.id, model_lib: files.library }],
    },
    logLevel: 'SILENT',
  });
  const context = way === 'batch' ? unusedContext : wishes.contextTokens;
  const isSliding = !(Number(files.config['context_window_size']) > 0);
  let device: GPUDevice | null = null;
  try {
    await engine.reload(spec.id, isSliding ? {} : { context_window_size: context });
    const handles = openHandles(engine, spec.id);
    device = handles.gpu.device;
    report({ stage: 'calibrate' });
    return ok(await prepare(handles, spec, adapter, wishes, way));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    // web-llm destroys the device when a buffer cannot be had.
    const isLost = device !== null && (await isGone(device));
    await engine.unload().catch(() => undefined);
    const isMemory = isLost || /out of memory|device (was|is) lost|allocat/i.test(reason);
    return failed(
      isMemory
        ? { kind: 'out-of-memory', reason }
        : { kind: 'engine-failed', engine: 'webllm', reason },
    );
  }
}

/** Whether the device is lost, or is so in a moment: what failed first is often a call. */
const isGone = (device: GPUDevice): Promise<boolean> =>
  Promise.race([
    device.lost.then(() => true),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 200)),
  ]);

async function prepare(
  handles: Handles,
  spec: ModelSpec,
  adapter: Adapter,
  wishes: { readonly slots: number; readonly contextTokens: number },
  way: 'batch' | 'in-turn',
): Promise<Opened> {
  const isHalf = String(handles.pipeline.config['quantization'] ?? spec.id).includes('f16');
  const sizes = modelSizes(handles, isHalf);
  const { needsKVCache, needsRNNState } = handles.pipeline.resolvedModelABI;
  const canBatch = way === 'batch' && sizes !== null && needsKVCache && !needsRNNState;
  const size = canBatch ? sizeOf(handles, adapter, wishes) : null;
  // One sequence more holds a prompt that others share.
  const makeDecoder = (): Decoder =>
    size === null
      ? new OneByOne(handles)
      : new Sequences(handles, { ...size, sequences: size.sequences + 1 });
  const decoder = makeDecoder();
  const renderer = new Renderer(handles, spec.id);
  const prompts = [
    renderer.tokens([{ role: 'user', content: 'Is 2 + 2 equal to 4?' }]),
    renderer.tokens([{ role: 'user', content: 'How many apples are 3 bags of 5 apples and one more?' }]),
  ] as const;
  const test = await selfTest(handles, decoder, prompts, isHalf ? tolerance.half : tolerance.full);
  return {
    handles,
    test,
    decoder,
    makeDecoder,
    renderer,
    size: size ?? { ...decoder.size, contextTokens: decoder.size.tokens },
  };

  function sizeOf(
    { gpu }: Handles,
    { isSoftware }: Adapter,
    wanted: { readonly slots: number; readonly contextTokens: number },
  ): Capacity | null {
    if (sizes === null) return null;
    return capacity(sizes, wanted, {
      bindingBytes: gpu.device.limits.maxStorageBufferBindingSize,
      cacheBytes: isSoftware ? cacheBytes.software : cacheBytes.hardware,
    });
  }
}

function makeSession({ spec, files, adapter, lost }: SessionOptions, opened: Opened): Session {
  const { handles, size, test, decoder, makeDecoder, renderer } = opened;
  const { stopTokens, stopStr } = handles.pipeline;
  const stops = { tokens: stopTokens, texts: stopStr };
  let gone: string | null = null;
  const loseDevice = (reason: string): void => {
    gone ??= reason;
    lost({ kind: 'device-lost', reason });
  };
  void handles.gpu.device.lost.then(({ message, reason }) => loseDevice(message || reason));
  const batch = new Batch({
    decoder,
    chooser: new Chooser(handles),
    grammar: new Grammar(handles),
    contextTokens: size.contextTokens,
    sharesPrompts: test.decoding === 'shared-prompt',
    reopen: () => {
      if (gone !== null) throw new Error(gone);
      return makeDecoder();
    },
    lost: loseDevice,
  });
  const tasks = new WeakMap<Task, Job>();
  const capabilities: Capabilities = {
    slots: test.decoding === 'in-turn' ? 1 : size.sequences,
    contextTokens: size.contextTokens,
    score: true,
    grammar: true,
    threads: 1,
    decoding: test.decoding,
    device: adapter.isSoftware ? 'software-gpu' : 'gpu',
  };
  return {
    model: {
      spec,
      revision: files.revision,
      bytes: files.bytes,
      gpuBytes: handles.gpu.allocated(),
      capabilities,
      calibration: [{ threads: 1, tokensPerSecond: test.stepsPerSecond }],
      ...(files.trained === undefined ? {} : { trained: files.trained }),
    },
    add(jobs) {
      const made = jobs.map((job) => {
        const task = sampleTask(job, renderer, stops);
        tasks.set(task, job);
        return task;
      });
      batch.add(made);
    },
    abort(job) {
      job.aborted = true;
      batch.drop((task) => tasks.get(task) === job);
    },
    count: (messages) => Promise.resolve(renderer.tokens(messages).length),
    score: (requests) => score(batch, renderer, requests),
  };
}

async function score(
  batch: Batch,
  renderer: Renderer,
  requests: readonly ScoreRequest[],
): Promise<Result<readonly (readonly number[])[], Fault>> {
  const results = await Promise.all(
    requests.map(
      (request) =>
        new Promise<readonly number[] | Fault>((resolve) => {
          if (renderer.plain(request.continuation).length === 0) resolve([]);
          else batch.add([scoreTask(request, renderer, resolve)]);
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
