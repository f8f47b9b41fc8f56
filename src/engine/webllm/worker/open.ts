/**
 * From the files of a model to a decoder, in the best way that proves right on this device: as one
 * batch, else one sequence at a time; with a smaller cache where memory ends.
 */
import { MLCEngine } from '@mlc-ai/web-llm';
import type { Fault } from '../../../base/fault.ts';
import { failed, ok } from '../../../base/result.ts';
import type { Result } from '../../../base/result.ts';
import type { Adapter } from '../../adapter.ts';
import type { LoadProgress, ModelSpec } from '../../model.ts';
import { capacity, type Capacity } from './capacity.ts';
import type { ModelFiles } from './files.ts';
import { isGone } from './gone.ts';
import { isOfMemory } from './memory.ts';
import { modelSizes, openHandles, type Handles } from './handles.ts';
import { OneByOne } from './one-by-one.ts';
import { Renderer } from './render.ts';
import { selfTest, selfTestRows, tolerance, type SelfTest } from './self-test.ts';
import { Sequences, type CacheSize, type Decoder } from './sequences.ts';

export interface OpenOptions {
  readonly spec: ModelSpec;
  readonly files: ModelFiles;
  readonly adapter: Adapter;
  /** Sequences wanted at once, or null for our own choice. */
  readonly slots: number | null;
  /** Most tokens of all sequences together, or null for our own choice. */
  readonly cacheTokens: number | null;
  readonly report: (progress: LoadProgress) => void;
}

/** A model on the device, and what decodes with it. */
export interface Opened {
  readonly handles: Handles;
  readonly decoder: Decoder;
  readonly makeDecoder: () => Decoder;
  readonly renderer: Renderer;
  readonly test: SelfTest;
  /** Requests decoded at once, as far as the cache has room. */
  readonly slots: number;
  readonly contextTokens: number;
  /** Of all sequences together; absent where there is one only. */
  readonly cacheTokens?: number;
}

type Way = 'batch' | 'in-turn';
/** `unsuited`: this way is not for this model; `full`: the cache with so many bytes was too much. */
type Attempt = Opened | { readonly unsuited: string } | { readonly full: number } | { readonly fault: Fault };

/** A sequence costs nothing until it has tokens. */
const usualSlots = 32;
/** Eight rollouts of the usual context. */
const usualTokens = 8 * (4096 + 16);
/** Where not even this many fit, the model is too large for the device. */
const leastTokens = 1024;
/** Context of the cache that web-llm makes for itself, while ours is the one in use. */
const unusedContext = 256;
const usualContext = 4096;

export async function openModel(options: OpenOptions): Promise<Result<Opened, Fault>> {
  const { spec, files, adapter } = options;
  let cacheBytes = cacheRoom(adapter, files);
  if (canBatch(spec, files)) {
    for (;;) {
      const attempt = await open(options, 'batch', cacheBytes);
      if ('handles' in attempt) return ok(attempt);
      if ('fault' in attempt) return failed(attempt.fault);
      if ('unsuited' in attempt) break;
      cacheBytes = attempt.full / 2;
    }
  }
  const attempt = await open(options, 'in-turn', cacheBytes);
  if ('handles' in attempt) return ok(attempt);
  const reason = 'unsuited' in attempt ? attempt.unsuited : 'its cache does not fit';
  return failed('fault' in attempt ? attempt.fault : { kind: 'engine-failed', engine: 'webllm', reason });
}

/** What the caches may take: the half of a machine's memory that is not the system's, less the weights. */
function cacheRoom({ isSoftware }: Adapter, { bytes }: ModelFiles): number {
  if (isSoftware) return 2 ** 28;
  const { deviceMemory = 4 } = navigator as { readonly deviceMemory?: number };
  return Math.min(2 ** 32, Math.max(2 ** 30, (deviceMemory / 2) * 2 ** 30 - bytes));
}

/** Windows that slide, over all layers or some, are not proven in a batch. */
function canBatch({ fullContext }: ModelSpec, { config }: ModelFiles): boolean {
  const inside = config['model_config'];
  const window =
    typeof inside === 'object' && inside !== null
      ? (inside as Record<string, unknown>)['sliding_window']
      : null;
  if (fullContext === true) return true;
  return Number(config['context_window_size']) > 0 && !(Number(window) > 0);
}

