/**
 * TRL, SFTTrainer: a prompt-completion data set; the loss is on the completion alone.
 * https://huggingface.co/docs/trl/dataset_formats#prompt-completion
 *
 * The completion is the synthesis, the prompt what the policy was asked: the policy learns to write at
 * once what the anchor wrote from many answers. It is not checked against a known answer.
 */
import { answerCell, promptCell, promptText, provenance, referenceOf } from '../material.ts';
import type { Form, Rows } from '../material.ts';
import type { DoneGroup } from '../recorded.ts';

export function* sftRows(group: DoneGroup, form: Form): Rows {
  const reference = referenceOf(group);
  if (reference === null) return 'no-reference';
  yield {
    prompt: promptCell(promptText(group), form),
    completion: answerCell(reference.text, form),
    ...provenance(group),
  };
  return null;
}
