/** One method's calls, from what it has already to what it chose. */
import type { Asking, Conclusion, Material, Method, Reply } from '../baseline/method.ts';
import type { Call, NoChoice, Selection } from '../baseline/selection.ts';
import type { Engine } from '../engine/engine.ts';
import type { AssessEvent } from './assess.ts';
import { replies } from './method-calls.ts';

export type SelectionParts = Pick<Selection, 'index'> & Partial<Selection>;

export interface AskOptions {
  readonly method: Method;
  readonly asking: Asking;
  readonly material: Material;
  readonly engine: Engine;
  /** What an earlier sitting left unfinished. */
  readonly before: Selection | null;
  readonly signal: AbortSignal;
  selection(parts: SelectionParts): AssessEvent;
}

/** Gives false where it was stopped, or the engine is gone: what came is then stored as unfinished. */
export async function* askMethod(
  options: AskOptions,
): AsyncGenerator<AssessEvent, boolean, undefined> {
  const { method, asking, material, engine, before, selection, signal } = options;
  const calls: Call[] = [...(before?.calls ?? [])];
  let scoredTokens = before?.scoredTokens ?? 0;
  /** Of scored texts, by the rollout that the call is about: its words hold no score. */
  const scores = new Map((before?.scores ?? []).map((score, index) => [index, score]));
  const conclude = (): Conclusion =>
    method.conclude(
      material,
      calls.map(({ order, text, stop }): Reply => {
        const score = scores.get(order.at(-1) ?? -1) ?? null;
        return { order, text, stop, score };
      }),
    );

  const asks = method.asks(material);
  const left = asks.filter(({ order }) => !calls.some((call) => call.order.join() === order.join()));
  const missing = { 'no-room': 0, fault: 0 };
  let pending = left.length;
  const progress = (): AssessEvent => {
    const total = asks.length;
    return { kind: 'assessing', job: method.name, done: total - pending, total };
  };

  yield progress();
  const { how } = asking;
  for await (const event of replies(engine, how, left, { seed: material.seed, signal })) {
    if (event.kind === 'down') {
      yield { kind: 'fault', fault: event.fault };
      return false;
    }
    if (event.kind === 'missing') {
      missing[event.why] += 1;
      if (event.fault !== undefined) yield { kind: 'fault', fault: event.fault };
    } else {
      calls.push(event.call);
      scores.set(event.call.order.at(-1) ?? -1, event.score);
      if (how === 'score') scoredTokens += event.call.promptTokens;
    }
    pending -= 1;
    yield progress();
    if (pending > 0) {
      const parts = { scores: conclude().scores, calls: [...calls], scoredTokens };
      yield selection({ index: null, reason: 'unfinished', ...parts });
    }
  }
  if (pending > 0 && signal.aborted) return false;
  const { reason: unread, ...chosen } = conclude();
  const lost: NoChoice = missing['no-room'] > 0 ? 'no-room' : 'fault';
  const reason = calls.length === 0 ? lost : unread;
  yield selection({
    ...chosen,
    calls,
    scoredTokens,
    ...(reason === undefined ? {} : { reason }),
  });
  return true;
}
