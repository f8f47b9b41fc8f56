/**
 * The one interface of all engines: prompts in, tokens out. An engine knows no questions, no
 * rollouts and no rewards; it says honestly what it can do, and a missing ability is an absent
 * method together with `false` in its capabilities, never an imitation.
 *
 * Implementations live in a folder each, and those that compute here run in a worker; `conformance`
 * in the tests holds all of them to this text.
 */
import type { Fault } from '../base/fault.ts';
import type { Result } from '../base/result.ts';
import type { EngineId, LoadedModel, LoadProgress, ModelSpec } from './model.ts';
import type { ChatMessage, SampleEvent, SampleRequest, ScoreRequest } from './sample.ts';

export interface LoadOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: LoadProgress) => void;
  /** `auto` measures after load and keeps the fastest; never more than the machine has. */
  readonly threads?: number | 'auto';
  /** Sequences wanted at once; the engine may give fewer. */
  readonly slots?: number;
  /** Most tokens of all sequences together, where they share a cache; others ignore it. */
  readonly cacheTokens?: number;
}

/** An aborted load is `null`: it is no fault, and the engine is then unloaded. */
export type LoadResult = Result<LoadedModel, Fault> | null;

/** A loaded model that broke, and under what. */
export interface Loss {
  readonly fault: Fault;
  readonly model: LoadedModel;
  /** Requests that had not ended, at most the model's slots; 0 and up. */
  readonly atOnce: number;
}

export interface Engine {
  readonly id: EngineId;
  /** The model that is loaded now. */
  readonly loaded: LoadedModel | null;
  /** How the last model broke; null since a load was asked for, and where it was let go on purpose. */
  readonly lost: Loss | null;
  /** Replaces what is loaded. A second call aborts a load under way. */
  load(spec: ModelSpec, options?: LoadOptions): Promise<LoadResult>;
  /**
   * Samples all requests, as many at once as there are slots, and streams what comes. The stream
   * ends when each request has ended. Leaving the loop early, or the signal, stops the work.
   */
  sample(requests: readonly SampleRequest[], signal?: AbortSignal): AsyncIterable<SampleEvent>;
  /** Tokens of the rendered chat prompt. */
  countTokens(messages: readonly ChatMessage[]): Promise<Result<number, Fault>>;
  /**
   * Natural log-probability at temperature 1 of each token of a given text after its prompt, one
   * list for each request, in their order. Absent where `capabilities.score` is false.
   */
  score?(requests: readonly ScoreRequest[]): Promise<Result<readonly (readonly number[])[], Fault>>;
  /** Frees the model; the engine may load again. */
  unload(): Promise<void>;
}
