import type { Evaluation } from '../../group/group.ts';
import type { GroupView } from '../group-state.ts';
import type { VerdictFacts } from '../text/en-verdict.ts';
import { answerOf, isTied } from './votes.ts';

/** The known answer, or an empty text. */
export const truthOf = (group: GroupView): string =>
  group.question.kind === 'verifiable' ? (group.question.truth ?? '') : '';

/** What the sentence of a verdict needs. */
export const factsOf = (group: GroupView, evaluation: Evaluation): VerdictFacts => ({
  rollouts: group.recipe.group,
  right: evaluation.truth?.rollouts.filter((one) => one === 'equal').length ?? 0,
  cut: group.rollouts.slice(0, group.recipe.group).filter((one) => one.stop === 'length').length,
  majority: answerOf(evaluation.majority?.reading) ?? '',
  tied: isTied(evaluation),
  votes: evaluation.majority?.votes ?? 0,
  synthesis: answerOf(evaluation.synthesis) ?? '',
  truth: truthOf(group),
});
