/** The report as rows and sentences: the figures are the lab's, the words are the page's. */
import type { NoFigure } from '../../group/accuracy.ts';
import type { Cost } from '../../group/cost.ts';
import type { FigureName } from '../../group/figures.ts';
import type { Paired } from '../../group/paired.ts';
import { FIGURE_NAMES, isMethod } from '../../run/methods.ts';
import type { Report, Scored } from '../../run/report.ts';
import type { Interval } from '../../stats/interval.ts';
import { tell } from '../text/experiments.ts';

export interface ReportRow {
  readonly name: FigureName;
  /** Accuracy or mean reward, 0 to 1. */
  readonly share: number;
  readonly interval: Pick<Interval, 'low' | 'high'> | null;
  /** Synthesis minus this one; null of the synthesis itself. */
  readonly difference: Interval | null;
  readonly cost: Cost | null;
  /** Questions in which it chose nothing, by reason, the most frequent first. */
  readonly noChoice: readonly (readonly [NoFigure, number])[];
}

/** A method that was asked for and could never be had. */
export interface Missing {
  readonly name: FigureName;
  readonly reason: NoFigure;
}

/** Methods that have a figure, in the order of every table. */
export function reportRows(report: Scored): ReportRow[] {
  const shares = report.score ?? report.accuracy;
  return FIGURE_NAMES.flatMap((name): ReportRow[] => {
    const share = shares[name] ?? null;
    if (share === null) return [];
    const noChoice = isMethod(name) ? Object.entries(report.noChoice[name] ?? {}) : [];
    return [
      {
        name,
        share,
        interval: report.interval[name] ?? null,
        difference: report.differences[name] ?? null,
        cost: report.cost[name] ?? null,
        noChoice: (noChoice as [NoFigure, number][]).toSorted(([, a], [, b]) => b - a),
      },
    ];
  });
}

/** Those that nobody asked for are not missing. */
export const missingOf = ({ reasons }: Pick<Scored, 'reasons'>): Missing[] =>
  FIGURE_NAMES.flatMap((name) => {
    const reason = reasons[name];
    return reason === undefined || reason === 'not-asked' || reason === 'no-truth'
      ? []
      : [{ name, reason }];
  });

/** What the numbers say, in sentences; `pair` is majority and synthesis. Empty without a known answer. */
export function reportWords(
  { disagree, allWrong, agreement }: Pick<Report, 'disagree' | 'allWrong' | 'agreement'>,
  { first, second, difference, mcnemar }: Paired,
  undecided: number,
): string[] {
  const words: string[] = [];
  if (first !== null && second !== null && difference !== null) {
    words.push(tell.report.gap(second, first, difference));
  }
  if (mcnemar !== null) {
    words.push(tell.report.mcnemar(mcnemar.onlyFirst, mcnemar.onlySecond, mcnemar.exact));
  }
  if (disagree.count !== null && first !== null) {
    words.push(tell.report.disagree(disagree.count, disagree.synthesisRight));
  }
  if (allWrong.count !== null && allWrong.synthesisRight !== null) {
    words.push(tell.report.allWrong(allWrong.count, allWrong.synthesisRight));
  }
  if (agreement !== null) words.push(tell.report.agreement(agreement));
  if (undecided > 0) words.push(tell.report.undecided(undecided));
  return words;
}
