/** What `cat` prints for people, where `--json` was not given. */
import type { Report } from '../../src/run/report.ts';
import type { AskReport } from './report.ts';

/** Columns as wide as their widest cell; numbers to the right. */
export function table(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, cell.length)));
  }
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) =>
        right.includes(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return rows.map(line).join('\n');
}

type Figures = Omit<Report, 'synthesis' | 'majority'>;

const percent = (value: number | null): string =>
  value === null ? '–' : `${(100 * value).toFixed(1)} %`;

const signed = (value: number): string =>
  `${value < 0 ? '−' : '+'}${Math.abs(100 * value).toFixed(1)}`;

function figures(report: Figures): string {
  const { accuracy, difference } = report;
  const g = report.group;
  const lines = [
    table(
      [
        ['single', percent(accuracy.single), `mean over ${g} rollouts`],
        ['majority', percent(accuracy.majority), `vote over ${g}`],
        ['majority', percent(accuracy.majorityEqualCompute), `vote over ${g + 1}: equal compute`],
        ['synthesis', percent(accuracy.synthesis), 'written by the anchor from the rollouts'],
        ['oracle', percent(accuracy.oracle), 'any rollout right'],
      ],
      [1],
    ),
  ];
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
  say('they disagree on', report.disagree);
  say('all rollouts wrong on', report.allWrong);
  return lines.join('\n');
}

const ending = (report: Figures): string =>
  `${report.seconds.toFixed(1)} s, ${report.tokensPerSecond.toFixed(0)} tokens per second, ` +
  `${report.model} on ${report.engine}`;

const questions = (n: number): string => `${n} ${n === 1 ? 'question' : 'questions'}`;

export const experimentTable = (report: Report): string =>
  [questions(report.questions), figures(report), ending(report)].join('\n\n');

export function askTable(report: AskReport, known: boolean): string {
  const rows = report.rollouts.map(({ answer, reward, logprob, stop }, index) => [
    String(index + 1),
    answer ?? '(no answer)',
    String(reward),
    logprob === null ? '–' : logprob.toFixed(3),
    stop,
  ]);
  const parts = [
    table([['rollout', 'answer', 'reward', 'logprob', 'stop'], ...rows], [0, 2, 3]),
    `Synthesis\n${report.synthesis.text.trim()}`,
    table([
      ['majority says', report.majority ?? '(no answer)'],
      ['synthesis says', report.synthesis.answer ?? '(no answer)'],
    ]),
  ];
  if (known) parts.push(figures(report));
  return [...parts, ending(report)].join('\n\n');
}
