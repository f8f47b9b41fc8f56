/** Questions of a run as lines of a list, made only for those that are shown. */
import type { GroupId } from '../../base/id.ts';
import type { Outcome } from '../../group/outcome.ts';
import type { Entry, Plan } from '../../group/plan.ts';

/** Parts of a point. */
export interface Share {
  readonly by: Outcome['scored'];
  readonly share: number;
}

/** Right, wrong, parts of a point, or nothing that is known. */
export type Mark = 'right' | 'wrong' | 'unknown' | Share;

export interface GroupRow {
  /** The item's place in the plan. */
  readonly index: number;
  readonly id: GroupId;
  readonly question: string;
  readonly majority: Mark;
  readonly synthesis: Mark;
  readonly differs: boolean;
}

export function rowOf({ items }: Pick<Plan, 'items'>, { index, groupId, outcome }: Entry): GroupRow {
  const { scored, scores, disagrees } = outcome;
  return {
    index,
    id: groupId,
    question: items[index]?.question.text ?? '',
    majority: markFor(scored, scores.majority),
    synthesis: markFor(scored, scores.synthesis),
    differs: disagrees,
  };
}

/** A share of several answers, as of `single`, is no right or wrong. */
export function markFor(scored: Outcome['scored'], score: number | null): Mark {
  if (score === null) return 'unknown';
  if (scored !== 'truth' || (score > 0 && score < 1)) return { by: scored, share: score };
  return score === 1 ? 'right' : 'wrong';
}

export interface Page {
  /** From 0. */
  readonly at: number;
  readonly pages: number;
  readonly from: number;
  readonly to: number;
}

/** The page that holds what is wanted: the last one where the list has become shorter. */
export function pageOf(count: number, size: number, wanted: number): Page {
  const pages = Math.max(1, Math.ceil(count / size));
  const at = Math.min(Math.max(0, wanted), pages - 1);
  return { at, pages, from: at * size, to: Math.min(count, (at + 1) * size) };
}
