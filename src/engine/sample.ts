import type { Fault } from '../base/fault.ts';

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** temperature 0 is greedy; topP in (0, 1], 1 is off; topK 0 is off; maxTokens > 0. */
export interface Sampling {
  readonly temperature: number;
  readonly topP: number;
  readonly topK: number;
  readonly maxTokens: number;
}

/** One prompt to continue. Requests of one call are told apart by their place in the list. */
export interface SampleRequest {
  readonly messages: readonly ChatMessage[];
  readonly sampling: Sampling;
  readonly seed: number;
  /** Ends this request alone with `stop: 'aborted'`; the call's own signal ends all. */
  readonly signal?: AbortSignal;
  /** JSON schema that the output must follow; only where `capabilities.grammar`. */
  readonly jsonSchema?: object;
}

/** A given text after a prompt, whose log-probability is wanted. */
export interface ScoreRequest {
  readonly messages: readonly ChatMessage[];
  readonly continuation: string;
}

/** `end`: the model stopped by itself. `length`: maxTokens or the context ran out: cut off. */
export type StopReason = 'end' | 'length' | 'aborted' | 'fault';

export interface Completion {
  readonly text: string;
  /** Tokens sampled, without the end token. */
  readonly tokens: number;
  readonly promptTokens: number;
  /** Natural log-probability of each sampled token at temperature 1, before top-p and top-k; none where a server gives none. */
  readonly logprobs: readonly number[];
  readonly stop: StopReason;
  /** Wall-clock from the request's start in its slot to its end. */
  readonly seconds: number;
}

/** A completion as it is kept as evidence, where nothing is made of its log-probabilities. */
export type KeptCompletion = Omit<Completion, 'logprobs'>;

/** `index` is the request's place in the list. Every request ends in exactly one `done` or `fault`. */
export type SampleEvent =
  /** `logprob` is null where the engine is a server that gives none; the completion then lists none. */
  | { readonly kind: 'token'; readonly index: number; readonly text: string; readonly logprob: number | null }
  | { readonly kind: 'done'; readonly index: number; readonly completion: Completion }
  /** What was sampled before the fault stands in `completion` with `stop: 'fault'`. */
  | { readonly kind: 'fault'; readonly index: number; readonly fault: Fault; readonly completion: Completion };
