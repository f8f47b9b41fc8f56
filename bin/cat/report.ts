/** The JSON of `cat ask` and `cat experiment`. The figures themselves come from src/run/report.ts. */
import type { MethodName, NoChoice } from '../../src/baseline/selection.ts';
import { without } from '../../src/base/without.ts';
import { cautionsOf, type Cautions, type CautionsByFigure } from '../../src/group/cautions.ts';
import { selectionsOf } from '../../src/group/evidence.ts';
import { FIGURE_NAMES, type FigureName, type Figures } from '../../src/group/figures.ts';
import { outcomeOf } from '../../src/group/outcome.ts';
import type { Paired } from '../../src/group/paired.ts';
import { regimeOf } from '../../src/group/recipe.ts';
import {
  SCALING_NAMES,
  scalingOf,
  type ScalingName,
  type ScalingPoint,
} from '../../src/group/scaling.ts';
import type { Question } from '../../src/question/question.ts';
import type { Reading } from '../../src/reward/maths/reading.ts';
import { majorityAndSynthesis } from '../../src/run/compare-runs.ts';
import { makeReport, tokensOf, type Report, type Scored } from '../../src/run/report.ts';
import { mean } from '../../src/stats/mean.ts';
import type { ReportedMethod } from './options.ts';
import type { Reported } from './reported.ts';
import { askRubric, rubricSummary, type AskRubric, type RubricSummary } from './rubric.ts';

export interface ExperimentReport extends Report, Partial<RubricSummary> {
  /** `mixed` where some questions are open and others are not. */
  readonly regime: Question['kind'] | 'mixed';
  /** Accuracy at each smaller G, from the same rollouts; empty where no truth is known. */
  readonly scaling: readonly ScalingPoint[];
  /** What the intervals must not be read as. */
  readonly cautions: Cautions;
  readonly others?: readonly OtherScored[];
  /**
   * Of the questions with a known answer that both have: majority is the first, synthesis the second. Null
   * where a report leaves one of the two out, or no answer is known.
   */
  readonly mcnemar: Paired['mcnemar'];
}

/** Figures of questions that are scored otherwise than most, with what must not be read into them. */
export type OtherScored = Scored & Pick<ExperimentReport, 'cautions'>;

export interface AskReport extends Omit<Report, 'synthesis' | 'others' | 'agreement'>, Partial<AskRubric> {
  readonly regime: Question['kind'];
  readonly rollouts: readonly {
    readonly text: string;
    readonly answer: string | null;
    /**
     * 1 where the answer equals the synthesis's; of an open question the fraction of criteria met, null
     * where it was not judged.
     */
    readonly reward: number | null;
    /** Mean per token at temperature 1, before top-p and top-k; null where no token was sampled. */
    readonly logprob: number | null;
    readonly stop: string;
  }[];
  readonly majority: string | null;
  readonly synthesis: { readonly text: string; readonly answer: string | null };
  /** By method that was asked for: the place of its rollout, from 0, and what that one answers. */
  readonly choices: Readonly<Partial<Record<MethodName, Choice>>>;
}

interface Choice {
  readonly rollout: number | null;
  /** Why it chose none; null where it chose. */
  readonly reason: NoChoice | null;
  readonly answer: string | null;
  /** By rollout, higher is better; empty where the method scores none. */
  readonly scores: readonly (number | null)[];
}

const rawOf = (reading: Reading | undefined): string | null =>
  reading?.kind === 'found' ? reading.raw : null;

