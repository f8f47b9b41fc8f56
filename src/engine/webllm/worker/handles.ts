/**
 * Everything that web-llm keeps to itself and batched decoding needs, in this one file. Written for
 * @mlc-ai/web-llm 0.2.86: its internals move between patch versions, so the version is pinned, and
 * opening the handles names each one that is not there.
 *
 * Functions of the runtime must be called inside a scope; what they make dies with it unless it is
 * kept (`keep`).
 */
import type { MLCEngine } from '@mlc-ai/web-llm';

/** A tensor of the runtime, on the device unless said otherwise. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly byteOffset: number;
  getDataPtr(): number;
  view(shape: readonly number[]): Tensor;
  copyFrom(data: Tensor | ArrayLike<number>): Tensor;
  toArray(): Float32Array<ArrayBuffer> | Int32Array<ArrayBuffer>;
  dispose(): void;
}

interface RuntimeObject {
  dispose(): void;
}

export type Packed = ((...args: unknown[]) => unknown) & RuntimeObject;

/** A cache of keys and values for several sequences. */
export type Cache = RuntimeObject;

interface Runtime {
  beginScope(): void;
  endScope(): void;
  detachFromCurrentScope<T>(value: T): T;
  getGlobalFunc(name: string): Packed;
  makeShapeTuple(shape: readonly number[]): unknown;
  scalar(value: number, type: string): unknown;
  empty(shape: readonly number[], type: string, device: unknown): Tensor;
  cpu(): unknown;
  readonly lib: { readonly webGPUContext: GpuContext | undefined };
}

interface GpuContext {
  readonly device: GPUDevice;
  readonly currAllocatedBytes: number;
  flushCommands(): void;
  gpuBufferFromPtr(pointer: number): GPUBuffer;
}

interface Tokenizer {
  encode(text: string): Int32Array;
  decode(ids: Int32Array): string;
}

/** As web-llm renders a chat: text only, since no request of ours has anything else. */
export interface Conversation {
  override_system_message?: string;
  reset(): void;
  appendMessage(role: string, message: string): void;
  appendReplyHeader(role: string): void;
  appendEmptyThinkingReplyHeader(role: string, block: string): void;
  getPromptArray(config: object): string[];
  readonly config: {
    readonly system_prefix_token_ids?: readonly number[] | null;
    readonly role_templates?: Readonly<Record<string, string>>;
  };
}

interface CompiledGrammar {
  dispose(): void;
}

export interface GrammarCompiler {
  /** indent -1: one line. */
  compileJSONSchema(schema: string, whitespace: boolean, indent: number): Promise<CompiledGrammar>;
}

/** web-llm does not export its grammar engine; a matcher's class makes others like it. */
export interface MatcherClass {
  createGrammarMatcher(grammar: CompiledGrammar): Promise<GrammarMatcher>;
}

export interface GrammarMatcher {
  getNextTokenBitmask(): Promise<Int32Array>;
  acceptToken(token: number): boolean;
  dispose(): void;
}

/** The sizes that decide what a sequence costs. */
export interface ModelSizes {
  readonly layers: number;
  readonly kvHeads: number;
  readonly headSize: number;
  readonly bytesPerNumber: number;
  /** Positions that the model was trained for, or null where its config does not say. */
  readonly trained: number | null;
}

interface Pipeline {
  readonly tvm: Runtime;
  readonly vm: { getFunction(name: string): Packed };
  readonly device: { sync(): Promise<void> };
  readonly params: unknown;
  readonly embed: Packed;
  readonly tokenizer: Tokenizer;
  readonly conversation: Conversation;
  readonly config: Record<string, unknown>;
  readonly fullVocabSize: number;
  readonly bitmaskSize: number;
  readonly prefillChunkSize: number;
  readonly contextWindowSize: number;
  readonly slidingWindowSize: number;
  readonly stopTokens: readonly number[];
  readonly stopStr: readonly string[];
  readonly resolvedModelABI: { readonly needsKVCache: boolean; readonly needsRNNState: boolean };
  readonly fapplyBitmask: Packed;
  resetChat(): void;
  embedAndForward(chunks: readonly (readonly number[])[], length: number): Promise<Tensor>;
  prepareGrammarMatcherForSampling(config: object): Promise<void> | undefined;
  grammarMatcher: GrammarMatcher | undefined;
  readonly grammarCompiler: GrammarCompiler | undefined;
}

export type Handles = ReturnType<typeof openHandles>;

