/**
 * How fast an engine writes the answers of one group: what the bench prints and what the page
 * measures on a person's own device are taken here, so that both mean the same by it.
 */
import type { Fault } from '../base/fault.ts';
import { failed, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { Engine } from '../engine/engine.ts';
import type { ChatMessage, SampleRequest } from '../engine/sample.ts';

export interface Speed {
  /** Tokens a second over all answers, from the first token of the last answer on. */
  readonly decode: number;
  /** Prompt tokens a second. */
  readonly prefill: number;
  /** Seconds until the first token of the first answer. */
  readonly firstToken: number;
}

export interface Task {
  readonly messages: readonly ChatMessage[];
  /** Of each answer; none may end before it. At least 2. */
  readonly tokens: number;
  /** Of the first answer; the others count on from it. */
  readonly seed: number;
  /** A clock in milliseconds; the page's own without it. */
  readonly now?: () => number;
}

/** What the engine did with the task. `short`: an answer ended before it had all its tokens. */
export type Timed =
  | { readonly kind: 'timed'; readonly speed: Speed }
  | { readonly kind: 'short' }
  | { readonly kind: 'stopped' };

/**
 * Samples `group` answers at once at temperature 1 and times them by the clock of the page. The
 * engine must be loaded. A fault of any answer is the result; an abort of `signal` gives `stopped`.
 */
export async function timeGroup(
  engine: Engine,
  group: number,
  { messages, tokens, seed, now: clock = () => performance.now() }: Task,
  signal?: AbortSignal,
): Promise<Result<Timed, Fault>> {
  const requests: SampleRequest[] = Array.from({ length: group }, (_, index) => ({
    messages,
    seed: seed + index,
    sampling: { temperature: 1, topP: 1, topK: 0, maxTokens: tokens },
  }));
  const begun = clock();
  const first = new Map<number, number>();
  const later: number[] = [];
  let prompt = 0;
  let end = begun;
  let isShort = false;
  for await (const event of engine.sample(requests, signal)) {
    if (event.kind === 'fault') return failed(event.fault);
    const now = clock();
    if (event.kind === 'token') {
      if (first.has(event.index)) later.push(now);
      else first.set(event.index, now);
      continue;
    }
    prompt = event.completion.promptTokens;
    end = now;
    if (event.completion.stop === 'aborted') return ok({ kind: 'stopped' });
    if (event.completion.tokens < tokens) isShort = true;
  }
  if (isShort || first.size < group) return ok({ kind: 'short' });
  const starts = [...first.values()];
  const allBegun = Math.max(...starts);
  const speed: Speed = {
    decode: perSecond(later.filter((at) => at > allBegun).length, end - allBegun),
    prefill: perSecond(group * prompt, allBegun - begun),
    firstToken: (Math.min(...starts) - begun) / 1000,
  };
  return ok({ kind: 'timed', speed });
}

const perSecond = (tokens: number, milliseconds: number): number => (1000 * tokens) / milliseconds;