/** Figures that were not asked for are null. `seconds` is the wall-clock of all groups. */
export function reportOf(
  recipe: Reported['recipe'],
  groups: readonly Reported[],
  methods: readonly ReportedMethod[],
  seconds: number,
): ExperimentReport {
  const outcomes = groups.map(({ evidence = [], ...group }) => outcomeOf({ ...group, evidence }));
  const report = makeReport(
    recipe,
    outcomes,
    { seconds, tokens: groups.reduce((sum, group) => sum + tokensOf(group), 0) },
  );
  const { difference, disagree, allWrong, others, ...rest } = report;
  const has = (name: FigureName): boolean =>
    methods.includes(name === 'majorityEqualCompute' ? 'majority' : name);
  const wanted = <T extends Scored>(figures: T): T & Pick<ExperimentReport, 'cautions'> => ({
    ...onlyAsked(figures, has),
    cautions: askedCautions(cautionsOf(outcomes, figures), has),
  });
  const both = has('synthesis') && has('majority');
  const regimes = new Set(groups.map((group) => regimeOf(group.recipe)));
  const [regime = regimeOf(recipe)] = regimes;
  return {
    ...wanted(rest),
    ...(others === undefined ? {} : { others: others.map(wanted) }),
    regime: regimes.size > 1 ? 'mixed' : regime,
    scaling: scalingOf(outcomes).map((point) => asked(point, has)),
    ...rubricSummary(groups),
    difference: both ? difference : { synthesisMinusMajority: null, low: null, high: null },
    disagree: both ? disagree : { count: null, synthesisRight: null },
    allWrong: both ? allWrong : { count: null, synthesisRight: null },
    mcnemar: both ? majorityAndSynthesis(outcomes).mcnemar : null,
  };
}

type Has = (name: FigureName) => boolean;

function onlyAsked<T extends Scored>(figures: T, has: Has): T {
  const only = <U>(of: Figures<U | null>): Figures<U | null> =>
    Object.fromEntries(
      Object.entries(of).map(([name, one]) => [name, has(name as FigureName) ? one : null]),
    ) as unknown as Figures<U | null>;
  const { accuracy, score, interval, cost, differences, reasons } = figures;
  const left = FIGURE_NAMES.filter((name) => name in accuracy && !has(name));
  return {
    ...figures,
    accuracy: only(accuracy),
    ...(score === undefined ? {} : { score: only(score) }),
    interval: only(interval),
    cost: only(cost),
    differences: has('synthesis') ? only(differences) : mapToNull(differences),
    reasons: { ...reasons, ...Object.fromEntries(left.map((name) => [name, 'not-asked'])) },
  };
}

const askedCautions = ({ interval, differences }: Cautions, has: Has): Cautions => ({
  interval: reported(interval, has),
  differences: has('synthesis') ? reported(differences, has) : {},
});

const reported = (cautions: CautionsByFigure, has: Has): CautionsByFigure =>
  Object.fromEntries(Object.entries(cautions).filter(([name]) => has(name as FigureName)));

/** A point without the methods that were not asked for. */
const asked = (point: ScalingPoint, has: (name: ScalingName) => boolean): ScalingPoint => ({
  ...point,
  ...Object.fromEntries(SCALING_NAMES.map((name) => [name, has(name) ? point[name] : null])),
});

const mapToNull = (figures: Figures<unknown>): Figures<null> =>
  Object.fromEntries(Object.keys(figures).map((name) => [name, null])) as unknown as Figures<null>;

/** What `ask` adds to the figures: the texts themselves, the G rollouts in order. */
export function askReport(report: ExperimentReport, group: Reported): AskReport {
  const { evaluation, recipe, synthesis } = group;
  const regime = regimeOf(recipe);
  const rewards = regime === 'open' ? (evaluation.rubric?.rewards ?? []) : evaluation.rewards;
  const rollouts = group.rollouts
    .filter(({ index }) => index < recipe.group)
    .map(({ index, text, logprobs, stop }) => ({
      text,
      answer: rawOf(evaluation.readings[index]),
      reward: rewards[index] ?? null,
      logprob: mean(logprobs),
      stop,
    }));
  return {
    // Of one question all is told in place of the summary.
    ...without(report, 'rubric', 'verdicts', 'judge', 'scaling', 'cautions', 'mcnemar', 'others', 'agreement'),
    regime,
    ...askRubric(group),
    rollouts,
    majority: rawOf(evaluation.majority?.reading),
    synthesis: { text: synthesis.text, answer: rawOf(evaluation.synthesis) },
    choices: choicesOf(group),
  };
}

function choicesOf({ recipe, evaluation, evidence = [] }: Reported): AskReport['choices'] {
  const selections = new Map(selectionsOf(evidence).map((one) => [one.method, one]));
  return Object.fromEntries(
    (recipe.methods ?? []).map((name): [MethodName, Choice] => {
      const rollout = evaluation.choices?.[name] ?? null;
      const answer = rollout === null ? null : rawOf(evaluation.readings[rollout]);
      const { reason = null, scores = [] } = selections.get(name) ?? {};
      return [name, { rollout, reason, answer, scores }];
    }),
  );
}
