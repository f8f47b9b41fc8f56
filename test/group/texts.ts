import type { MethodName, NoChoice, Selection } from '../../src/baseline/selection.ts';
import type { StopReason } from '../../src/engine/sample.ts';
import { evaluate } from '../../src/group/evaluate.ts';
import type { Evaluation, Group } from '../../src/group/group.ts';
import { outcomeOf } from '../../src/group/outcome.ts';
import type { Outcome } from '../../src/group/outcome.ts';
import { compare } from '../../src/reward/maths/compare.ts';
import { doneGroup } from '../kit/group.ts';

/** What a model wrote: an answer, or a text with the reason why it stopped, and how sure it was. */
export type Text =
  | string
  | { readonly text: string; readonly stop: StopReason; readonly logprob?: number };

export interface Texts {
  /** In order of index; null where none was sampled. */
  readonly rollouts: readonly (Text | null)[];
  /** Absent where no synthesis was made. */
  readonly synthesis?: Text;
  readonly truth?: string;
  /** G; as many as there are rollouts unless given. */
  readonly group?: number;
  readonly equalCompute?: boolean;
  /** By method the index that it chose, or why it chose none. */
  readonly choices?: Readonly<Partial<Record<MethodName, number | NoChoice>>>;
}

/** Evaluates a group of such texts with the real reader and the real comparison. */
export const evaluateTexts = (texts: Texts): Promise<Evaluation> =>
  evaluate(groupOf(texts), compare);

/** The same with what each method comes to. */
export async function outcomeOfTexts(texts: Texts): Promise<Outcome> {
  return outcomeOf({ ...groupOf(texts), evaluation: await evaluateTexts(texts) });
}

function groupOf({
  rollouts,
  synthesis,
  truth,
  group = rollouts.length,
  equalCompute = false,
  choices,
}: Texts): Pick<Group, 'question' | 'recipe' | 'rollouts' | 'synthesis' | 'evidence'> {
  const { recipe } = doneGroup({});
  const record = (text: Text) => {
    const { text: whole, stop, logprob = -0.1 }: Exclude<Text, string> =
      typeof text === 'string' ? { text: `The answer is ${text}.`, stop: 'end' } : text;
    return { text: whole, stop, tokens: 1, promptTokens: 1, logprobs: [logprob], seconds: 0, seed: 0 };
  };
  const plan = { order: [], shortened: [], omitted: [], questionVisible: false, promptTokens: 1 };
  const methods = Object.keys(choices ?? {}) as MethodName[];
  return {
    question: {
      kind: 'verifiable',
      text: 'How many?',
      ...(truth === undefined ? {} : { truth }),
    },
    recipe: {
      ...recipe,
      group,
      equalCompute,
      ...(choices === undefined ? {} : { methods }),
    },
    rollouts: rollouts.flatMap((text, index) =>
      text === null ? [] : [{ index, ...record(text) }],
    ),
    evidence: methods.map((method) => selectionOf(method, choices?.[method] ?? 'unfinished')),
    ...(synthesis === undefined ? {} : { synthesis: { ...record(synthesis), plan } }),
  };
}

export const selectionOf = (method: MethodName, choice: number | NoChoice): Selection => ({
  kind: 'selection',
  method,
  ...(typeof choice === 'number' ? { index: choice } : { index: null, reason: choice }),
  scores: [],
  calls: [],
  scoredTokens: 0,
  seconds: 0,
});
