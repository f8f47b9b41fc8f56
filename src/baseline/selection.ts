/**
 * What a method that asks a model chose among the G rollouts, with the words and figures that led
 * there. Majority, single and oracle ask nothing and need no record: they follow from the readings.
 */
import type { Completion } from '../engine/sample.ts';

/**
 * `bestOfN`: the model's own choice; `perplexity`: its least; `mutualPredictability`: the rollout best
 * foretold by the others; `judgeScore`: judged each against the synthesis; `selfConsistency`: the
 * most consistent one, chosen by the model (universal self-consistency).
 */
export type MethodName =
  'bestOfN' | 'perplexity' | 'mutualPredictability' | 'judgeScore' | 'selfConsistency';

export const METHOD_NAMES: readonly MethodName[] = [
  'bestOfN',
  'perplexity',
  'mutualPredictability',
  'judgeScore',
  'selfConsistency',
];

/** Why a method chose none. */
export type NoChoice =
  /** The engine cannot give the log-probability of a given text. */
  | 'no-score'
  /** There was no rollout, or no synthesis, to work on. */
  | 'nothing-to-choose'
  /** The model's words name no rollout, or no verdict. */
  | 'unreadable'
  /** The prompt does not fit the context. */
  | 'no-room'
  | 'fault';

/** One call of a model: what it wrote, and what that cost. */
export interface Call extends Pick<Completion, 'text' | 'tokens' | 'promptTokens' | 'stop' | 'seconds'> {
  /** Rollout indices in the order in which they stood in the prompt. */
  readonly order: readonly number[];
}

export interface Selection {
  readonly kind: 'selection';
  readonly method: MethodName;
  /** The index of the chosen rollout; null where it chose none. */
  readonly index: number | null;
  readonly reason?: NoChoice;
  /** By rollout index, higher is better; null where a rollout has none. Empty where nothing is scored. */
  readonly scores: readonly (number | null)[];
  readonly calls: readonly Call[];
  /** Tokens that were read to score given texts, prompts included; 0 where nothing was scored. */
  readonly scoredTokens: number;
  /** Wall-clock of the whole method. */
  readonly seconds: number;
}
