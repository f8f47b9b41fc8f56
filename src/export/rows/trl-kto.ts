/**
 * TRL, KTOTrainer: an unpaired preference data set.
 * https://huggingface.co/docs/trl/dataset_formats#unpaired-preference
 *
 * A row for each complete answer. `label` is true where the reward is at least one half: an equal final
 * answer, or half of what the criteria weigh. The reward stands beside it for another threshold.
 */
import { decimal } from '../json-line.ts';
import {
  answerCell,
  answersOf,
  isRewarded,
  promptCell,
  promptText,
  provenance,
  referenceOf,
} from '../material.ts';
import type { Form, Rows } from '../material.ts';
import type { DoneGroup } from '../recorded.ts';

const DESIRABLE = 0.5;

export function* ktoRows(group: DoneGroup, form: Form): Rows {
  if (referenceOf(group) === null) return 'no-reference';
  if (!isRewarded(group)) return 'not-judged';
  const answers = answersOf(group);
  if (answers.length === 0) return 'no-answer';
  const prompt = promptCell(promptText(group), form);
  for (const { index, text, reward } of answers) {
    yield {
      prompt,
      completion: answerCell(text, form),
      label: reward >= DESIRABLE,
      reward: decimal(reward),
      rollout: index,
      ...provenance(group),
    };
  }
  return null;
}
