/** What `cat` prints for people, where `--json` was not given. */
import { SCALING_NAMES, UNSCALED_NAMES } from '../../src/group/scaling.ts';
import { leftOut, type Report, type Scored } from '../../src/run/report.ts';
import { cautionLines, chance, questions } from './cautions.ts';
import { decimals, percent, signed, table } from './grid.ts';
import { methodsTable, nameOf, reasonText } from './methods-table.ts';
import type { AskReport, ExperimentReport } from './report.ts';
import type { Reported } from './reported.ts';
import { judgeName, rubricTable, type RubricSummary } from './rubric.ts';

type Figures = Omit<Report, 'others' | 'agreement'>;

function figures(report: Figures): string {
  const { difference } = report;
  const lines = [methodsTable(report)];
  const { synthesisMinusMajority: gap, low, high } = difference;
  if (gap !== null && low !== null && high !== null) {
    const bounds = `${signed(low)} to ${signed(high)}`;
    lines.push(`synthesis − majority: ${signed(gap)} points (95 % ${bounds})`);
  }
  const say = (what: string, { count, synthesisRight }: Report['allWrong']): void => {
    if (count === null) return;
    const right = synthesisRight === null ? '' : `, the synthesis right in ${synthesisRight}`;
    lines.push(`${what} ${count}${right}`);
  };
  // Of open questions there is no vote.
  if (report.score === undefined) say('they disagree on', report.disagree);
  say('all rollouts wrong on', report.allWrong);
  return lines.join('\n');
}

const ending = (report: Figures): string =>
  `${report.seconds.toFixed(1)} s, ${report.tokensPerSecond.toFixed(0)} tokens per second, ` +
  `${report.model} on ${report.engine}`;

export function experimentTable(report: ExperimentReport): string {
  const { rubric, verdicts, judge, others = [], group } = report;
  const parts = [questions(report.questions)];
  parts.push([...overLine(report, report.questions), figures(report), ...comparison(report)].join('\n'));
  for (const other of others) {
    const lines = [...overLine(other, report.questions), methodsTable({ ...other, group })];
    parts.push([...lines, ...scoreCautions(other)].join('\n'));
  }
  const left = leftOut(report);
  if (left > 0) parts.push(overLine({ scored: 'nothing', over: left }, report.questions).join(''));
  parts.push(...scalingTable(report));
  if (rubric !== undefined && verdicts !== undefined && judge !== undefined) {
    parts.push(judged({ rubric, verdicts, judge }));
  }
  return [...parts, ending(report)].join('\n\n');
}

const OVER: Readonly<Record<Scored['scored'], string>> = {
  truth: 'right or wrong by a known answer',
  given: 'open, mean score by the data set’s own rubric',
  rubric: 'open, mean reward by CaT’s criteria',
  nothing: 'without a known answer or a verdict, in none of the figures',
};

/** What the figures are over, where that is not every question with a known answer. */
const overLine = ({ scored, over }: Pick<Scored, 'scored' | 'over'>, all: number): string[] =>
  over === 0 || (scored === 'truth' && over === all)
    ? []
    : [`${over} of ${questions(all)}: ${OVER[scored]}`];

/** How far the rollouts agree, and how sure the difference between synthesis and majority is, in words. */
function comparison(report: ExperimentReport): string[] {
  const { agreement, mcnemar, cautions, scored } = report;
  const lines: string[] = [];
  if (agreement !== null) {
    const { estimate, low, high } = agreement;
    lines.push(`two rollouts of a question agree in ${percent(estimate)} (95 % ${percent(low)} to ${percent(high)})`);
  }
  if (mcnemar !== null) {
    const { onlyFirst, onlySecond, exact } = mcnemar;
    lines.push(
      `only the synthesis right on ${onlySecond}, only the majority on ${onlyFirst}: McNemar’s exact test ${chance(exact)}`,
    );
  }
  const { interval, differences } = cautions;
  const about = [
    ['synthesis − majority', differences.majority ?? []],
    ['single', scored === 'truth' ? (interval.single ?? []) : []],
  ] as const;
  return [...lines, ...cautionLines(about), ...(scored === 'truth' ? [] : scoreCautions(report))];
}