const wanted = [
  ...['tvm', 'vm', 'device', 'params', 'embed', 'tokenizer', 'conversation', 'config'],
  ...['fullVocabSize', 'bitmaskSize', 'prefillChunkSize', 'stopTokens', 'stopStr'],
  ...['resolvedModelABI', 'fapplyBitmask', 'resetChat', 'embedAndForward'],
  'prepareGrammarMatcherForSampling',
] as const;

/** Throws with the names of those that are missing. */
export function openHandles(engine: MLCEngine, modelId: string) {
  const { loadedModelIdToPipeline: pipelines } = engine as unknown as {
    readonly loadedModelIdToPipeline: ReadonlyMap<string, Pipeline> | undefined;
  };
  const pipeline = pipelines?.get(modelId);
  if (pipeline === undefined) throw new Error('web-llm has no pipeline for the model');
  const missing: string[] = wanted.filter((name) => pipeline[name] === undefined);
  const gpu = pipeline.tvm.lib?.webGPUContext;
  if (gpu === undefined) missing.push('tvm.lib.webGPUContext');
  if (missing.length > 0 || gpu === undefined) {
    throw new Error(`this version of web-llm lacks ${missing.join(', ')}`);
  }
  const { tvm } = pipeline;

  /** Runs `work` in a scope of the runtime; only what it returns through `keep` outlives it. */
  const scoped = <T>(work: () => T): T => {
    tvm.beginScope();
    try {
      return work();
    } finally {
      tvm.endScope();
    }
  };
  const keep = <T>(value: T): T => tvm.detachFromCurrentScope(value);
  const optional = (name: string): Packed | null =>
    scoped(() => {
      try {
        const found = pipeline.vm.getFunction(name);
        return typeof found === 'function' ? keep(found) : null;
      } catch {
        return null;
      }
    });
  const builtin = (name: string): Packed => scoped(() => keep(tvm.getGlobalFunc(`vm.builtin.${name}`)));

  return {
    pipeline,
    scoped,
    keep,
    ints: (values: ArrayLike<number>): Tensor =>
      tvm.empty([values.length], 'int32', pipeline.device).copyFrom(values),
    tuple: (values: readonly number[]): unknown => tvm.makeShapeTuple(values),
    int64: (value: number): unknown => tvm.scalar(value, 'int64'),
    /** First result of a function that gives several. */
    first: (result: unknown): Tensor => (result as { get(index: number): Tensor }).get(0),
    /** Values of a tensor of f32 on the device. */
    async read(tensor: Tensor): Promise<Float32Array<ArrayBuffer>> {
      const copy = scoped(() =>
        keep(tvm.empty(tensor.shape, 'float32', tvm.cpu()).copyFrom(tensor)),
      );
      await pipeline.device.sync();
      const values = copy.toArray() as Float32Array<ArrayBuffer>;
      copy.dispose();
      return values;
    },
    gpu: {
      device: gpu.device,
      /** Bytes of all buffers that the runtime has made and not freed. */
      allocated: (): number => gpu.currAllocatedBytes,
      /** Hands everything that the runtime has recorded to the device's queue. */
      flush: (): void => gpu.flushCommands(),
      buffer: (tensor: Tensor): GPUBuffer => gpu.gpuBufferFromPtr(tensor.getDataPtr()),
    },
    functions: {
      batchPrefill: optional('batch_prefill'),
      batchDecode: optional('batch_decode'),
      createCache: optional('create_tir_paged_kv_cache'),
      addSequence: builtin('kv_state_add_sequence'),
      removeSequence: builtin('kv_state_remove_sequence'),
      forkSequence: builtin('kv_state_fork_sequence'),
      beginForward: builtin('kv_state_begin_forward'),
      endForward: builtin('kv_state_end_forward'),
    },
  };
}

/** What the model's config says of the cost of a token; null where it says too little. */
export function modelSizes({ pipeline }: Handles, halfPrecision: boolean): ModelSizes | null {
  const nested = pipeline.config['model_config'];
  const config = typeof nested === 'object' && nested !== null ? nested : {};
  const number = (...names: readonly string[]): number | null => {
    for (const name of names) {
      const value = (config as Record<string, unknown>)[name];
      if (typeof value === 'number' && value > 0) return value;
    }
    return null;
  };
  const layers = number('num_hidden_layers', 'n_layer');
  const heads = number('num_attention_heads', 'n_head');
  const width = number('hidden_size', 'n_embd');
  if (layers === null || heads === null || width === null) return null;
  return {
    layers,
    kvHeads: number('num_key_value_heads') ?? heads,
    headSize: number('head_dim') ?? width / heads,
    bytesPerNumber: halfPrecision ? 2 : 4,
    trained: number('max_position_embeddings', 'context_window_size'),
  };
}
