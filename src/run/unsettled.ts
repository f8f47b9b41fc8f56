/** Groups whose smaller ones were written, and then not taken into account. */
import { smallerOf } from '../group/evidence.ts';
import type { Group } from '../group/group.ts';
import { outcomeOf } from '../group/outcome.ts';
import type { Entry } from '../group/plan.ts';
import { subGroupKey } from '../group/smaller.ts';

/**
 * Whether the evaluation, or an entry, lacks a synthesis of a smaller group that is stored. A tab that died
 * between the last of them and the evaluation left it so.
 */
export function isUnsettled(group: Group, entries: readonly Entry[]): boolean {
  const { question, evaluation, evidence } = group;
  const written = smallerOf(evidence);
  if (question.kind === 'open' || evaluation === undefined || written.length === 0) return false;
  const read = new Set((evaluation.smaller ?? []).map(subGroupKey));
  if (written.some((one) => !read.has(subGroupKey(one)))) return true;
  const scores = JSON.stringify(outcomeOf({ ...group, evaluation }).smaller);
  return entries.some(({ outcome }) => JSON.stringify(outcome.smaller) !== scores);
}
