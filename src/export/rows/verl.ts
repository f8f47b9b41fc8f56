/**
 * verl: the rows of `RLHFDataset`, which reads JSON lines as well as Parquet.
 * https://verl.readthedocs.io/en/latest/preparation/prepare_data.html
 * https://verl.readthedocs.io/en/latest/preparation/reward_function.html
 *
 * `ground_truth` is the answer of the synthesis, or the whole synthesis of an open question, and never
 * the known answer. verl chooses a reward by `data_source` and knows none for this one: name your own
 * by `custom_reward_function.path`. It hands `extra_info` on.
 */
import { decimal } from '../json-line.ts';
import type { Recorded } from '../recorded.ts';
import { criteriaOf, promptCell, promptText, provenance, referenceOf, rewardsOf } from '../material.ts';
import type { Rows } from '../material.ts';

export const VERL_SOURCE = 'cat-lab';

/** The prompt is always a conversation. */
export function* verlRows({ index, group }: Recorded): Rows {
  const reference = referenceOf(group);
  if (reference === null) return 'no-reference';
  const { question } = group;
  const isOpen = question.kind === 'open';
  const criteria = isOpen ? criteriaOf(group) : null;
  if (criteria?.length === 0) return 'not-judged';
  yield {
    data_source: VERL_SOURCE,
    prompt: promptCell(promptText(group), 'conversation'),
    ability: isOpen ? 'open' : 'math',
    reward_model: {
      style: isOpen ? 'model' : 'rule',
      ground_truth: reference.answer ?? reference.text,
    },
    extra_info: {
      split: 'train',
      index,
      question: question.text,
      truth: isOpen ? null : (question.truth ?? null),
      reference: reference.text,
      ...(criteria === null ? {} : { criteria }),
      recorded_rewards: rewardsOf(group).map(decimal),
      ...provenance(group),
    },
  };
  return null;
}
