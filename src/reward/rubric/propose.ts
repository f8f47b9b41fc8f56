/**
 * The anchor proposes criteria from the synthesis alone (paper, section on non-verifiable rewards).
 * Fewer than 5 usable ones and it is asked once more; what both attempts gave is kept together.
 */
import { isEngineDown } from '../../base/engine-down.ts';
import type { Fault } from '../../base/fault.ts';
import { deriveSeed } from '../../base/random.ts';
import { without } from '../../base/without.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Completion, Sampling } from '../../engine/sample.ts';
import type { Chat } from '../../rollout/prompt.ts';
import { CRITERIA, readCriteria } from './criteria.ts';
import { proposeMessages } from './prompt.ts';
import type { Rubric } from './rubric.ts';

export interface ProposeOptions {
  /** With the place `{synthesis}`. */
  readonly prompt: string;
  readonly chat: Chat;
  /** The anchor's own, as it writes the synthesis. */
  readonly sampling: Sampling;
  /** The group's. */
  readonly seed: number;
}

export type ProposeEvent =
  | { readonly kind: 'asking'; readonly done: number; readonly total: number }
  | { readonly kind: 'fault'; readonly fault: Fault }
  /** May have no criterion at all; then the words that came stand in it. */
  | { readonly kind: 'rubric'; readonly rubric: Rubric };

export const PROPOSE_ATTEMPTS = 2;

const PROPOSE_PART = 0x30000;
/** Tokens of 12 long criteria. */
const LONGEST_PROPOSAL = 768;
/** Greedy words would come again as they came. */
const SECOND_TEMPERATURE = 0.7;

/** Ends in one `rubric`, or without where it was stopped or the engine is down. */
export async function* propose(
  engine: Pick<Engine, 'sample'>,
  synthesis: string,
  { prompt, chat, sampling, seed }: ProposeOptions,
  signal?: AbortSignal,
): AsyncGenerator<ProposeEvent, void, undefined> {
  const messages = proposeMessages(chat, prompt, synthesis);
  const maxTokens = Math.min(sampling.maxTokens, LONGEST_PROPOSAL);
  const criteria: string[] = [];
  const proposals: Rubric['proposals'][number][] = [];
  const refused: Rubric['refused'][number][] = [];
  for (let attempt = 0; attempt < PROPOSE_ATTEMPTS; attempt++) {
    if (criteria.length >= CRITERIA.fewest) break;
    yield { kind: 'asking', done: attempt, total: attempt + 1 };
    const temperature =
      attempt === 0 ? sampling.temperature : Math.max(sampling.temperature, SECOND_TEMPERATURE);
    const request = {
      messages,
      sampling: { ...sampling, temperature, maxTokens },
      seed: deriveSeed(seed, PROPOSE_PART + attempt),
    };
    let ended: Completion | null = null;
    for await (const event of engine.sample([request], signal)) {
      if (event.kind === 'token') continue;
      ended = event.completion;
      if (event.kind === 'done') continue;
      yield { kind: 'fault', fault: event.fault };
      if (isEngineDown(event.fault)) return;
    }
    if (ended === null || ended.stop === 'aborted' || signal?.aborted === true) return;
    const { text, stop } = ended;
    proposals.push(without(ended, 'logprobs'));
    const read = readCriteria(stop === 'length' ? wholeLines(text) : text, criteria);
    criteria.push(...read.criteria);
    refused.push(...read.refused);
    yield { kind: 'asking', done: attempt + 1, total: attempt + 1 };
  }
  const proposed = criteria.map((text) => ({ text, weight: 1, source: 'proposed' as const }));
  yield { kind: 'rubric', rubric: { kind: 'rubric', criteria: proposed, proposals, refused } };
}

/** The last line of a text that was cut off may have lost its end. */
const wholeLines = (text: string): string => text.slice(0, Math.max(0, text.lastIndexOf('\n')));
