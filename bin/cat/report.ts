/** The JSON of `cat ask` and `cat experiment`. The figures themselves come from src/run/report.ts. */
import type { Group } from '../../src/group/group.ts';
import type { Reading } from '../../src/reward/maths/reading.ts';
import { makeReport, tokensOf, type Report } from '../../src/run/report.ts';
import { mean } from '../../src/stats/mean.ts';
import type { MethodName } from './options.ts';

/** The part of a group that the figures are made from. */
export type Reported = Required<Pick<Group, 'recipe' | 'rollouts' | 'synthesis' | 'evaluation'>>;

export interface AskReport extends Omit<Report, 'synthesis'> {
  readonly rollouts: readonly {
    readonly text: string;
    readonly answer: string | null;
    /** 1 where the answer equals the synthesis's. */
    readonly reward: number;
    /** Mean per token at temperature 1, before top-p and top-k; null where no token was sampled. */
    readonly logprob: number | null;
    readonly stop: string;
  }[];
  readonly majority: string | null;
  readonly synthesis: { readonly text: string; readonly answer: string | null };
}

const rawOf = (reading: Reading | undefined): string | null =>
  reading?.kind === 'found' ? reading.raw : null;

/** Figures of methods that were not asked for are null. `seconds` is the wall-clock of all groups. */
export function reportOf(
  recipe: Reported['recipe'],
  groups: readonly Reported[],
  methods: readonly MethodName[],
  seconds: number,
): Report {
  const report = makeReport(
    recipe,
    groups.map(({ evaluation }) => evaluation),
    { seconds, tokens: groups.reduce((sum, group) => sum + tokensOf(group), 0) },
  );
  const { accuracy, difference, disagree, allWrong } = report;
  const has = (method: MethodName): boolean => methods.includes(method);
  const ifHas = (method: MethodName, value: number | null): number | null =>
    has(method) ? value : null;
  const both = has('synthesis') && has('majority');
  return {
    ...report,
    accuracy: {
      single: ifHas('single', accuracy.single),
      majority: ifHas('majority', accuracy.majority),
      majorityEqualCompute: ifHas('majority', accuracy.majorityEqualCompute),
      synthesis: ifHas('synthesis', accuracy.synthesis),
      oracle: ifHas('oracle', accuracy.oracle),
    },
    difference: both ? difference : { synthesisMinusMajority: null, low: null, high: null },
    disagree: both ? disagree : { count: null, synthesisRight: null },
    allWrong: both ? allWrong : { count: null, synthesisRight: null },
  };
}

/** What `ask` adds to the figures: the texts themselves, the G rollouts in order. */
export function askReport(report: Report, group: Reported): AskReport {
  const { evaluation, recipe, synthesis } = group;
  const rollouts = group.rollouts
    .filter(({ index }) => index < recipe.group)
    .map(({ index, text, logprobs, stop }) => ({
      text,
      answer: rawOf(evaluation.readings[index]),
      reward: evaluation.rewards[index] ?? 0,
      logprob: mean(logprobs),
      stop,
    }));
  return {
    ...report,
    rollouts,
    majority: rawOf(evaluation.majority?.reading),
    synthesis: { text: synthesis.text, answer: rawOf(evaluation.synthesis) },
  };
}
