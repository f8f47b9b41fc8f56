import { askForOne, concludeFromOne } from './choose.ts';
import type { Method } from './method.ts';

/**
 * Universal self-consistency (Chen et al., arXiv 2311.17311): the model names the answer that is most
 * consistent with the others. For open questions, whose answers cannot be counted as a vote counts;
 * the paper has no such baseline (docs/deviations.md, 21).
 */
export const selfConsistency: Method = {
  kind: 'method',
  name: 'selfConsistency',
  asking: {
    role: 'anchor',
    prompt: 'consistent',
    how: 'sample',
    job: 'consistent',
    needsReference: false,
  },
  asks: askForOne,
  conclude: concludeFromOne,
};
