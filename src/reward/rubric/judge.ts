/**
 * The judge at work: one call for each criterion and text (paper, section on non-verifiable rewards),
 * all of them in one `sample`, so that the engine fills its slots.
 */
import { isEngineDown } from '../../base/engine-down.ts';
import type { Fault } from '../../base/fault.ts';
import { createRandom, deriveSeed } from '../../base/random.ts';
import { without } from '../../base/without.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Completion, Sampling } from '../../engine/sample.ts';
import type { Chat } from '../../rollout/prompt.ts';
import { VERDICT_SCHEMA, verdictMessages } from './prompt.ts';
import type { RubricPrompts } from './prompt.ts';
import type { Rubric, Verdict } from './rubric.ts';
import { readVerdict, readWalkedVerdict } from './verdict.ts';

/** A call to make: a verdict before it was given. */
export type Asked = Pick<Verdict, 'criterion' | 'rollout' | 'repeat' | 'answerFirst' | 'place'>;

export interface JudgedText {
  readonly rollout: Verdict['rollout'];
  readonly text: string;
}

export interface JudgePlan {
  readonly repeats: number;
  readonly permute: boolean;
  /** The group's seed. */
  readonly seed: number;
}

const ORDER_PART = 0x3ffff;
const VERDICT_PART = 0x40000;
/** Above every G, which is at most 32. */
const SYNTHESIS_SLOT = 32;
const MOST_REPEATS = 5;
/**
 * Tokens of a verdict with one sentence; a longer reason is cut off after a verdict that stands. nano
 * goes through the whole answer before its verdict.
 */
export const LONGEST_VERDICT: Readonly<Record<Chat, number>> = { general: 96, nano: 256 };

/**
 * The calls that are missing among `verdicts`: every switched-on criterion against every rollout that
 * has a text, and the data set's criteria against the synthesis too. In the order of the rubric, or
 * in a seeded random one, with the answer before and after the criterion in turn.
 */
export function missingVerdicts(
  { criteria }: Rubric,
  texts: readonly JudgedText[],
  verdicts: readonly Verdict[],
  { repeats, permute, seed }: JudgePlan,
): Asked[] {
  const known = new Set(verdicts.map(keyOf));
  const missing = texts.flatMap(({ rollout, text }) =>
    criteria.flatMap((one, criterion) => {
      const isOut = one.off === true || (rollout === 'synthesis' && one.source !== 'given');
      if (isOut || text.trim() === '') return [];
      return Array.from({ length: repeats }, (_, repeat): Asked => {
        const first = partOf({ criterion, rollout, repeat: 0 });
        const turn = (deriveSeed(seed, first) + repeat) % 2 === 1;
        return { criterion, rollout, repeat, answerFirst: permute && turn };
      }).filter((asked) => !known.has(keyOf(asked)));
    }),
  );
  if (!permute) return missing;
  const shuffled = createRandom(deriveSeed(seed, ORDER_PART)).shuffle(missing);
  return shuffled.map((asked, place) => ({ ...asked, place }));
}

export interface JudgeOptions {
  readonly prompts: Pick<RubricPrompts, 'verdict' | 'verdictAnswerFirst'>;
  readonly chat: Chat;
  readonly repeats: number;
  readonly seed: number;
}

export type JudgeEvent =
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  | { readonly kind: 'fault'; readonly fault: Fault };

/**
 * Verdicts as they come, in no order. A call that was stopped, or that the engine broke under, gives
 * none and can be made again; one that failed for itself gives an `unreadable` one.
 */
export async function* judge(
  engine: Pick<Engine, 'loaded' | 'sample'>,
  asked: readonly Asked[],
  criteria: Rubric['criteria'],
  texts: readonly JudgedText[],
  { prompts, chat, repeats, seed }: JudgeOptions,
  signal?: AbortSignal,
): AsyncGenerator<JudgeEvent, void, undefined> {
  const textOf = new Map(texts.map(({ rollout, text }) => [rollout, text]));
  // nano has a form of its own for its verdicts.
  const isHeld = chat !== 'nano' && engine.loaded?.capabilities.grammar === true;
  const sampling = verdictSampling(chat, repeats);
  const requests = asked.map((one) => ({
    messages: verdictMessages(
      chat,
      one.answerFirst ? prompts.verdictAnswerFirst : prompts.verdict,
      criteria[one.criterion]?.text ?? '',
      textOf.get(one.rollout) ?? '',
    ),
    sampling,
    seed: deriveSeed(seed, partOf(one)),
    ...(isHeld ? { jsonSchema: VERDICT_SCHEMA } : {}),
  }));
  for await (const event of engine.sample(requests, signal)) {
    if (event.kind === 'token') continue;
    const one = asked[event.index];
    if (event.kind === 'fault') yield { kind: 'fault', fault: event.fault };
    const isNone = event.kind === 'fault' && isEngineDown(event.fault);
    if (one === undefined || isNone || event.completion.stop === 'aborted') continue;
    yield { kind: 'verdict', verdict: verdictOf(one, event.completion, chat) };
  }
}

/** Judged once, the most likely words count; judged again, chance has to have a say. */
const verdictSampling = (chat: Chat, repeats: number): Sampling => ({
  temperature: repeats > 1 ? 0.7 : 0,
  topP: 1,
  topK: 0,
  maxTokens: LONGEST_VERDICT[chat],
});

const verdictOf = (asked: Asked, completion: Completion, chat: Chat): Verdict => {
  const { text, stop } = completion;
  // Where a walk was cut off, its last line is not the verdict.
  const isLost = stop === 'fault' || (chat === 'nano' && stop === 'length');
  const reader = chat === 'nano' ? readWalkedVerdict : readVerdict;
  const read = isLost ? { value: 'unreadable' as const, reason: '' } : reader(text);
  return { kind: 'verdict', ...asked, ...read, call: without(completion, 'logprobs') };
};

type Key = Pick<Verdict, 'criterion' | 'rollout' | 'repeat'>;

const keyOf = ({ criterion, rollout, repeat }: Key): string => `${criterion} ${rollout} ${repeat}`;

/** The same call always has the same part of the seed, whatever else is missing beside it. */
const partOf = ({ criterion, rollout, repeat }: Key): number => {
  const slot = rollout === 'synthesis' ? SYNTHESIS_SLOT : rollout;
  return VERDICT_PART + (criterion * (SYNTHESIS_SLOT + 1) + slot) * MOST_REPEATS + repeat;
};
