/**
 * The anchor at work: the plan, then its tokens, then the synthesis as a record. At test time the
 * anchor is the policy's own model (docs/deviations.md, 7).
 */
import type { Fault } from '../base/fault.ts';
import { deriveSeed } from '../base/random.ts';
import { failed } from '../base/result.ts';
import { untilAborted } from '../base/until-aborted.ts';
import type { Engine } from '../engine/engine.ts';
import type { Completion, Sampling } from '../engine/sample.ts';
import type { Question } from '../question/question.ts';
import type { Chat } from '../rollout/prompt.ts';
import type { Rollout } from '../rollout/rollout.ts';
import { planSynthesis } from './plan.ts';
import type { SynthesisPrompts } from './prompt.ts';
import type { Synthesis, SynthesisPlan } from './synthesis.ts';

export interface SynthesisOptions {
  /** Both templates; `questionVisible` says which is used. */
  readonly prompts: SynthesisPrompts;
  readonly chat: Chat;
  readonly questionVisible: boolean;
  readonly sampling: Sampling;
  /** The recipe's seed. */
  readonly seed: number;
  /** G: rollouts of a higher index are not shown to the anchor. */
  readonly group: number;
}

/**
 * `fault` comes instead of a synthesis, where there was nothing to sample. An engine's fault while
 * it samples is a `synthesis` with `stop: 'fault'`, which keeps what was written before it.
 */
export type SynthesisEvent =
  | { readonly kind: 'plan'; readonly plan: SynthesisPlan }
  | { readonly kind: 'token'; readonly text: string }
  | { readonly kind: 'synthesis'; readonly synthesis: Synthesis }
  | { readonly kind: 'fault'; readonly fault: Fault };

/** Above every rollout's part (G is at most 32), so that no rollout shares the anchor's seed. */
const ANCHOR_PART = 0x10000;

export const synthesisSeed = (seed: number): number => deriveSeed(seed, ANCHOR_PART);

/** Ends in exactly one `synthesis` or `fault`, or in neither where it is stopped before anything is asked. */
export async function* synthesise(
  engine: Pick<Engine, 'id' | 'loaded' | 'sample' | 'countTokens'>,
  question: Question,
  rollouts: readonly Rollout[],
  options: SynthesisOptions,
  signal?: AbortSignal,
): AsyncGenerator<SynthesisEvent, void, undefined> {
  if (engine.loaded === null) {
    yield { kind: 'fault', fault: { kind: 'not-loaded', engine: engine.id } };
    return;
  }
  const planning = planSynthesis(
    question.text,
    rollouts,
    {
      prompts: options.prompts,
      chat: options.chat,
      questionVisible: options.questionVisible,
      group: options.group,
      contextTokens: engine.loaded.capabilities.contextTokens,
      maxTokens: options.sampling.maxTokens,
    },
    // A server bills each count, and may hang at one.
    async (messages) =>
      signal?.aborted === true ? failed({ kind: 'not-loaded', engine: engine.id }) : engine.countTokens(messages),
  );
  const planned = await untilAborted(planning, signal);
  if (planned === null) return;
  if (!planned.ok) {
    yield { kind: 'fault', fault: planned.fault };
    return;
  }
  const { plan, messages } = planned.value;
  yield { kind: 'plan', plan };

  const seed = synthesisSeed(options.seed);
  const record = (completion: Completion, fault?: Fault): SynthesisEvent => {
    const synthesis = { ...completion, seed, plan };
    return {
      kind: 'synthesis',
      synthesis: fault === undefined ? synthesis : { ...synthesis, fault },
    };
  };
  let text = '';
  for await (const event of engine.sample(
    [{ messages, sampling: options.sampling, seed }],
    signal,
  )) {
    switch (event.kind) {
      case 'token':
        text += event.text;
        yield { kind: 'token', text: event.text };
        break;
      case 'done':
        yield record(event.completion);
        return;
      case 'fault':
        yield record(event.completion, event.fault);
        return;
      default:
        event satisfies never;
    }
  }
  const rest = { text, tokens: 0, promptTokens: plan.promptTokens, logprobs: [], seconds: 0 };
  const reason = 'the stream ended before the synthesis';
  yield signal?.aborted === true
    ? record({ ...rest, stop: 'aborted' })
    : record({ ...rest, stop: 'fault' }, { kind: 'engine-failed', engine: engine.id, reason });
}
