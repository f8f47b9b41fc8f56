/** The calls of one method: sampled all at once, or scored as many at once as there are slots. */
import { isEngineDown } from '../base/engine-down.ts';
import type { Fault } from '../base/fault.ts';
import { deriveSeed } from '../base/random.ts';
import { untilAborted } from '../base/until-aborted.ts';
import { without } from '../base/without.ts';
import type { Ask, Asking } from '../baseline/method.ts';
import type { Call } from '../baseline/selection.ts';
import type { Engine } from '../engine/engine.ts';
import type { SampleRequest, Sampling, ScoreRequest } from '../engine/sample.ts';
import { meanLogprob } from '../rollout/logprob.ts';

/**
 * The form that is asked for has a dozen tokens, nano's `345, 678: Yes` 13 with its end, and its choice
 * among notes (`[1] 4, [2] 6: [2]`) seven more for each; greedy, since chance has nothing to add to it.
 */
const replyTo = (candidates: number): Sampling => ({
  temperature: 0,
  topP: 1,
  topK: 0,
  maxTokens: 32 + 8 * candidates,
});

export type ReplyEvent =
  | { readonly kind: 'reply'; readonly call: Call; readonly score: number | null }
  /** This call brought nothing; the others go on. */
  | { readonly kind: 'missing'; readonly why: 'no-room' | 'fault'; readonly fault?: Fault }
  /** The engine is gone, and this is the last event. */
  | { readonly kind: 'down'; readonly fault: Fault };

interface ReplyOptions {
  readonly seed: number;
  readonly signal: AbortSignal;
}

/** One `reply` or `missing` for each ask, in the order of their ends; fewer where the signal is aborted. */
export const replies = (
  engine: Engine,
  how: Asking['how'],
  asks: readonly Ask[],
  options: ReplyOptions,
): AsyncGenerator<ReplyEvent, void, undefined> =>
  how === 'sample' ? sampled(engine, asks, options) : scored(engine, asks, options);

async function* sampled(
  engine: Engine,
  asks: readonly Ask[],
  { seed, signal }: ReplyOptions,
): AsyncGenerator<ReplyEvent, void, undefined> {
  const grammar = engine.loaded?.capabilities.grammar === true;
  const requests = asks.map(({ messages, order, jsonSchema }): SampleRequest => ({
    messages,
    sampling: replyTo(order.length),
    seed: deriveSeed(seed, order.at(-1) ?? 0),
    ...(grammar && jsonSchema !== undefined ? { jsonSchema } : {}),
  }));
  for await (const event of engine.sample(requests, signal)) {
    if (event.kind === 'token') continue;
    if (event.kind === 'fault') {
      yield failure(event.fault);
      if (isEngineDown(event.fault)) return;
    } else if (event.completion.stop !== 'aborted') {
      const { order = [] } = asks[event.index] ?? {};
      yield { kind: 'reply', call: { ...without(event.completion, 'logprobs'), order }, score: null };
    }
  }
}

/**
 * An engine scores a list as a whole, so that it is given as many as it has slots: a stop then loses
 * no more than those, and one that does not fit is found before it takes the others along.
 */
async function* scored(
  engine: Engine,
  asks: readonly Ask[],
  { signal }: ReplyOptions,
): AsyncGenerator<ReplyEvent, void, undefined> {
  const { slots, contextTokens } = engine.loaded?.capabilities ?? { slots: 1, contextTokens: 0 };
  const fitting: { readonly ask: Ask; readonly tokens: number }[] = [];
  for (const ask of asks) {
    const whole = [...ask.messages, { role: 'assistant' as const, content: ask.continuation ?? '' }];
    const counted = await untilAborted(engine.countTokens(whole), signal);
    if (counted === null) return;
    if (!counted.ok) {
      yield failure(counted.fault);
      if (isEngineDown(counted.fault)) return;
    } else if (counted.value > contextTokens) yield { kind: 'missing', why: 'no-room' };
    else fitting.push({ ask, tokens: counted.value });
  }
  for (let at = 0; at < fitting.length && !signal.aborted; at += slots) {
    const some = fitting.slice(at, at + slots);
    const requests = some.map(({ ask }): ScoreRequest => ({
      messages: ask.messages,
      continuation: ask.continuation ?? '',
    }));
    const began = performance.now();
    const result = await untilAborted(scoreWith(engine, requests), signal);
    if (result === null) return;
    const seconds = (performance.now() - began) / 1000 / some.length;
    for (const [place, { ask, tokens: promptTokens }] of some.entries()) {
      if (!result.ok) {
        yield failure(result.fault);
        if (isEngineDown(result.fault)) return;
        continue;
      }
      const call: Call = { text: '', tokens: 0, promptTokens, stop: 'end', seconds, order: ask.order };
      yield { kind: 'reply', call, score: meanLogprob(result.value[place] ?? []) };
    }
  }
}

const scoreWith = (
  engine: Engine,
  requests: readonly ScoreRequest[],
): ReturnType<NonNullable<Engine['score']>> =>
  engine.score?.(requests) ??
  Promise.resolve({ ok: false, fault: { kind: 'not-loaded', engine: engine.id } });

function failure(fault: Fault): ReplyEvent {
  if (isEngineDown(fault)) return { kind: 'down', fault };
  if (fault.kind === 'context-overflow') return { kind: 'missing', why: 'no-room' };
  return { kind: 'missing', why: 'fault', fault };
}
