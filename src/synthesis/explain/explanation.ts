/** Why a synthesis says what it says: each of its steps beside what the rollouts say. Plain data. */

/** A stretch of a text: UTF-16 offsets, the end excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What is to be explained. */
export interface ToExplain {
  readonly synthesis: string;
  /** Whether its model ended it; of one that was cut off, the last sentence is no step. */
  readonly ended: boolean;
  /** Its final answer as it stands in the text; null where none was found. */
  readonly answer: string | null;
  readonly rollouts: readonly Witness[];
}

export interface Witness {
  readonly index: number;
  readonly text: string;
  /** Whether its model ended the text: of one that was cut off, the last sentence is not read. */
  readonly ended: boolean;
  /** Its final answer as it stands in the text; null where it has none. */
  readonly answer: string | null;
  /** That answer beside the synthesis's. */
  readonly agreement: 'same' | 'other' | 'unsure';
}

/** A rollout that says the same as a step. */
export interface Support {
  readonly index: number;
  /** The line of the rollout; null where only its answer is known. */
  readonly quote: Span | null;
}

/**
 * What is other in a contradicting line: the `result` of the same sum, its `operands` (mostly since
 * something slipped before), its `operation`, a `number` in the same words, a `negation`, or the
 * final `answer`.
 */
export type Difference = 'result' | 'operands' | 'operation' | 'number' | 'negation' | 'answer';

/** A rollout that says otherwise. */
export interface Contradiction extends Support {
  readonly difference: Difference;
  /** What it says instead, in short: `408 / 12 = 24`. */
  readonly says: string;
}

/** One statement of the synthesis. Every rollout is in exactly one of the three lists, in order. */
export interface ExplainedStep extends Span {
  readonly kind: 'step';
  readonly supports: readonly Support[];
  readonly contradicts: readonly Contradiction[];
  /** Indices of those that say nothing of it, or nothing that can be told for sure. */
  readonly silent: readonly number[];
}

/** Text that states nothing to compare: a heading, or what lies beyond the bounds. */
export interface Aside extends Span {
  readonly kind: 'aside';
}

export interface Explanation {
  /** Together they hold all of the synthesis but white space, in its order. */
  readonly parts: readonly (ExplainedStep | Aside)[];
  /** The first step that each rollout contradicts, by its place among the steps from 0. */
  readonly parted: readonly { readonly index: number; readonly step: number }[];
}

export const stepsOf = ({ parts }: Explanation): ExplainedStep[] =>
  parts.filter((part) => part.kind === 'step');
