/**
 * What the sentences of a lesson may say of its recording. Everything is read from the group, so that
 * the words follow whenever it is recorded anew.
 */
import type { Group } from '../../group/group.ts';
import { explainGroup } from '../../run/explain.ts';
import { answerOf, answerRows, isTied } from '../verdict/votes.ts';
import { marksOf } from './marks.ts';
import type { MarkFacts } from './marks.ts';
import { rubricFacts } from './rubric-facts.ts';
import type { RubricFacts } from './rubric-facts.ts';

export interface LessonFacts {
  /** G. */
  readonly group: number;
  readonly temperature: number;
  readonly model: string;
  /** The known answer; empty where there is none. */
  readonly truth: string;
  /** Different final answers among the rollouts, most votes first. */
  readonly answers: readonly AnswerFact[];
  /** Rollouts without an answer that could be read. */
  readonly absent: number;
  /** What the vote says; empty where nobody voted. */
  readonly majority: string;
  readonly votes: number;
  /** Another answer has as many votes. */
  readonly tied: boolean;
  /** How many rollouts are right. */
  readonly right: number;
  readonly voteRight: boolean;
  /** Empty where it has no answer. */
  readonly synthesis: string;
  readonly synthesisRight: boolean;
  /** How many rollouts have reward 1: they say what the synthesis says. */
  readonly rewarded: number;
  /** Of a rollout with reward 1 and of one with 0; null where no rollout has that reward. */
  readonly advantages: { readonly one: number | null; readonly zero: number | null };
  /** Null where no step of the synthesis could be compared. */
  readonly marks: MarkFacts | null;
  /** Null unless the question is open and was judged. */
  readonly rubric: RubricFacts | null;
}

export interface AnswerFact {
  readonly answer: string;
  readonly votes: number;
}

/** Null of a group that was not evaluated: there is nothing to tell of it. */
export function factsOf(group: Group): LessonFacts | null {
  const { evaluation, question, recipe, synthesis } = group;
  if (evaluation === undefined || synthesis === undefined) return null;
  const { truth, majority, readings, rewards } = evaluation;
  const rows = answerRows(evaluation, question).filter(({ votes }) => votes > 0);
  const explanation = explainGroup(synthesis, group.rollouts, evaluation);
  return {
    group: recipe.group,
    temperature: recipe.sampling.temperature,
    model: recipe.policy.model,
    truth: question.kind === 'verifiable' ? (question.truth ?? '') : '',
    answers: rows.map(({ answer, votes }) => ({ answer, votes })),
    absent: readings.filter(({ kind }) => kind === 'absent').length,
    majority: answerOf(majority?.reading) ?? '',
    votes: majority?.votes ?? 0,
    tied: isTied(evaluation),
    right: truth?.rollouts.filter((one) => one === 'equal').length ?? 0,
    voteRight: truth?.majority === 'equal',
    synthesis: answerOf(evaluation.synthesis) ?? '',
    synthesisRight: truth?.synthesis === 'equal',
    rewarded: rewards.filter((reward) => reward === 1).length,
    advantages: {
      one: evaluation.advantages[rewards.indexOf(1)] ?? null,
      zero: evaluation.advantages[rewards.indexOf(0)] ?? null,
    },
    marks: marksOf(explanation),
    rubric: rubricFacts(group),
  };
}
