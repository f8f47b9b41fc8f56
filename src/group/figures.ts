/** The methods that stand side by side in every report, in the order of its table. */
import type { MethodName } from '../baseline/selection.ts';

export const FIGURE_NAMES = [
  'single',
  'majority',
  'majorityEqualCompute',
  'bestOfN',
  'perplexity',
  'mutualPredictability',
  'judgeScore',
  'selfConsistency',
  'synthesis',
  'oracle',
] as const;

export type FigureName = (typeof FIGURE_NAMES)[number];

/** One of something for each; of universal self-consistency only where somebody asked for it. */
export type Figures<T> = Readonly<Record<Exclude<FigureName, 'selfConsistency'>, T>> & {
  readonly selfConsistency?: T;
};

export const isMethod = (name: FigureName): name is MethodName =>
  !(['single', 'majority', 'majorityEqualCompute', 'synthesis', 'oracle'] as FigureName[]).includes(
    name,
  );
