/**
 * lm-evaluation-harness: the samples that `lm_eval --log_samples` writes, a row for each question and
 * filter, in files named `samples_{task}_{date}.jsonl`.
 * https://github.com/EleutherAI/lm-evaluation-harness/blob/main/docs/interface.md (`--log_samples`);
 * the members and hashes are those of `lm_eval/evaluator.py` and `lm_eval/loggers/evaluation_tracker.py`
 * of version 0.4.13.
 *
 * `resps` are the G rollouts; what each filter makes of them is in `filtered_resps`: `score-first` takes
 * the first rollout, `maj@G` the vote, `synthesis` the anchor's answer, which is none of the responses.
 * `exact_match` is our comparison with the known answer, symbolic and not by characters. The harness
 * writes one filter after the other; here they follow question by question, so that a run of any length
 * is written as it is read.
 */
import { sha256 } from '../../base/hash.ts';
import type { Equality, Reading } from '../../reward/maths/reading.ts';
import { decimal } from '../json-line.ts';
import type { Row } from '../json-line.ts';
import { promptText, provenance } from '../material.ts';
import type { NoRow } from '../material.ts';
import type { Recorded } from '../recorded.ts';

/** What the harness writes where a filter found nothing. */
const NOTHING = '[invalid]';

export async function* lmEvalRows({
  index,
  group,
}: Recorded): AsyncGenerator<Row, NoRow | null, undefined> {
  const { question, recipe, rollouts, evaluation } = group;
  const { truth, readings, majority, synthesis } = evaluation;
  if (question.kind === 'open' || question.truth === undefined || truth === undefined) return 'no-truth';
  const prompt = promptText(group);
  const target = question.truth;
  const doc = { question: question.text, answer: target };
  const { temperature, topP, topK, maxTokens } = recipe.sampling;
  const byIndex = new Map(rollouts.map((rollout) => [rollout.index, rollout.text]));
  const filters: readonly (readonly [name: string, reading: Reading | undefined, is: Equality | undefined])[] = [
    ['score-first', readings[0], truth.rollouts[0]],
    [`maj@${recipe.group}`, majority?.reading, truth.majority],
    ['synthesis', synthesis, truth.synthesis],
  ];
  const shared = {
    doc_id: index,
    doc,
    target,
    arguments: {
      gen_args_0: {
        arg_0: prompt,
        arg_1: {
          do_sample: temperature > 0,
          temperature: decimal(temperature),
          top_p: decimal(topP),
          top_k: topK,
          max_gen_toks: maxTokens,
        },
      },
    },
    resps: [Array.from({ length: recipe.group }, (_, at) => byIndex.get(at) ?? '')],
  };
  const hashes = {
    doc_hash: await sha256(JSON.stringify(doc, null, 2)),
    prompt_hash: await sha256(prompt),
    target_hash: await sha256(target),
  };
  for (const [filter, reading, equality] of filters) {
    yield {
      ...shared,
      filtered_resps: [reading?.kind === 'found' ? reading.raw : NOTHING],
      filter,
      metrics: ['exact_match'],
      ...hashes,
      exact_match: decimal(equality === 'equal' ? 1 : 0),
      ...provenance(group),
    };
  }
  return null;
}
