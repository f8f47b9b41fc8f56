/**
 * What follows from a group's texts alone, so that it can be made again from the store whenever
 * the answer checker gets better. No model is asked.
 */
import { candidatesOf } from '../baseline/candidates.ts';
import { cluster } from '../baseline/cluster.ts';
import { majorityVote } from '../baseline/majority.ts';
import type { Vote } from '../baseline/majority.ts';
import type { MethodName } from '../baseline/selection.ts';
import type { StopReason } from '../engine/sample.ts';
import type { VerifiableQuestion } from '../question/question.ts';
import { advantages, knownAdvantages } from '../reward/advantage.ts';
import { readAnswer, wholeReading } from '../reward/maths/read.ts';
import type { Compare, Equality, Reading } from '../reward/maths/reading.ts';
import { scoreRubric } from '../reward/rubric/score.ts';
import { verifiableRewards } from '../reward/verifiable.ts';
import { rubricOf, selectionsOf, smallerOf, verdictsOf } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import type { Choices, Evaluation, Group, SmallerReading } from './group.ts';
import { rolloutCount } from './recipe.ts';

const ABSENT: Reading = { kind: 'absent' };

/** What an evaluation is made from; evidence matters to open questions and to the choices of methods. */
export type Evaluable = Pick<Group, 'question' | 'recipe' | 'rollouts' | 'synthesis'> &
  Partial<Pick<Group, 'evidence'>>;

/**
 * Rollouts that were never sampled, failed, or were cut off read as `absent` (docs/deviations.md,
 * 9), and so does such a synthesis; of an open question they have no reward. Undecided comparisons count as not equal here (10) and keep
 * their name in `truth`.
 */
export async function evaluate(
  group: Evaluable,
  compare: Compare,
): Promise<Evaluation> {
  const { recipe, question, evidence = [] } = group;
  const evaluation =
    question.kind === 'open'
      ? evaluateOpen(group)
      : await evaluateVerifiable(group, question, compare);
  if (recipe.methods === undefined) return evaluation;
  return { ...evaluation, choices: choicesOf(recipe.methods, evidence) };
}

/** A group that somebody else sent: what it says of its own texts is not taken for true. */
export const evaluatedAnew = async (group: Group, compare: Compare): Promise<Group> =>
  group.evaluation === undefined ? group : { ...group, evaluation: await evaluate(group, compare) };

function choicesOf(methods: readonly MethodName[], evidence: readonly Evidence[]): Choices {
  const chosen = new Map(selectionsOf(evidence).map(({ method, index }) => [method, index]));
  return Object.fromEntries(methods.map((method) => [method, chosen.get(method) ?? null]));
}

async function evaluateVerifiable(
  group: Evaluable,
  question: VerifiableQuestion,
  compare: Compare,
): Promise<Evaluation> {
  const { recipe } = group;
  const byIndex = new Map(group.rollouts.map((rollout) => [rollout.index, rollout]));
  const all = Array.from({ length: rolloutCount(recipe) }, (_, index) => readEnded(byIndex.get(index)));
  const readings = all.slice(0, recipe.group);
  const synthesis = readEnded(group.synthesis);

  const allClusters = await cluster(all, compare);
  const clusters = allClusters.slice(0, recipe.group);
  const majority = majorityVote({ readings, clusters });
  const majorityEqualCompute = recipe.equalCompute
    ? majorityVote({ readings: all, clusters: allClusters })
    : null;
  const rewards = await verifiableRewards(readings, synthesis, compare);
  const evaluation: Evaluation = {
    readings,
    synthesis,
    clusters,
    rewards,
    advantages: advantages(rewards),
    majority,
    majorityEqualCompute,
    disagrees: await differs(majority, synthesis, compare),
  };
  const smaller = smallerReadings(group.evidence ?? []);
  const withSmaller = smaller.length === 0 ? evaluation : { ...evaluation, smaller };
  if (question.truth === undefined) return withSmaller;

  const truth = wholeReading(question.truth);
  const against = (reading: Reading): Promise<Equality> => compare(reading, truth);
  const rollouts = await Promise.all(readings.map(against));
  const judged = await Promise.all(
    smaller.map(async (one) => ({ ...one, truth: await against(one.reading) })),
  );
  return {
    ...evaluation,
    ...(judged.length === 0 ? {} : { smaller: judged }),
    truth: {
      rollouts,
      majority: await against(majority?.reading ?? ABSENT),
      majorityEqualCompute: recipe.equalCompute
        ? await against(majorityEqualCompute?.reading ?? ABSENT)
        : null,
      synthesis: await against(synthesis),
      oracle: rollouts.includes('equal'),
    },
  };
}

/** By size, and of one size in one order, so that what is made again is the same. */
const smallerReadings = (evidence: readonly Evidence[]): SmallerReading[] =>
  smallerOf(evidence)
    .map(({ size, members, synthesis }) => ({ size, members, reading: readEnded(synthesis) }))
    .sort((a, b) => a.size - b.size || (a.members.join() < b.members.join() ? -1 : 1));

/**
 * There is nothing to read or to vote on: what counts are the verdicts, and of those on a rollout that is not
 * whole, which older groups have, none does.
 */
function evaluateOpen({ recipe: { group }, rollouts, evidence = [] }: Evaluable): Evaluation {
  const rubric = rubricOf(evidence);
  const whole = new Set(candidatesOf(rollouts, group).map(({ index }) => index));
  const verdicts = verdictsOf(evidence).filter(
    ({ rollout }) => rollout === 'synthesis' || whole.has(rollout),
  );
  const scores = rubric === null ? null : scoreRubric(rubric, verdicts, group);
  const all = Array.from({ length: group }, (_, index) => index);
  const rewards = all.map((index) => scores?.rewards[index] ?? null);
  return {
    readings: all.map(() => ABSENT),
    synthesis: ABSENT,
    clusters: all.map(() => null),
    rewards: rewards.map((reward) => reward ?? 0),
    advantages: knownAdvantages(rewards),
    majority: null,
    majorityEqualCompute: null,
    disagrees: false,
    ...(scores === null ? {} : { rubric: scores }),
  };
}

/** Only a text that its model ended by itself has an answer. */
const readEnded = (
  record: { readonly text: string; readonly stop: StopReason } | undefined,
): Reading => (record?.stop === 'end' ? readAnswer(record.text) : ABSENT);

/** Whether both have an answer and those were not found equal. */
async function differs(
  majority: Vote | null,
  synthesis: Reading,
  compare: Compare,
): Promise<boolean> {
  if (majority === null || synthesis.kind === 'absent') return false;
  return (await compare(majority.reading, synthesis)) !== 'equal';
}
