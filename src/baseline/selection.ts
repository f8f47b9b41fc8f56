/**
 * What a method chose among the G rollouts, with the words and figures that led there. Majority,
 * single and oracle need no record: they follow from the readings.
 */
import type { KeptCompletion } from '../engine/sample.ts';

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
  /** The engine cannot give the log-probability of a given text, or gave none with the rollouts. */
  | 'no-score'
  /** The bundled kind of model knows only the jobs that it was taught; this is none of them. */
  | 'not-taught'
  /** There was no rollout, or no synthesis, to work on. */
  | 'nothing-to-choose'
  /** The model's words name no rollout, or no verdict. */
  | 'unreadable'
  /** The prompt does not fit the context. */
  | 'no-room'
  | 'fault'
  /** It was stopped before all its calls had ended: what came is kept, and going on asks for the rest. */
  | 'unfinished';

/**
 * Whether a method had its chance. Where the engine or the model cannot do it, where it broke or does
 * not fit, there is nothing to hold against it; a reply that names nothing is as good as a wrong one.
 */
export const hadItsChance = (reason: NoChoice | null): boolean =>
  reason === null || reason === 'unreadable' || reason === 'nothing-to-choose';

/** One call of a model: what it wrote, and what that cost. Where a text was scored it wrote nothing. */
export interface Call extends KeptCompletion {
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
