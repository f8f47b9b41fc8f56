/** The table of methods: how often each is right, how sure that is, and what it costs. */
import type { NoFigure } from '../../src/group/accuracy.ts';
import { FIGURE_NAMES, isMethod, type FigureName } from '../../src/group/figures.ts';
import type { Report, Scored } from '../../src/run/report.ts';
import { percent, signed, table } from './grid.ts';

export const nameOf: Readonly<Record<FigureName, string>> = {
  single: 'single',
  majority: 'majority',
  majorityEqualCompute: 'majority',
  bestOfN: 'best of N',
  perplexity: 'least perplexity',
  mutualPredictability: 'mutual predictability',
  judgeScore: 'judge score',
  selfConsistency: 'self-consistency',
  synthesis: 'synthesis',
  oracle: 'oracle',
};

const whatOf = (g: number): Readonly<Record<FigureName, string>> => ({
  single: `mean over ${g} rollouts`,
  majority: `vote over ${g}`,
  majorityEqualCompute: `vote over ${g + 1}: equal compute`,
  bestOfN: 'chosen by the model itself',
  perplexity: 'likeliest by its own tokens',
  mutualPredictability: 'likeliest after the others',
  judgeScore: 'judged equal to the synthesis',
  selfConsistency: 'most consistent, by the model',
  synthesis: 'written by the anchor from the rollouts',
  oracle: 'any rollout right',
});

export const reasonText: Readonly<Record<NoFigure, string>> = {
  'not-asked': 'not asked for',
  'no-truth': 'the answer is not known',
  'no-score': 'the engine cannot score given texts',
  'not-taught': 'the model was not taught to',
  'nothing-to-choose': 'nothing to choose from',
  unreadable: 'the reply named none',
  'no-room': 'it does not fit the context',
  fault: 'it failed',
  unfinished: 'it was stopped',
};

/** As the table of one open question calls its sums. */
const HEAD: Readonly<Record<Scored['scored'], string>> = {
  truth: 'right',
  given: 'score by the data set’s rubric',
  rubric: 'reward',
  nothing: 'right',
};

export function methodsTable(report: Scored & Pick<Report, 'group'>): string {
  const shares = report.score ?? report.accuracy;
  const what = whatOf(report.group);
  const wanted = FIGURE_NAMES.filter(
    (name) => name in shares && report.reasons[name] !== 'not-asked',
  );
  const rows = wanted.map((name) => {
    const share = shares[name] ?? null;
    const interval = report.interval[name] ?? null;
    const gap = report.differences[name] ?? null;
    const cost = report.cost[name] ?? null;
    const whole = (value: number | undefined): string =>
      value === undefined ? '–' : value.toFixed(0);
    return [
      nameOf[name],
      percent(share),
      interval === null ? '–' : `${points(interval.low)} to ${points(interval.high)}`,
      gap === null
        ? '–'
        : `${signed(gap.estimate)} (${signed(gap.low)} to ${signed(gap.high)})`,
      whole(cost?.tokens),
      whole(cost?.promptTokens),
      cost === null ? '–' : cost.seconds.toFixed(2),
      [what[name], notes(report, name)].filter((part) => part !== '').join('; '),
    ];
  });
  const head = ['method', HEAD[report.scored], '95 %', 'synthesis − it', 'tokens', 'read', 'seconds', ''];
  return table([head, ...rows], [1, 2, 3, 4, 5, 6]);
}

const points = (share: number): string => (100 * share).toFixed(1);

/** Why there is no figure, or which questions are not in it or count as wrong. */
function notes(report: Scored, name: FigureName): string {
  const reason = report.reasons[name];
  if (reason !== undefined) return reasonText[reason];
  if (!isMethod(name)) return '';
  return Object.entries(report.noChoice[name] ?? {})
    .map(([why, count]) => `${reasonText[why as NoFigure]} in ${count}`)
    .join(', ');
}