async function open(options: OpenOptions, way: Way, cacheBytes: number): Promise<Attempt> {
  const { spec, files, report } = options;
  report({ stage: 'start' });
  const engine = new MLCEngine({
    appConfig: {
      model_list: [{ model: files.folder, model_id: spec.id, model_lib: files.library }],
    },
    logLevel: 'SILENT',
  });
  let device: GPUDevice | null = null;
  let size: Capacity | null = null;
  try {
    await engine.reload(spec.id, windowOf(spec, files, way));
    const handles = openHandles(engine, spec.id);
    device = handles.gpu.device;
    report({ stage: 'calibrate' });
    if (way === 'in-turn') return await inTurn(handles);
    size = sizeOf(handles, options, cacheBytes);
    const opened = size === null ? null : await asBatch(handles, options, size);
    if (opened !== null && opened.test.decoding !== 'in-turn') return opened;
    await engine.unload();
    return { unsuited: size === null ? 'it has states that no batch is proven for' : 'a batch differs' };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    // web-llm destroys the device when a buffer cannot be had.
    const isLost = device !== null && (await isGone(device));
    await engine.unload().catch(() => undefined);
    if (isLost || isOfMemory(reason) || /device (was|is) lost/i.test(reason)) {
      const isWorthLess = size !== null && size.tokens > leastTokens;
      return isWorthLess ? { full: size?.bytes ?? 0 } : { fault: { kind: 'out-of-memory', reason } };
    }
    return way === 'batch'
      ? { unsuited: reason }
      : { fault: { kind: 'engine-failed', engine: 'webllm', reason } };
  }
}

/** Settings of web-llm's own cache; of a model whose window slides they stay as they are. */
function windowOf({ fullContext, contextTokens }: ModelSpec, { config }: ModelFiles, way: Way): object {
  const isPlain = fullContext === true || Number(config['context_window_size']) > 0;
  if (!isPlain) return {};
  const context = way === 'batch' ? unusedContext : (contextTokens ?? usualContext);
  return {
    context_window_size: context,
    ...(fullContext === true ? { sliding_window_size: -1 } : {}),
  };
}

const isHalf = ({ pipeline }: Handles): boolean =>
  String(pipeline.config['quantization']).includes('f16');

/** Null where the model cannot be decoded as a batch. */
function sizeOf(
  handles: Handles,
  { slots, cacheTokens, spec }: OpenOptions,
  cacheBytes: number,
): Capacity | null {
  const { needsKVCache, needsRNNState } = handles.pipeline.resolvedModelABI;
  const sizes = modelSizes(handles, isHalf(handles));
  if (sizes === null || !needsKVCache || needsRNNState) return null;
  const tokens = slots === null ? usualTokens : slots * ((spec.contextTokens ?? usualContext) + 16);
  const wish: CacheSize = {
    sequences: slots ?? usualSlots,
    tokens: Math.min(tokens, cacheTokens ?? Infinity),
  };
  const bindingBytes = handles.gpu.device.limits.maxStorageBufferBindingSize;
  return capacity(sizes, wish, { bindingBytes, cacheBytes });
}

async function asBatch(handles: Handles, options: OpenOptions, size: Capacity): Promise<Opened> {
  // Prompts that are shared take sequences too, and the self-test needs its rows.
  const sequences = Math.max(size.sequences + 1, selfTestRows + 1);
  const makeDecoder = (): Decoder => new Sequences(handles, { sequences, tokens: size.tokens });
  const { contextTokens = size.contextTokens } = options.spec;
  return {
    ...(await prove(handles, makeDecoder)),
    slots: size.sequences,
    contextTokens: Math.min(contextTokens, size.contextTokens),
    cacheTokens: size.tokens,
  };
}

async function inTurn(handles: Handles): Promise<Opened> {
  const proven = await prove(handles, () => new OneByOne(handles));
  return { ...proven, slots: 1, contextTokens: proven.decoder.size.tokens };
}

async function prove(
  handles: Handles,
  makeDecoder: () => Decoder,
): Promise<Omit<Opened, 'slots' | 'contextTokens' | 'cacheTokens'>> {
  const renderer = new Renderer(handles);
  const prompts = [
    renderer.tokens([{ role: 'user', content: 'Is 2 + 2 equal to 4?' }]),
    renderer.tokens([{ role: 'user', content: 'How many apples are 3 bags of 5 apples and one more?' }]),
  ] as const;
  const decoder = makeDecoder();
  const allowed = isHalf(handles) ? tolerance.half : tolerance.full;
  const test = await selfTest(handles, decoder, prompts, allowed);
  return { handles, decoder, makeDecoder, renderer, test };
}