const scoreCautions = ({ cautions }: Pick<ExperimentReport, 'cautions'>): string[] =>
  cautionLines(Object.entries(cautions.interval));

/** None where there is nothing to compare. Synthesis where one was written at a smaller G. */
function scalingTable({ scaling: points, accuracy, reasons }: ExperimentReport): string[] {
  const isScaled = points.slice(0, -1).some(({ synthesis }) => synthesis !== null);
  const names = SCALING_NAMES.filter(
    (name) => points.some((point) => point[name] !== null) && (name !== 'synthesis' || isScaled),
  );
  if (points.length < 2 || names.length === 0) return [];
  const rows = points.map((point) => [
    String(point.group),
    ...names.map((name) => {
      const found = point[name];
      return found === null
        ? '–'
        : `${percent(found.estimate)} (${percent(found.low)} to ${percent(found.high)})`;
    }),
    ...(isScaled ? [String(point.synthesised)] : []),
  ]);
  const head = ['G, of the same rollouts', ...names, ...(isScaled ? ['questions with a synthesis'] : [])];
  const absent = UNSCALED_NAMES.filter((name) => name in accuracy && reasons[name] !== 'not-asked');
  const why = `not against G, since each smaller group would have to be asked anew: ${absent.map((name) => nameOf[name]).join(', ')}`;
  return [[table([head, ...rows], head.map((_, at) => at)), ...(absent.length === 0 ? [] : [why])].join('\n')];
}

function judged({ rubric, verdicts, judge }: RubricSummary): string {
  const rows = [
    ['criteria for each question', decimals(rubric.criteria)],
    ['reward, mean of the rollouts', decimals(rubric.reward)],
    ['verdicts yes, no', `${verdicts.yes}, ${verdicts.no}`],
    ['unreadable, missing', `${verdicts.unreadable}, ${verdicts.missing}`],
  ];
  if (rubric.agreement !== null) rows.push(['repeats agree', percent(rubric.agreement)]);
  if (rubric.kappa !== null) rows.push(['beyond chance, Fleiss’ kappa', decimals(rubric.kappa)]);
  return [table(rows, [1]), judgeName(judge)].join('\n');
}

/** An open question has no answers to show, but who met which criterion. */
export function askTable(report: AskReport, known: boolean, group: Reported): string {
  if (report.regime === 'open') {
    const parts = [`Synthesis\n${report.synthesis.text.trim()}`, rubricTable(group)];
    if (report.score !== undefined) parts.push(figures(report));
    return [...parts, ending(report)].join('\n\n');
  }
  const rows = report.rollouts.map(({ answer, reward, logprob, stop }, index) => [
    String(index + 1),
    answer ?? '(no answer)',
    reward === null ? '–' : String(reward),
    logprob === null ? '–' : logprob.toFixed(3),
    stop,
  ]);
  const parts = [
    table([['rollout', 'answer', 'reward', 'logprob', 'stop'], ...rows], [0, 2, 3]),
    `Synthesis\n${report.synthesis.text.trim()}`,
    table([
      ['majority says', report.majority ?? '(no answer)'],
      ['synthesis says', report.synthesis.answer ?? '(no answer)'],
      ...Object.entries(report.choices).map(([name, { rollout, reason, answer }]) => [
        `${name} says`,
        rollout === null
          ? `(no choice: ${reasonText[reason ?? 'unfinished']})`
          : `${answer ?? '(no answer)'} (rollout ${rollout + 1})`,
      ]),
    ]),
  ];
  if (known) parts.push(figures(report));
  return [...parts, ending(report)].join('\n\n');
}
