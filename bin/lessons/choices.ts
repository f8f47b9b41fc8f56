/** What a group must show to be the recording of a lesson. Stated here, so that nothing is picked by eye. */
import type { Evaluation, Group } from '../../src/group/group.ts';
import type { Synthesis } from '../../src/synthesis/synthesis.ts';
import { rubricOf, verdictsOf } from '../../src/group/evidence.ts';
import { explainGroup } from '../../src/run/explain.ts';
import { stepsOf } from '../../src/run/explanation.ts';

/** Names of the lessons, and of their files; a group is taken for the first that wants it. */
export const LESSON_NAMES = ['all-wrong', 'reconcile', 'vote-fails', 'answers', 'rubric'] as const;
export type LessonName = (typeof LESSON_NAMES)[number];

/** A group that ended as it should, so that nothing in the lesson needs excuses. */
interface Whole extends Group {
  readonly synthesis: Synthesis;
  readonly evaluation: Evaluation;
}

export const SAYS: Readonly<Record<LessonName, string>> = {
  answers: 'the answers differ, most of them say the same, and that is right, as is the synthesis',
  'vote-fails': 'the vote is wrong, without a tie, though an answer is right; the synthesis is right',
  reconcile:
    'the synthesis is right, each answer lacks or contradicts one of its steps, and no answer alone says all that the answers say together',
  'all-wrong': 'every answer is wrong, and the synthesis is right',
  rubric: 'at least five criteria, every verdict readable, and answers that meet more and fewer of them',
};

const TESTS: Readonly<Record<LessonName, (group: Whole) => boolean>> = {
  answers: ({ evaluation }) => {
    const { truth, majority, clusters } = evaluation;
    const different = new Set(clusters.filter((cluster) => cluster !== null)).size;
    const isMost = majority !== null && majority.votes * 2 > majority.voters;
    const isRight = truth?.majority === 'equal' && truth.synthesis === 'equal';
    return isRight && isMost && different >= 3 && different <= 5;
  },
  'vote-fails': ({ evaluation }) => {
    const { truth, clusters, majority } = evaluation;
    const votes = new Map<number, number>();
    for (const one of clusters) if (one !== null) votes.set(one, (votes.get(one) ?? 0) + 1);
    const [most = 0, next = 0] = [...votes.values()].sort((a, b) => b - a);
    const isWrong = truth?.majority === 'different' && truth.oracle && truth.synthesis === 'equal';
    return isWrong && majority !== null && most > next && most >= 3;
  },
  reconcile: (group) => {
    if (group.evaluation.truth?.synthesis !== 'equal') return false;
    const steps = stepsOf(explainGroup(group.synthesis, group.rollouts, group.evaluation));
    const said = steps.filter(({ supports }) => supports.length > 0);
    const ofOne = group.rollouts.map(
      ({ index }) => said.filter(({ supports }) => supports.some((one) => one.index === index)).length,
    );
    const isDisputed = said.some(({ contradicts }) => contradicts.length > 0);
    return isDisputed && steps.length - said.length <= 1 && Math.max(...ofOne) < said.length;
  },
  'all-wrong': ({ evaluation: { truth } }) =>
    truth?.synthesis === 'equal' && truth.rollouts.every((one) => one === 'different'),
  rubric: ({ evaluation, evidence }) => {
    const { rubric } = evaluation;
    const criteria = rubricOf(evidence)?.criteria ?? [];
    const values = new Set(verdictsOf(evidence).map(({ value }) => value));
    const rewards = rubric?.rewards.filter((reward) => reward !== null) ?? [];
    return (
      criteria.length >= 5 &&
      rubric?.unreadable === 0 &&
      rewards.length === evaluation.readings.length &&
      new Set(rewards).size > 1 &&
      values.has('yes') &&
      values.has('no')
    );
  },
};

/** The first of the wanted lessons that the group may stand for; null where it is none of them. */
export function lessonOf(group: Group, wanted: readonly LessonName[]): LessonName | null {
  const { status, synthesis, evaluation, rollouts, faults, question } = group;
  if (status !== 'done' || synthesis === undefined || evaluation === undefined) return null;
  const isClean = faults.length === 0 && [...rollouts, synthesis].every(({ stop }) => stop === 'end');
  if (!isClean) return null;
  const whole: Whole = { ...group, synthesis, evaluation };
  const isOpen = question.kind === 'open';
  return wanted.find((name) => (name === 'rubric') === isOpen && TESTS[name](whole)) ?? null;
}
