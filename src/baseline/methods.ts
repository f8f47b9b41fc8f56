import { bestOfN } from './best-of-n.ts';
import { judgeScore } from './judge-score.ts';
import type { Method } from './method.ts';
import { mutualPredictability } from './mutual-predictability.ts';
import { perplexity } from './perplexity.ts';
import { selfConsistency } from './self-consistency.ts';
import type { MethodName } from './selection.ts';

export const METHODS: Readonly<Record<MethodName, Method>> = {
  bestOfN,
  perplexity,
  mutualPredictability,
  judgeScore,
  selfConsistency,
};
