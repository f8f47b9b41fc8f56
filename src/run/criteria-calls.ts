/** What an open question asks of a judge before its rubric is known. */
import { CRITERIA } from '../reward/rubric/criteria.ts';

/** Calls of the judge for the fewest and the most criteria; one each for a pair and repeat. */
export const criteriaCalls = (
  group: number,
  repeats: number,
): { readonly from: number; readonly to: number } => ({
  from: CRITERIA.fewest * group * repeats,
  to: CRITERIA.most * group * repeats,
});
