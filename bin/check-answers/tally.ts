/** Counts by suite: what was right, and how the rest was wrong. */
import type { Row } from './rows.ts';
import type { Verdict } from './verdict.ts';

export interface Figures {
  readonly rows: number;
  readonly accuracy: number;
  readonly falseEqual: number;
  readonly falseDifferent: number;
  /** Not right, and neither kind of false. */
  readonly undecided: number;
  readonly perSecond: number;
}

export interface Checked {
  readonly row: Row;
  readonly verdict: Verdict;
  readonly milliseconds: number;
}

export function figures(checked: readonly Checked[]): Figures {
  const count = (test: (one: Checked) => boolean): number => checked.filter(test).length;
  const seconds = checked.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000;
  const right = count(isRight);
  return {
    rows: checked.length,
    accuracy: checked.length === 0 ? 0 : right / checked.length,
    falseEqual: count(({ row, verdict }) => verdict.equality === 'equal' && !row.expected),
    falseDifferent: count(({ row, verdict }) => verdict.equality === 'different' && row.expected),
    undecided: count(({ verdict }) => verdict.equality === 'undecided'),
    perSecond: seconds === 0 ? 0 : Math.round(checked.length / seconds),
  };
}

export const isRight = ({ row, verdict }: Checked): boolean =>
  verdict.equality === (row.expected ? 'equal' : 'different');

/** The share that the paper's string equality gets right. */
export const plainAccuracy = (checked: readonly Checked[]): number =>
  checked.length === 0
    ? 0
    : checked.filter(({ row, verdict }) => verdict.plain === row.expected).length / checked.length;

export function bySuite(checked: readonly Checked[]): Map<string, Checked[]> {
  const suites = new Map<string, Checked[]>();
  for (const one of checked) {
    const suite = suites.get(one.row.suite);
    if (suite === undefined) suites.set(one.row.suite, [one]);
    else suite.push(one);
  }
  return suites;
}
