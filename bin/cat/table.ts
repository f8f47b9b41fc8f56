/** What `cat` prints for people, where `--json` was not given. */
import type { Report } from '../../src/run/report.ts';
import { signed, table } from './grid.ts';
import { methodsTable } from './methods-table.ts';
import type { AskReport } from './report.ts';

type Figures = Omit<Report, 'synthesis' | 'majority'>;

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
      ...Object.entries(report.choices).map(([name, { rollout, answer }]) => [
        `${name} says`,
        rollout === null ? '(no choice)' : `${answer ?? '(no answer)'} (rollout ${rollout + 1})`,
      ]),
    ]),
  ];
  if (known) parts.push(figures(report));
  return [...parts, ending(report)].join('\n\n');
}
