/**
 * TRL, GRPOTrainer: a prompt-only data set; the trainer samples the answers itself, and every other
 * column reaches the reward function by its name.
 * https://huggingface.co/docs/trl/dataset_formats#prompt-only
 * https://huggingface.co/docs/trl/grpo_trainer#using-a-custom-reward-function
 *
 * `reference` and `reference_answer` are what the reward compares with; `recorded_rewards` what the
 * recorded rollouts got, by index. `truth` is for measuring only: no reward may read it.
 */
import { promptCell, promptText, rewardMaterial } from '../material.ts';
import type { Form, Rows } from '../material.ts';
import type { DoneGroup } from '../recorded.ts';

export function* grpoRows(group: DoneGroup, form: Form): Rows {
  const found = rewardMaterial(group);
  if (typeof found === 'string') return found;
  const { reference, columns } = found;
  yield {
    prompt: promptCell(promptText(group), form),
    reference: reference.text,
    reference_answer: reference.answer,
    ...columns,
  };
  return null;
}
