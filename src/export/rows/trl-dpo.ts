/**
 * TRL, DPOTrainer: a preference data set with an explicit prompt.
 * https://huggingface.co/docs/trl/dataset_formats#preference
 *
 * One pair for each group: `chosen` is the answer of the highest reward, `rejected` that of the lowest,
 * of equal rewards the first in order. No pair where all rewards are equal: nothing is preferred then.
 */
import { decimal } from '../json-line.ts';
import {
  answerCell,
  answersOf,
  promptCell,
  promptText,
  provenance,
  referenceOf,
} from '../material.ts';
import type { Answer, Form, Rows } from '../material.ts';
import type { DoneGroup } from '../recorded.ts';

export function* dpoRows(group: DoneGroup, form: Form): Rows {
  if (referenceOf(group) === null) return 'no-reference';
  const pair = pairOf(answersOf(group));
  if (pair === null) return 'no-difference';
  const { chosen, rejected } = pair;
  yield {
    prompt: promptCell(promptText(group), form),
    chosen: answerCell(chosen.text, form),
    rejected: answerCell(rejected.text, form),
    chosen_reward: decimal(chosen.reward),
    rejected_reward: decimal(rejected.reward),
    ...provenance(group),
  };
  return null;
}

/** Rewards that differ by the rounding of their last bits are equal. */
const LEAST_MARGIN = 1e-12;

function pairOf(answers: readonly Answer[]): { readonly chosen: Answer; readonly rejected: Answer } | null {
  const [first] = answers;
  if (first === undefined) return null;
  const chosen = answers.reduce((best, one) => (one.reward > best.reward ? one : best), first);
  const rejected = answers.reduce((worst, one) => (one.reward < worst.reward ? one : worst), first);
  return chosen.reward - rejected.reward < LEAST_MARGIN ? null : { chosen, rejected };
}
