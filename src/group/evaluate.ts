/**
 * What follows from a group's texts alone, so that it can be made again from the store whenever
 * the answer checker gets better. No model is asked.
 */
import { cluster } from '../baseline/cluster.ts';
import { majorityVote } from '../baseline/majority.ts';
import type { Vote } from '../baseline/majority.ts';
import type { StopReason } from '../engine/sample.ts';
import { advantages } from '../reward/advantage.ts';
import { readAnswer, wholeReading } from '../reward/maths/read.ts';
import type { Compare, Equality, Reading } from '../reward/maths/reading.ts';
import { verifiableRewards } from '../reward/verifiable.ts';
import type { Evaluation, Group } from './group.ts';

const ABSENT: Reading = { kind: 'absent' };

/**
 * Rollouts that were never sampled, failed, or were cut off read as `absent` (docs/deviations.md,
 * 9), and so does such a synthesis. Undecided comparisons count as not equal here (10) and keep
 * their name in `truth`.
 */
export async function evaluate(
  group: Pick<Group, 'question' | 'recipe' | 'rollouts' | 'synthesis'>,
  compare: Compare,
): Promise<Evaluation> {
  const { recipe, question } = group;
  const sampled = recipe.group + (recipe.equalCompute ? 1 : 0);
  const byIndex = new Map(group.rollouts.map((rollout) => [rollout.index, rollout]));
  const all = Array.from({ length: sampled }, (_, index) => readEnded(byIndex.get(index)));
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
  if (question.kind === 'open' || question.truth === undefined) return evaluation;

  const truth = wholeReading(question.truth);
  const against = (reading: Reading): Promise<Equality> => compare(reading, truth);
  const rollouts = await Promise.all(readings.map(against));
  return {
    ...evaluation,
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
