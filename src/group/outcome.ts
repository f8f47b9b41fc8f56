/**
 * What one group came to, in numbers alone: how well each method did, what it cost, why it chose none,
 * and what the pictures are drawn from. Small, so that a run of thousands of groups is read at once.
 */
import { candidatesOf } from '../baseline/candidates.ts';
import { oracle } from '../baseline/oracle.ts';
import { hadItsChance } from '../baseline/selection.ts';
import type { MethodName, NoChoice } from '../baseline/selection.ts';
import { single } from '../baseline/single.ts';
import type { Equality } from '../reward/maths/reading.ts';
import type { RubricScores } from '../reward/rubric/score.ts';
import { meanLogprob } from '../rollout/logprob.ts';
import type { Rollout } from '../rollout/rollout.ts';
import { mean } from '../stats/mean.ts';
import { costsOf } from './cost.ts';
import type { Costed, Costs } from './cost.ts';
import { selectionsOf } from './evidence.ts';
import { FIGURE_NAMES, isMethod } from './figures.ts';
import type { FigureName } from './figures.ts';
import type { Evaluation } from './group.ts';
import { regimeOf } from './recipe.ts';

export type Scores = Readonly<Record<FigureName, number | null>>;

/** The methods beside each other. */
export interface Compared {
  /**
   * Of a question with a known answer 1 for a right one, 0 for a wrong one or none, and of `single` the
   * share of the rollouts. Of a judged open question the reward of the rollout that was chosen: by the
   * question's own rubric where it brought one, which judges the synthesis too. Null where neither is
   * known, or the method could not be had here.
   */
  readonly scores: Scores;
  readonly costs: Costs;
  /** Of each method that was asked for: why it chose none; null where it chose. */
  readonly choices: Readonly<Partial<Record<MethodName, NoChoice | null>>>;
}

export interface Outcome extends Compared {
  /**
   * What `scores` are: right or wrong by a known answer; of a judged open question points of the rubric that
   * its data set gave, or else rewards by CaT's own rubric; or nothing.
   */
  readonly scored: 'truth' | 'given' | 'rubric' | 'nothing';
  /** Whether synthesis and majority answer differently. */
  readonly disagrees: boolean;
  /** By rollout, G of each. `right` is empty where no answer is known; undecided counts as wrong. */
  readonly right: readonly boolean[];
  /** Equal answers share a number; null where there is none. */
  readonly clusters: readonly (number | null)[];
  /** 0 to 1; null where an open question's rollout was not judged. */
  readonly rewards: readonly (number | null)[];
  /** Mean log-probability per token; null where the rollout is no candidate for a choice. */
  readonly sureness: readonly (number | null)[];
  /** Comparisons with the known answer that stayed undecided, the synthesis's included. */
  readonly undecided: number;
  /** The synthesis of smaller groups; absent where none was asked for, or no answer is known. */
  readonly smaller?: readonly SmallerScore[];
}

export interface SmallerScore {
  /** Of the smaller group: below G. */
  readonly size: number;
  /** 0 to 1: how many of the syntheses at this size are right. */
  readonly score: number;
  /** How many there are. */
  readonly subsets: number;
}

/** What the comparison is made from: a group with an evaluation, as it is stored or a page holds it. */
export interface Evaluated extends Costed {
  readonly evaluation: Evaluation;
}

/** What an outcome is made from: a finished group. */
export interface Finished extends Evaluated {
  readonly rollouts: readonly (Costed['rollouts'][number] &
    Pick<Rollout, 'logprobs' | 'stop' | 'text'>)[];
}

export function outcomeOf(group: Finished): Outcome {
  const { evaluation, rollouts } = group;
  const { truth, rubric, clusters, disagrees } = evaluation;
  const compared = truth === undefined ? [] : [...truth.rollouts, truth.synthesis];
  return {
    scored: scoredBy(evaluation),
    disagrees,
    right: (truth?.rollouts ?? []).map(isRight),
    clusters,
    rewards: rubric?.rewards ?? unjudged(group),
    sureness: surenessOf(rollouts, clusters.length),
    undecided: compared.filter((equality) => equality === 'undecided').length,
    ...compareMethods(group),
    ...smallerScores(evaluation),
  };
}

/**
 * Whether vote and synthesis part ways: in their answers, or in that only one of them has an answer and is
 * right by it. Where they do not, neither is ahead.
 */
