/** An open question's rubric as a table: criteria by rollouts, each cell with all of its verdicts. */
import type { Criterion, Rubric, Verdict } from '../../reward/rubric/rubric.ts';
import type { Pair, RubricScores } from '../../reward/rubric/score.ts';
import { pairOf, rubricOf, verdictsOf } from '../../run/evidence.ts';
import type { GroupView } from '../group-state.ts';

export type Column = Verdict['rollout'];

export interface CellView extends Pair {
  readonly criterion: number;
  readonly column: Column;
  /** In the order of their repeats. */
  readonly verdicts: readonly Verdict[];
  /** Of several readable verdicts, how many say what most say; null where there are fewer than two. */
  readonly agreement: { readonly same: number; readonly of: number } | null;
}

export interface RubricView {
  readonly rubric: Rubric;
  /** The G rollouts, and the synthesis where the data set brought criteria of its own. */
  readonly columns: readonly Column[];
  /** By criterion, by column; null where nothing is asked: the synthesis proposed it. */
  readonly rows: readonly (readonly (CellView | null)[])[];
  /** Null until they were made. */
  readonly scores: RubricScores | null;
  readonly totals: Totals;
}

/** Cells of the criteria that count, by what they say. */
export interface Totals {
  readonly yes: number;
  readonly no: number;
  readonly unreadable: number;
  readonly missing: number;
  readonly overruled: number;
}

export const counts = ({ off, weight }: Criterion): boolean => off !== true && weight !== 0;

/** Null where the group has no rubric. */
export function rubricView(group: GroupView): RubricView | null {
  const rubric = rubricOf(group.evidence);
  if (rubric === null) return null;
  const known = byPair(verdictsOf(group.evidence));
  const rollouts = Array.from({ length: group.recipe.group }, (_, index) => index);
  const given = rubric.criteria.some(({ source }) => source === 'given');
  const columns: Column[] = given ? [...rollouts, 'synthesis'] : rollouts;
  const rows = rubric.criteria.map(({ source }, criterion) =>
    columns.map((column) =>
      column === 'synthesis' && source !== 'given'
        ? null
        : cellOf(criterion, column, known.get(keyOf({ criterion, rollout: column })) ?? []),
    ),
  );
  const counting = rows.flatMap((row, at) => {
    const criterion = rubric.criteria[at];
    return criterion !== undefined && counts(criterion) ? row.filter((cell) => cell !== null) : [];
  });
  return { rubric, columns, rows, scores: group.evaluation?.rubric ?? null, totals: totals(counting) };
}

const keyOf = ({ criterion, rollout }: Pick<Verdict, 'criterion' | 'rollout'>): string =>
  `${criterion} ${rollout}`;

function byPair(verdicts: readonly Verdict[]): ReadonlyMap<string, Verdict[]> {
  const pairs = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const found = pairs.get(keyOf(verdict));
    if (found === undefined) pairs.set(keyOf(verdict), [verdict]);
    else found.push(verdict);
  }
  return pairs;
}

function cellOf(criterion: number, column: Column, found: readonly Verdict[]): CellView {
  const verdicts = found.toSorted((a, b) => a.repeat - b.repeat);
  return { criterion, column, verdicts, ...pairOf(verdicts), agreement: agreementOf(verdicts) };
}

function agreementOf(verdicts: readonly Verdict[]): CellView['agreement'] {
  const readable = verdicts.filter(({ value }) => value !== 'unreadable');
  if (readable.length < 2) return null;
  const yes = readable.filter(({ value }) => value === 'yes').length;
  return { same: Math.max(yes, readable.length - yes), of: readable.length };
}

function totals(cells: readonly CellView[]): Totals {
  const of = (wanted: CellView['value']): number =>
    cells.filter(({ value }) => value === wanted).length;
  return {
    yes: of('yes'),
    no: of('no'),
    unreadable: of('unreadable'),
    missing: of('missing'),
    overruled: cells.filter(({ overruled }) => overruled).length,
  };
}

/** How often each pair was judged, at most: what is asked for once more is one above it. */
export const mostRepeats = (verdicts: readonly Verdict[]): number =>
  verdicts.reduce((most, { repeat }) => Math.max(most, repeat + 1), 0);
