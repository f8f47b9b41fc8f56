import type { SynthesisPlan } from '../../synthesis/synthesis.ts';
import { say } from './current.ts';

/**
 * A sentence for each way in which the anchor was not shown all answers whole; none where it was.
 * Page and command line share it, so it knows no DOM.
 */
export function leftOut(plan: Pick<SynthesisPlan, 'shortened' | 'omitted'>): string[] {
  const lines = plan.shortened.length === 0 ? [] : [say.synthesis.shortened(plan.shortened)];
  for (const why of ['empty', 'fault', 'no-room'] as const) {
    const indices = plan.omitted.filter((part) => part.why === why).map((part) => part.index);
    if (indices.length > 0) lines.push(say.synthesis.omitted[why](indices));
  }
  return lines;
}