export const partWays = ({ disagrees, scored, scores: { majority, synthesis } }: Outcome): boolean =>
  disagrees || (scored === 'truth' && majority !== null && synthesis !== null && majority !== synthesis);

/** A reward of 0 is what a judge gives; without its rubric an open question's rollouts have none. */
const unjudged = ({ recipe, evaluation: { rewards } }: Evaluated): Outcome['rewards'] =>
  regimeOf(recipe) === 'open' ? rewards.map(() => null) : rewards;

function scoredBy({ truth, rubric }: Evaluation): Outcome['scored'] {
  if (truth !== undefined) return 'truth';
  if (rubric === undefined) return 'nothing';
  return rubric.given === undefined ? 'rubric' : 'given';
}

function smallerScores({ smaller = [] }: Evaluation): Pick<Outcome, 'smaller'> {
  const right = new Map<number, number[]>();
  for (const { size, truth } of smaller) {
    if (truth !== undefined) right.set(size, [...(right.get(size) ?? []), isRight(truth) ? 1 : 0]);
  }
  const scores = [...right].map(([size, ones]) => {
    return { size, score: mean(ones) ?? 0, subsets: ones.length };
  });
  return scores.length === 0 ? {} : { smaller: scores };
}

export function compareMethods(group: Evaluated): Compared {
  const { evaluation, recipe, evidence } = group;
  const selections = new Map(selectionsOf(evidence).map((one) => [one.method, one]));
  const choices: Partial<Record<MethodName, NoChoice | null>> = {};
  for (const name of recipe.methods ?? []) {
    const selection = selections.get(name);
    choices[name] = selection === undefined ? 'unfinished' : (selection.reason ?? null);
  }
  return { scores: scoresOf(evaluation, choices), costs: costsOf(group), choices };
}

/** Cut-off and empty rollouts are never chosen by how sure they are. */
function surenessOf(rollouts: Finished['rollouts'], group: number): (number | null)[] {
  const sure: (number | null)[] = Array.from({ length: group }, () => null);
  for (const { index, logprobs } of candidatesOf(rollouts, group)) sure[index] = meanLogprob(logprobs);
  return sure;
}

function scoresOf(evaluation: Evaluation, choices: Outcome['choices']): Scores {
  const { truth, rubric } = evaluation;
  const of =
    truth !== undefined ? ofTruth(truth) : rubric !== undefined ? ofRubric(rubric) : () => null;
  const scoreOf = (name: FigureName): number | null => {
    if (!isMethod(name)) return of(name);
    const reason = choices[name];
    return reason === undefined || !hadItsChance(reason)
      ? null
      : of(evaluation.choices?.[name] ?? null);
  };
  return Object.fromEntries(FIGURE_NAMES.map((name) => [name, scoreOf(name)])) as Scores;
}

/** The score of a figure by its name, or of a method by the index of the rollout that it chose. */
type ScoreOf = (what: Exclude<FigureName, MethodName> | number | null) => number | null;

const isRight = (equality: Equality | undefined): boolean => equality === 'equal';

function ofTruth(truth: NonNullable<Evaluation['truth']>): ScoreOf {
  const rollouts = truth.rollouts.map(isRight);
  const score = (equality: Equality | undefined): number => (isRight(equality) ? 1 : 0);
  return (what) => {
    switch (what) {
      case 'single':
        return single.score(rollouts);
      case 'oracle':
        return oracle.score(rollouts);
      case 'majorityEqualCompute':
        return truth.majorityEqualCompute === null ? null : score(truth.majorityEqualCompute);
      case 'majority':
      case 'synthesis':
        return score(truth[what]);
      default:
        return what === null ? 0 : score(truth.rollouts[what]);
    }
  };
}

function ofRubric({ rewards, given, givenSynthesis = null }: RubricScores): ScoreOf {
  const rollouts = given ?? rewards;
  const known = rollouts.filter((reward) => reward !== null);
  return (what) => {
    switch (what) {
      case 'single':
        return mean(known);
      case 'oracle':
        return known.length === 0 ? null : Math.max(...known);
      case 'majority':
      case 'majorityEqualCompute':
        return null;
      case 'synthesis':
        return givenSynthesis;
      default:
        return what === null ? 0 : (rollouts[what] ?? null);
    }
  };
}
