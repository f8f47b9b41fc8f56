/**
 * The whole wire between a page-side client and an engine's worker. Every call has a number that
 * the client gives; replies carry it back, so that what belongs to a superseded call is dropped.
 * A worker serves one load in its life: to load anew, the client starts a fresh worker.
 */
import type { Fault } from '../base/fault.ts';
import type { GpuWish } from './gpu-wish.ts';
import type { LoadedModel, LoadProgress, ModelSpec } from './model.ts';
import type { ChatMessage, Sampling, ScoreRequest, StopReason } from './sample.ts';

/** A request without its signal, which does not cross to a worker; `abort` does its work. */
export interface WireRequest {
  readonly messages: readonly ChatMessage[];
  readonly sampling: Sampling;
  readonly seed: number;
  readonly jsonSchema?: object;
}

export type ToWorker =
  | {
      readonly kind: 'load';
      readonly call: number;
      /** URLs are absolute here, and have passed the gate. */
      readonly spec: ModelSpec;
      readonly threads: number | 'auto';
      /** Sequences wanted at once, or null for the engine's own choice. */
      readonly slots: number | null;
      /** Most tokens of all sequences together, or null for the engine's own choice. */
      readonly cacheTokens: number | null;
      /** For engines that have the choice. */
      readonly gpu: GpuWish;
    }
  | { readonly kind: 'sample'; readonly call: number; readonly requests: readonly WireRequest[] }
  | { readonly kind: 'count'; readonly call: number; readonly messages: readonly ChatMessage[] }
  | { readonly kind: 'score'; readonly call: number; readonly requests: readonly ScoreRequest[] }
  /** Ends one request of a call, or all of them. A call that has ended is none: no reply. */
  | { readonly kind: 'abort'; readonly call: number; readonly index: number | null };

/** What happens to one request of a `sample` call; `index` is its place in the call. */
export type WireEvent =
  | { readonly kind: 'begun'; readonly index: number; readonly promptTokens: number }
  | {
      readonly kind: 'token';
      readonly index: number;
      readonly text: string;
      readonly logprob: number | null;
    }
  | {
      readonly kind: 'ended';
      readonly index: number;
      readonly stop: Exclude<StopReason, 'fault'>;
      readonly seconds: number;
      /** Where they are known only now, as of a server. */
      readonly promptTokens?: number;
      /** Where they are told, and are not those that were counted as they came. */
      readonly tokens?: number;
    }
  | {
      readonly kind: 'faulted';
      readonly index: number;
      readonly fault: Fault;
      readonly seconds: number;
    };

export type FromWorker =
  | { readonly kind: 'progress'; readonly call: number; readonly progress: LoadProgress }
  | { readonly kind: 'loaded'; readonly call: number; readonly model: LoadedModel }
  /** In order of happening; several cross together, since each crossing costs. */
  | { readonly kind: 'events'; readonly call: number; readonly events: readonly WireEvent[] }
  | { readonly kind: 'counted'; readonly call: number; readonly tokens: number }
  | {
      readonly kind: 'scored';
      readonly call: number;
      /** By request, by token of its continuation. */
      readonly logprobs: readonly (readonly number[])[];
    }
  /** A host besides our own was asked for something, for the first time. */
  | { readonly kind: 'asked'; readonly host: string }
  /** There is life, while a call has nothing to tell yet. */
  | { readonly kind: 'beat' }
  /** The engine is gone, and everything pending with it; nothing follows. */
  | { readonly kind: 'lost'; readonly fault: Fault }
  /** A load, a count or a score failed. */
  | { readonly kind: 'failed'; readonly call: number; readonly fault: Fault };
