/**
 * The words that records keep for the methods and for why one chose nothing. Stored data has them, so none is
 * renamed or taken away.
 */
import type { MethodName, NoChoice } from '../baseline/selection.ts';

export const METHODS = [
  'bestOfN',
  'perplexity',
  'mutualPredictability',
  'judgeScore',
  'selfConsistency',
] as const satisfies readonly MethodName[];

export const REASONS = [
  'no-score',
  'not-taught',
  'nothing-to-choose',
  'unreadable',
  'no-room',
  'fault',
  'unfinished',
] as const satisfies readonly NoChoice[];
