/**
 * G independent samples of one question, as events: tokens while they come, then each rollout as
 * it ends. An engine's fault in one rollout is a rollout with `stop: 'fault'`; the others go on.
 */
import { deriveSeed } from '../base/random.ts';
import type { Fault } from '../base/fault.ts';
import type { Engine } from '../engine/engine.ts';
import type { Completion, SampleRequest, Sampling } from '../engine/sample.ts';
import type { Question } from '../question/question.ts';
import { solveMessages } from './prompt.ts';
import type { Chat } from './prompt.ts';
import type { Rollout } from './rollout.ts';

export interface RolloutOptions {
  /** Template with the place `{question}`. */
  readonly prompt: string;
  readonly chat: Chat;
  readonly sampling: Sampling;
  /** The recipe's seed; rollout i samples with a seed derived from it and i alone. */
  readonly seed: number;
  /** G, or G + 1 where voting is compared at equal compute. */
  readonly count: number;
  /** Only these rollouts, each in 0 … count − 1: what a stopped group still lacks. */
  readonly indices?: readonly number[];
}

export type RolloutEvent =
  | {
      readonly kind: 'token';
      readonly index: number;
      readonly text: string;
      readonly logprob: number | null;
    }
  | { readonly kind: 'rollout'; readonly rollout: Rollout };

export const rolloutSeed = (seed: number, index: number): number => deriveSeed(seed, index);

/** Every rollout asked for ends in exactly one `rollout` event; leaving the loop stops the work. */
export async function* sampleRollouts(
  engine: Pick<Engine, 'id' | 'sample'>,
  question: Question,
  options: RolloutOptions,
  signal?: AbortSignal,
): AsyncGenerator<RolloutEvent, void, undefined> {
  const indices = options.indices ?? Array.from({ length: options.count }, (_, index) => index);
  const messages = solveMessages(options.chat, options.prompt, question.text);
  const requests = indices.map((index): SampleRequest => ({
    messages,
    sampling: options.sampling,
    seed: rolloutSeed(options.seed, index),
  }));
  if (requests.length === 0) return;
  const open = new Map(indices.map((index) => [index, '']));
  const record = (index: number, completion: Completion, fault?: Fault): RolloutEvent => {
    open.delete(index);
    const rollout = { index, seed: rolloutSeed(options.seed, index), ...completion };
    return { kind: 'rollout', rollout: fault === undefined ? rollout : { ...rollout, fault } };
  };
  for await (const event of engine.sample(requests, signal)) {
    const index = indices[event.index];
    if (index === undefined) throw new RangeError(`the engine answered request ${event.index}`);
    switch (event.kind) {
      case 'token':
        open.set(index, (open.get(index) ?? '') + event.text);
        yield { kind: 'token', index, text: event.text, logprob: event.logprob };
        break;
      case 'done':
        yield record(index, event.completion);
        break;
      case 'fault':
        yield record(index, event.completion, event.fault);
        break;
      default:
        event satisfies never;
    }
  }
  // An engine that breaks its promise must not lose rollouts silently.
  for (const [index, text] of [...open]) {
    yield record(
      index,
      {
        text,
        tokens: 0,
        promptTokens: 0,
        logprobs: [],
        stop: signal?.aborted ? 'aborted' : 'fault',
        seconds: 0,
      },
      signal?.aborted
        ? undefined
        : {
            kind: 'engine-failed',
            engine: engine.id,
            reason: 'the stream ended before the rollout',
          },
    );
  }
}
