import type { StopReason } from '../../src/engine/sample.ts';
import { evaluate } from '../../src/group/evaluate.ts';
import type { Evaluation } from '../../src/group/group.ts';
import { compare } from '../../src/reward/maths/compare.ts';
import { doneGroup } from '../kit/group.ts';

/** What a model wrote: an answer, or a text with the reason why it stopped. */
export type Text = string | { readonly text: string; readonly stop: StopReason };

export interface Texts {
  /** In order of index; null where none was sampled. */
  readonly rollouts: readonly (Text | null)[];
  /** Absent where no synthesis was made. */
  readonly synthesis?: Text;
  readonly truth?: string;
  /** G; as many as there are rollouts unless given. */
  readonly group?: number;
  readonly equalCompute?: boolean;
}

/** Evaluates a group of such texts with the real reader and the real comparison. */
export function evaluateTexts({
  rollouts,
  synthesis,
  truth,
  group = rollouts.length,
  equalCompute = false,
}: Texts): Promise<Evaluation> {
  const base = doneGroup({});
  const record = (text: Text) => {
    const { text: whole, stop } =
      typeof text === 'string' ? { text: `The answer is ${text}.`, stop: 'end' as const } : text;
    return { text: whole, stop, tokens: 1, promptTokens: 1, logprobs: [-0.1], seconds: 0, seed: 0 };
  };
  const plan = { order: [], shortened: [], omitted: [], questionVisible: false, promptTokens: 1 };
  return evaluate(
    {
      question: {
        kind: 'verifiable',
        text: 'How many?',
        ...(truth === undefined ? {} : { truth }),
      },
      recipe: { ...base.recipe, group, equalCompute },
      rollouts: rollouts.flatMap((text, index) =>
        text === null ? [] : [{ index, ...record(text) }],
      ),
      ...(synthesis === undefined ? {} : { synthesis: { ...record(synthesis), plan } }),
    },
    compare,
  );
}
