/** The open regime in print: the criteria, who met which, and what that came to. */
import { rubricOf, verdictsOf } from '../../src/group/evidence.ts';
import type { Evaluation } from '../../src/group/group.ts';
import { countRepeats, countVerdicts, pairOf } from '../../src/reward/rubric/score.ts';
import type { Pair, VerdictCounts } from '../../src/reward/rubric/score.ts';
import type { Rubric, Verdict } from '../../src/reward/rubric/rubric.ts';
import { judgesItself } from '../../src/run/judging.ts';
import { fleissKappa } from '../../src/stats/fleiss-kappa.ts';
import { mean } from '../../src/stats/mean.ts';
import { decimals, table } from './grid.ts';
import type { Reported } from './reported.ts';

/** Of one question: all that was said. */
export interface AskRubric {
  readonly rubric: Pick<Rubric, 'criteria' | 'refused'>;
  readonly verdicts: readonly Omit<Verdict, 'kind' | 'call'>[];
}

/** Of many questions: how it went; the rows of `--out` hold what was said. */
export interface RubricSummary {
  readonly rubric: {
    /** Mean over the open questions. */
    readonly criteria: number | null;
    readonly refused: number;
    /** Mean over the rollouts that were judged: CaT's own reward. */
    readonly reward: number | null;
    /** Mean over the questions that were judged more than once. */
    readonly agreement: number | null;
    /** How far the repeats agree beyond chance, unreadable ones too; null also where all are alike. */
    readonly kappa: number | null;
  };
  /** Who gave the verdicts; `itself` where its weights wrote the answers or their synthesis too. */
  readonly judge: { readonly model: string; readonly engine: string; readonly itself: boolean };
  /** Of all criteria and texts that are judged: the data set's own rubric and the synthesis too. */
  readonly verdicts: VerdictCounts;
}

/** Null where the question has no rubric: it has a final answer, or none was proposed. */
export function askRubric({ evidence = [] }: Reported): AskRubric | null {
  const found = rubricOf(evidence);
  if (found === null) return null;
  const { criteria, refused } = found;
  const verdicts = verdictsOf(evidence).map(
    ({ criterion, rollout, repeat, answerFirst, value, reason, overruled }) => ({
      ...{ criterion, rollout, repeat, answerFirst, value, reason },
      ...(overruled === undefined ? {} : { overruled }),
    }),
  );
  return { rubric: { criteria, refused }, verdicts };
}

/** Null where no question is open. */
export function rubricSummary(groups: readonly Reported[]): RubricSummary | null {
  const open = groups.flatMap(({ evidence = [], evaluation, recipe }) => {
    const rubric = rubricOf(evidence);
    return rubric === null || evaluation.rubric === undefined
      ? []
      : [{ rubric, scores: evaluation.rubric, verdicts: verdictsOf(evidence), recipe }];
  });
  const [first] = open;
  if (first === undefined) return null;
  // All questions of an experiment have one judge.
  const { recipe } = first;
  const isHere = (value: number | null): value is number => value !== null;
  const counts = open.map(({ rubric, scores, verdicts }) =>
    countVerdicts(rubric, verdicts, scores.rewards.length),
  );
  const sum = (name: keyof VerdictCounts): number =>
    counts.reduce((total, one) => total + one[name], 0);
  return {
    rubric: {
      criteria: mean(open.map(({ rubric }) => rubric.criteria.length)),
      refused: open.reduce((total, { rubric }) => total + rubric.refused.length, 0),
      reward: mean(open.flatMap(({ scores }) => scores.rewards).filter(isHere)),
      agreement: mean(open.map(({ scores }) => scores.agreement).filter(isHere)),
      kappa: kappaOf(open.flatMap(({ rubric, verdicts }) => countRepeats(rubric, verdicts))),
    },
    judge: { model: recipe.judge.model, engine: recipe.judge.engine, itself: judgesItself(recipe) },
    verdicts: {
      yes: sum('yes'),
      no: sum('no'),
      unreadable: sum('unreadable'),
      missing: sum('missing'),
    },
  };
}

/** Of pairs that were asked as often as any: kappa is of one number of ratings, and a stop leaves fewer. */
function kappaOf(counts: readonly (readonly number[])[]): number | null {
  const asked = counts.map((row) => row.reduce((sum, one) => sum + one, 0));
  // Not as arguments of one call, which may not be as many as the pairs of thousands of questions are.
  const most = asked.reduce((largest, one) => Math.max(largest, one), 0);
  return fleissKappa(counts.filter((_, at) => asked[at] === most));
}

const CELL: Readonly<Record<Pair['value'], string>> = {
  yes: 'yes',
  no: 'no',
  unreadable: '?',
  missing: '–',
};

/** The criteria with their weights, a column for each rollout, the rewards and the scores below. */
export function rubricTable({ evidence = [], evaluation, recipe }: Reported): string {
  const found = rubricOf(evidence);
  const scores = evaluation.rubric;
  if (found === null || scores === undefined) return 'No criterion was proposed.';
  const verdicts = verdictsOf(evidence);
  const hasGiven = scores.given !== undefined;
  const columns: readonly Verdict['rollout'][] = [
    ...scores.rewards.map((_, index) => index),
    ...(hasGiven ? (['synthesis'] as const) : []),
  ];
  const cell = (criterion: number, rollout: Verdict['rollout']): string => {
    const pair = pairOf(
      verdicts.filter((one) => one.criterion === criterion && one.rollout === rollout),
    );
    return `${CELL[pair.value]}${pair.tied ? ' (tie)' : ''}`;
  };
  const head = columns.map((column) => (column === 'synthesis' ? 'synth.' : String(column + 1)));
  const rows = found.criteria.map(({ text, weight, off, source }, at) => [
    text,
    off === true ? 'off' : `${source === 'given' ? 'data set, ' : ''}${weight}`,
    ...columns.map((column) => cell(at, column)),
  ]);
  const sums = [['reward', '', ...scores.rewards.map(decimals)]];
  if (scores.given !== undefined) {
    const all = [...scores.given, scores.givenSynthesis ?? null];
    sums.push(['score by the data set’s rubric', '', ...all.map(decimals)]);
  }
  const right = columns.map((_, at) => at + 2);
  return [
    table([['criterion', 'weight', ...head], ...rows, ...sums], [1, ...right]),
    judgeLine(recipe, evaluation),
  ].join('\n');
}

export const judgeName = ({ model, itself }: Pick<RubricSummary['judge'], 'model' | 'itself'>): string =>
  itself ? `${model} judged itself` : `judged by ${model}`;

/** Who judged, and how far that can be trusted. */
function judgeLine(recipe: Reported['recipe'], { rubric }: Evaluation): string {
  const { judge } = recipe;
  return [
    judgeName({ model: judge.model, itself: judgesItself(recipe) }),
    ...(rubric !== undefined && rubric.unreadable > 0
      ? [`unreadable, and counted as not met: ${rubric.unreadable}`]
      : []),
    ...(rubric !== undefined && rubric.agreement !== null
      ? [`repeats agree in ${(100 * rubric.agreement).toFixed(0)} % of the pairs`]
      : []),
  ].join('; ');
}
