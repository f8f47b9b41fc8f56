import type { Sampling } from './sample.ts';

/**
 * What to load. `chat` says which prompts fit: `nano` was trained on its own short prompts,
 * everything else gets general chat prompts.
 */
export type EngineId = 'wllama' | 'webllm' | 'server';

export interface ModelSpec {
  /** Stable name shown and stored: `nano`, or what the person gave. */
  readonly id: string;
  readonly engine: EngineId;
  /**
   * One URL, or the parts of a split file in order; relative URLs are our own origin. The first part
   * by the name that llama.cpp gives it (`…-00001-of-00003.gguf`) stands for all. Of a server the
   * address of its interface, such as `https://host/v1`.
   */
  readonly urls: readonly string[];
  /** The compiled library of a WebLLM model, whose one URL is then its folder. */
  readonly library?: string;
  readonly chat: 'nano' | 'general';
  /** SHA-256 of the bytes where known before loading: checked, and a mismatch is `model-corrupt`. */
  readonly sha256?: string;
  /** Of a WebLLM model whose config has a sliding window that its library does not use. */
  readonly fullContext?: true;
  /** A JSON file beside it with `revision` (SHA-256), `bytes`, `contextTokens`, read before loading. */
  readonly manifest?: string;
  /** Sampling that suits it, where somebody has found out: the defaults of its settings. */
  readonly preset?: Sampling;
  /** Of a server's model: requests at once. */
  readonly concurrency?: number;
  /** Context to ask for in tokens, shared by one sequence; the engine may give less. */
  readonly contextTokens?: number;
}

/** Progress of a load: bytes fetched so far, of all bytes where the server told. */
export type LoadProgress =
  | {
      readonly stage: 'fetch';
      readonly bytes: number;
      readonly totalBytes: number | null;
      /** Of a model in many files: how many are here, of how many. */
      readonly files?: { readonly done: number; readonly all: number };
      /** Since the load began. */
      readonly seconds?: number;
    }
  | { readonly stage: 'start' }
  | { readonly stage: 'calibrate' };

/** What an engine honestly offers with the model it has loaded. */
export interface Capabilities {
  /**
   * Sequences that can be decoded at once; more requests wait their turn. Requests with the same
   * prompt may take turns in fewer slots, where that is faster because the prompt is read once.
   */
  readonly slots: number;
  /** Tokens that one sequence (prompt and answer) may have. */
  readonly contextTokens: number;
  /** Tokens that all sequences together may have, where they share a cache. */
  readonly cacheTokens?: number;
  /** Can give the log-probability of a given continuation after a prompt. */
  readonly score: boolean;
  /** Can constrain output by a JSON schema or grammar. */
  readonly grammar: boolean;
  /** Threads that decode, over all copies of the model that the engine runs beside each other. */
  readonly threads: number;
  /**
   * How a GPU decodes several requests: as one batch that also shares equal prompts, as one batch,
   * or in turn, where a batch could not be had or computed something else.
   */
  readonly decoding?: 'shared-prompt' | 'batch' | 'in-turn';
  /** One plain word for where it runs. */
  readonly device: 'cpu' | 'gpu' | 'software-gpu' | 'remote';
}

/** What a model's manifest says of its training, for models that were taught on our problem world. */
export interface Trained {
  /** Levels of the problem world. */
  readonly levels: readonly string[];
  /** What it learned to do, such as `solve` and `combine`; empty where the manifest does not say. */
  readonly jobs: readonly string[];
  /** Sizes of the groups that it learned to reconcile. */
  readonly group: { readonly min: number; readonly max: number };
  /** The highest temperature that its answers were meant for. */
  readonly temperature: number;
  /** Tokens that its longest answers need. */
  readonly answerTokens: number;
}

/**
 * What a server does not tell of its model: a hash of its weights, log-probabilities, the length of its
 * context, or whether it cuts the sampling by defaults of its own.
 */
export type Untold = 'weights' | 'logprobs' | 'context' | 'sampling';

export interface LoadedModel {
  readonly spec: ModelSpec;
  /**
   * SHA-256 of the weights as loaded: the revision in a recipe. Of a server's model SHA-256 of what the
   * server tells of it (`untold`).
   */
  readonly revision: string;
  /** Of the weights; 0 where a server does not tell. */
  readonly bytes: number;
  /** Of a server's model only. */
  readonly untold?: readonly Untold[];
  readonly capabilities: Capabilities;
  /** Absent where nothing is known. */
  readonly trained?: Trained;
  /** Why it runs on the CPU where somebody may look for the graphics processor. */
  readonly gpuRefused?: string;
  /** What the graphics processor holds for it: weights, caches and all, as the runtime counts. */
  readonly gpuBytes?: number;
  /** Decode speed measured after load, tokens per second: over all slots of a CPU, of a small batch on a GPU. */
  readonly calibration: readonly { readonly threads: number; readonly tokensPerSecond: number }[];
}
