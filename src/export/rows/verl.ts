/**
 * verl: the rows of `RLHFDataset`, which reads JSON lines as well as Parquet.
 * https://verl.readthedocs.io/en/latest/preparation/prepare_data.html
 * https://verl.readthedocs.io/en/latest/preparation/reward_function.html
 *
 * `ground_truth` is the answer of the synthesis, or the whole synthesis of an open question, and never
 * the known answer. verl chooses a reward by `data_source` and knows none for this one: name your own
 * by `custom_reward_function.path`. It hands `extra_info` on.
 */
import { promptCell, promptText, rewardMaterial } from '../material.ts';
import type { Rows } from '../material.ts';
import type { Recorded } from '../recorded.ts';

const VERL_SOURCE = 'cat-lab';

/** The prompt is always a conversation. */
export function* verlRows({ index, group }: Recorded): Rows {
  const found = rewardMaterial(group);
  if (typeof found === 'string') return found;
  const { reference, columns } = found;
  const { question } = group;
  const isOpen = question.kind === 'open';
  yield {
    data_source: VERL_SOURCE,
    prompt: promptCell(promptText(group), 'conversation'),
    ability: isOpen ? 'open' : 'math',
    reward_model: {
      style: isOpen ? 'model' : 'rule',
      ground_truth: reference.answer,
    },
    extra_info: {
      split: 'train',
      index,
      question: question.text,
      reference: reference.text,
      ...columns,
    },
  };
  return null;
}
