/**
 * What models were asked about a group beyond its rollouts and its synthesis. Each piece is stored as
 * it ends, under its own key, and shown one click from the figure that it led to.
 */
import type { Selection } from '../baseline/selection.ts';
import type { Rubric, Verdict } from '../reward/rubric/rubric.ts';

export type Evidence = Selection | Rubric | Verdict;

/** Unique within a group; a later piece of the same key replaces the earlier one. */
export function evidenceKey(evidence: Evidence): string {
  switch (evidence.kind) {
    case 'selection':
      return `selection:${evidence.method}`;
    case 'rubric':
      return 'rubric';
    case 'verdict':
      return `verdict:${evidence.criterion}:${evidence.rollout}:${evidence.repeat}`;
    default:
      return evidence satisfies never;
  }
}

/**
 * The list with this piece in it, in place of an earlier one of its key. A rubric drops the verdicts
 * on criteria whose text is another one than before: they were given on other words.
 */
export function withEvidence(list: readonly Evidence[], evidence: Evidence): readonly Evidence[] {
  const key = evidenceKey(evidence);
  const at = list.findIndex((other) => evidenceKey(other) === key);
  if (at < 0) return [...list, evidence];
  const replaced = list.with(at, evidence);
  const before = list[at];
  if (evidence.kind !== 'rubric' || before?.kind !== 'rubric') return replaced;
  return replaced.filter(
    (piece) =>
      piece.kind !== 'verdict' ||
      evidence.criteria[piece.criterion]?.text === before.criteria[piece.criterion]?.text,
  );
}

export const selectionsOf = (list: readonly Evidence[]): Selection[] =>
  list.filter((evidence) => evidence.kind === 'selection');

export const rubricOf = (list: readonly Evidence[]): Rubric | null =>
  list.find((evidence) => evidence.kind === 'rubric') ?? null;

export const verdictsOf = (list: readonly Evidence[]): Verdict[] =>
  list.filter((evidence) => evidence.kind === 'verdict');
