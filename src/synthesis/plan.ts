/**
 * Which rollouts the anchor reads, and how much of each, so that its prompt and its answer fit the
 * context. Everything that is not shown whole is named in the plan.
 *
 * The order is the order of sampling. Rollouts are independent samples of one policy, so that order
 * is already a random one, and the numbers in the prompt follow the numbers on the page.
 *
 * Where all do not fit, a common length is looked for: longer rollouts keep only their end of that
 * length, shorter ones stay whole, so the longest are shortened first. Where even the shortest
 * useful ends do not fit, the longest rollouts are left out, one by one.
 */
import type { Fault } from '../base/fault.ts';
import { failed, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { ChatMessage } from '../engine/sample.ts';
import { listMessages } from '../rollout/listing.ts';
import type { Chat } from '../rollout/prompt.ts';
import type { Rollout } from '../rollout/rollout.ts';
import { SHORTENED_MARK } from './prompt.ts';
import type { SynthesisPrompts } from './prompt.ts';
import { keepEnd } from './shorten.ts';
import type { SynthesisPlan } from './synthesis.ts';

export interface PlanOptions {
  readonly prompts: SynthesisPrompts;
  readonly chat: Chat;
  readonly questionVisible: boolean;
  /** G: the anchor never reads the extra rollout of equal-compute voting. */
  readonly group: number;
  /** Tokens of prompt and answer together, as the engine reports them. */
  readonly contextTokens: number;
  /** Longest answer of the anchor; at most half of the context is kept free for it. */
  readonly maxTokens: number;
}

export interface PlannedSynthesis {
  readonly plan: SynthesisPlan;
  readonly messages: readonly ChatMessage[];
}

export type CountTokens = (messages: readonly ChatMessage[]) => Promise<Result<number, Fault>>;

/** Characters that a shortened rollout keeps at least: about the last sentence and its answer. */
const LEAST = 120;

/**
 * Faults: `no-rollouts` where none has a text, `context-overflow` where not even the end of one
 * fits, and whatever `countTokens` fails with.
 */
export async function planSynthesis(
  question: string,
  rollouts: readonly Rollout[],
  options: PlanOptions,
  countTokens: CountTokens,
): Promise<Result<PlannedSynthesis, Fault>> {
  const omitted: SynthesisPlan['omitted'][number][] = [];
  const usable: Rollout[] = [];
  for (const rollout of inOrder(rollouts, options.group)) {
    if (rollout.stop === 'fault') omitted.push({ index: rollout.index, why: 'fault' });
    else if (rollout.text.trim() === '') omitted.push({ index: rollout.index, why: 'empty' });
    else usable.push(rollout);
  }
  if (usable.length === 0) {
    const reason = omitted.length === 0 ? 'none was sampled' : 'every one is empty or failed';
    return failed({ kind: 'no-rollouts', reason });
  }

  const template = options.questionVisible
    ? options.prompts.synthesiseWithQuestion
    : options.prompts.synthesise;
  const limit = options.contextTokens - answerRoom(options);
  const build = async (
    shown: readonly Rollout[],
    length: number,
  ): Promise<Result<Built, Fault>> => {
    const mark = SHORTENED_MARK[options.chat];
    const texts = shown.map((rollout) => keepEnd(rollout.text.trim(), length, mark));
    const messages = listMessages(options.chat, template, question, texts);
    const counted = await countTokens(messages);
    if (!counted.ok) return counted;
    const shortened = shown.filter((rollout) => rollout.text.trim().length > length);
    return ok({ messages, tokens: counted.value, shortened: shortened.map((r) => r.index) });
  };

  let shown: readonly Rollout[] = usable;
  let low = LEAST;
  let high = Math.max(LEAST, ...usable.map((rollout) => rollout.text.trim().length));
  let built = await build(shown, high);
  if (built.ok && built.value.tokens > limit) {
    built = await build(shown, LEAST);
    while (built.ok && built.value.tokens > limit) {
      if (shown.length === 1) {
        const needed = built.value.tokens + answerRoom(options);
        const available = options.contextTokens;
        return failed({ kind: 'context-overflow', job: 'synthesis', needed, available });
      }
      const longest = findLongest(shown);
      omitted.push({ index: longest.index, why: 'no-room' });
      shown = shown.filter((rollout) => rollout !== longest);
      built = await build(shown, LEAST);
    }
    // `low` fits and `high` does not; a prompt grows with the length, so halving finds the border.
    high = Math.max(LEAST + 1, ...shown.map((rollout) => rollout.text.trim().length + 1));
    while (built.ok && high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      const tried = await build(shown, middle);
      if (!tried.ok) return tried;
      if (tried.value.tokens <= limit) {
        built = tried;
        low = middle;
      } else high = middle;
    }
  }
  if (!built.ok) return built;
  const { messages, tokens, shortened } = built.value;
  const plan: SynthesisPlan = {
    order: shown.map((rollout) => rollout.index),
    shortened,
    omitted: omitted.sort((a, b) => a.index - b.index),
    questionVisible: options.questionVisible,
    promptTokens: tokens,
  };
  return ok({ plan, messages });
}

interface Built {
  readonly messages: readonly ChatMessage[];
  readonly tokens: number;
  readonly shortened: readonly number[];
}

const inOrder = (rollouts: readonly Rollout[], group: number): Rollout[] =>
  rollouts.filter((rollout) => rollout.index < group).sort((a, b) => a.index - b.index);

const answerRoom = ({ maxTokens, contextTokens }: PlanOptions): number =>
  Math.min(maxTokens, Math.floor(contextTokens / 2));

/** Of equally long ones the last. */
const findLongest = (rollouts: readonly Rollout[]): Rollout =>
  rollouts.reduce((longest, rollout) =>
    rollout.text.trim().length >= longest.text.trim().length ? rollout : longest,
  );
