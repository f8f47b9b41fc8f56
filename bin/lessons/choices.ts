/** What a group must show to be the recording of a lesson. Stated here, so that nothing is picked by eye. */
import type { Evaluation, Group } from '../../src/group/group.ts';
import type { Synthesis } from '../../src/synthesis/synthesis.ts';
import { rubricOf } from '../../src/group/evidence.ts';
import type { Evidence } from '../../src/group/evidence.ts';
import { findQuestion } from '../../src/question/notes/note-questions.ts';
import type { Rubric, Verdict } from '../../src/reward/rubric/rubric.ts';
import { explainGroup } from '../../src/run/explain.ts';
import { stepsOf } from '../../src/run/explanation.ts';
import { judgedIn } from '../notes-figures/judged.ts';

/**
 * Names of the lessons, and of their files; a group is taken for the first that wants it. `opening` is what the
 * page begins with: no lesson's own, whose end would be known then.
 */
export const LESSON_NAMES = ['opening', 'all-wrong', 'reconcile', 'vote-fails', 'answers', 'rubric'] as const;
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
    'the synthesis is right, answers contradict steps of it and leave out some, and two or more end as it does, none of which contradicts a step',
  'all-wrong': 'every answer is wrong, without a tie in the vote, and the synthesis is right',
  opening: 'every answer is wrong, and the synthesis is right',
  rubric:
    'at least five criteria, answers that meet more and fewer of them, and a judge who is right: of the answers with most in every verdict that can be checked, of all in 19 of 20',
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
    const { truth, majority } = evaluation;
    const isWrong = truth?.majority === 'different' && truth.oracle && truth.synthesis === 'equal';
    return isWrong && majority !== null && majority.votes >= 3 && !isTied(evaluation);
  },
  reconcile: (group) => {
    if (group.evaluation.truth?.synthesis !== 'equal') return false;
    const steps = stepsOf(explainGroup(group.synthesis, group.rollouts, group.evaluation));
    const said = steps.filter(({ supports }) => supports.length > 0);
    const { rewards } = group.evaluation;
    // Whoever ends as the synthesis does by two mistakes that cancel is no answer to praise.
    const isSound = said.every(({ contradicts }) => contradicts.every(({ index }) => rewards[index] !== 1));
    const isDisputed = said.some(({ contradicts }) => contradicts.length > 0);
    const isOmitted = said.some(({ silent }) => silent.length > 0);
    const rewarded = rewards.filter((reward) => reward === 1).length;
    return isSound && isDisputed && isOmitted && steps.length - said.length <= 1 && rewarded >= 2;
  },
  'all-wrong': (group) => isRescued(group) && !isTied(group.evaluation),
  opening: (group) => isRescued(group),
  rubric: (group) => {
    const { evaluation, evidence } = group;
    const rewards = evaluation.rubric?.rewards.filter((reward) => reward !== null) ?? [];
    return (
      (rubricOf(evidence)?.criteria.length ?? 0) >= 5 &&
      evaluation.rubric?.unreadable === 0 &&
      rewards.length === evaluation.readings.length &&
      new Set(rewards).size > 1 &&
      isJudgedRightly(group)
    );
  },
};

const isRescued = ({ evaluation: { truth } }: Whole): boolean =>
  truth?.synthesis === 'equal' && truth.rollouts.every((one) => one === 'different');

function isTied({ clusters }: Evaluation): boolean {
  const votes = new Map<number, number>();
  for (const one of clusters) if (one !== null) votes.set(one, (votes.get(one) ?? 0) + 1);
  const [most = 0, next = 0] = [...votes.values()].sort((a, b) => b - a);
  return most === next;
}

/** As far as the world of notes knows what is right, which is of most criteria. */
function isJudgedRightly({ question, rollouts, evidence, evaluation }: Whole): boolean {
  const points = findQuestion(question.text)?.points;
  if (points === undefined) return false;
  const all = judgedIn({ rollouts, evidence: evidence.filter(isJudging) }, points);
  const known = all.filter(({ truth }) => truth !== null);
  const wrong = known.filter(({ value, truth }) => value !== truth);
  const rewards = evaluation.rubric?.rewards ?? [];
  const most = Math.max(...rewards.map((reward) => reward ?? 0));
  const isBest = (rollout: number): boolean => rewards[rollout] === most;
  return (
    known.length >= 0.75 * all.length &&
    wrong.length <= known.length / 20 &&
    !wrong.some(({ rollout }) => isBest(rollout))
  );
}

const isJudging = (piece: Evidence): piece is Rubric | Verdict =>
  piece.kind === 'rubric' || piece.kind === 'verdict';

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
