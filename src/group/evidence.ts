/**
 * What models were asked about a group beyond its rollouts and its synthesis. Each piece is stored as
 * it ends, under its own key, and shown one click from the figure that it led to.
 */
import type { Selection } from '../baseline/selection.ts';
import type { Criterion, Rubric, Verdict } from '../reward/rubric/rubric.ts';
import { subGroupKey } from './smaller.ts';
import type { SmallerSynthesis } from './smaller.ts';

export type Evidence = Selection | Rubric | Verdict | SmallerSynthesis;

/** Unique within a group; a later piece of the same key replaces the earlier one. */
export function evidenceKey(evidence: Evidence): string {
  switch (evidence.kind) {
    case 'selection':
      return `selection:${evidence.method}`;
    case 'rubric':
      return 'rubric';
    case 'verdict':
      return `verdict:${evidence.criterion}:${evidence.rollout}:${evidence.repeat}`;
    case 'smaller-synthesis':
      return subGroupKey(evidence);
    default:
      return evidence satisfies never;
  }
}

/**
 * The list with this piece in it, in place of an earlier one of its key. Under another rubric, verdicts
 * follow their criterion to its new place, and those whose criterion is gone, or has other words, are
 * dropped.
 */
export function withEvidence(list: readonly Evidence[], evidence: Evidence): readonly Evidence[] {
  const key = evidenceKey(evidence);
  const at = list.findIndex((other) => evidenceKey(other) === key);
  if (at < 0) return [...list, evidence];
  const replaced = list.with(at, evidence);
  const before = list[at];
  if (evidence.kind !== 'rubric' || before?.kind !== 'rubric') return replaced;
  const places = placesIn(evidence.criteria, before.criteria);
  return replaced.flatMap((piece): Evidence[] => {
    if (piece.kind !== 'verdict') return [piece];
    const criterion = places[piece.criterion];
    if (criterion === undefined || criterion === null) return [];
    return [criterion === piece.criterion ? piece : { ...piece, criterion }];
  });
}

/** Where each of the criteria `before` stands now; null where its words are gone. Equal ones in turn. */
function placesIn(now: readonly Criterion[], before: readonly Criterion[]): (number | null)[] {
  const wordsOf = ({ source, text }: Criterion): string => `${source === 'given'} ${text}`;
  const places = new Map<string, number[]>();
  now.forEach((criterion, at) => {
    const words = wordsOf(criterion);
    places.set(words, [...(places.get(words) ?? []), at]);
  });
  return before.map((criterion) => places.get(wordsOf(criterion))?.shift() ?? null);
}

export const selectionsOf = (list: readonly Evidence[]): Selection[] =>
  list.filter((evidence) => evidence.kind === 'selection');

export const rubricOf = (list: readonly Evidence[]): Rubric | null =>
  list.find((evidence) => evidence.kind === 'rubric') ?? null;

export const verdictsOf = (list: readonly Evidence[]): Verdict[] =>
  list.filter((evidence) => evidence.kind === 'verdict');

export const smallerOf = (list: readonly Evidence[]): SmallerSynthesis[] =>
  list.filter((evidence) => evidence.kind === 'smaller-synthesis');
