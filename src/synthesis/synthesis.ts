import type { Fault } from '../base/fault.ts';
import type { StopReason } from '../engine/sample.ts';

/** The anchor's one reconciled reference, with what it was given to read. Plain data. */
export interface Synthesis {
  readonly text: string;
  readonly tokens: number;
  readonly promptTokens: number;
  readonly logprobs: readonly number[];
  readonly stop: StopReason;
  readonly seconds: number;
  readonly seed: number;
  readonly plan: SynthesisPlan;
  readonly fault?: Fault;
}

/** Which rollouts the anchor reads: nothing is ever shortened or left out silently. */
export interface SynthesisPlan {
  /** Rollout indices in the order in which they stand in the prompt. */
  readonly order: readonly number[];
  /** Rollouts of which only the end was kept, since all did not fit the context. */
  readonly shortened: readonly number[];
  /** Rollouts not shown: empty, failed, or no room even when shortened. */
  readonly omitted: readonly {
    readonly index: number;
    readonly why: 'empty' | 'fault' | 'no-room';
  }[];
  readonly questionVisible: boolean;
  /** Tokens of the whole prompt. */
  readonly promptTokens: number;
}
