/** What the formats of training rows have in common: prompt, reference, rewards and where a row comes from. */
import { candidatesOf } from '../baseline/candidates.ts';
import { rubricOf } from '../group/evidence.ts';
import { solveMessages } from '../rollout/prompt.ts';
import { decimal } from './json-line.ts';
import type { Cell, Row } from './json-line.ts';
import type { DoneGroup } from './recorded.ts';

/**
 * Why a group gives no row. `unfinished`: it is not done. `no-reference`: its synthesis has no answer
 * (was cut off, or is empty), and every reward against it is 0. `not-judged`: an open question without
 * rewards. `no-difference`: no two complete answers of different rewards. `no-answer`: no rollout is
 * complete. `no-truth`: no known answer to measure against.
 */
export type NoRow =
  'unfinished' | 'no-reference' | 'not-judged' | 'no-difference' | 'no-answer' | 'no-truth';

/** The rows of one group; returns why where there are none. */
export type Rows = Generator<Row, NoRow | null, undefined>;

/** `text`: prompts and answers as strings; `conversation`: as lists of messages with a role. */
export type Form = 'text' | 'conversation';

/** What the policy was asked, as its recipe's own prompt; no chat template is applied to it. */
export function promptText({ recipe, question }: DoneGroup): string {
  const { policy, prompts } = recipe;
  return solveMessages(policy.chat, prompts.solve, question.text)
    .map(({ content }) => content)
    .join('\n\n');
}

export const promptCell = (text: string, form: Form): Cell => said('user', text, form);
export const answerCell = (text: string, form: Form): Cell => said('assistant', text, form);

const said = (role: 'user' | 'assistant', content: string, form: Form): Cell =>
  form === 'text' ? content : [{ role, content }];

export interface Reference {
  /** The synthesis in full. */
  readonly text: string;
  /** Its final answer; all of it where the question is open. Never empty: two empty ones would be equal. */
  readonly answer: string;
}

/** Null where answers cannot be held against it. */
export function referenceOf({ question, synthesis, evaluation }: DoneGroup): Reference | null {
  const { text, stop } = synthesis;
  if (stop !== 'end' || text.trim() === '') return null;
  if (question.kind === 'open') return { text, answer: text };
  const reading = evaluation.synthesis;
  return reading.kind === 'absent' ? null : { text, answer: reading.raw };
}

/** By rollout index, G of them, 0 to 1; null where an open question's rollout was not judged. */
export function rewardsOf({ question, evaluation }: DoneGroup): readonly (number | null)[] {
  const { rewards, rubric } = evaluation;
  if (question.kind === 'verifiable') return rewards;
  return rubric?.rewards ?? rewards.map(() => null);
}

export interface Answer {
  readonly index: number;
  readonly text: string;
  readonly reward: number;
}

/**
 * The rollouts that may stand in a row as an answer, in order: those of the G that their model ended
 * by itself, with a text and a reward. Trainers put an end behind each answer, and one that was cut off
 * had none.
 */
export function answersOf(group: DoneGroup): Answer[] {
  const rewards = rewardsOf(group);
  return candidatesOf(group.rollouts, group.recipe.group).flatMap(({ index, text }) => {
    const reward = rewards[index] ?? null;
    return reward === null ? [] : [{ index, text, reward }];
  });
}

/**
 * The criteria that the reward was the fraction of, as a text of JSON: a list of `text` and `weight`,
 * empty where the question has a final answer. A column that is a list here and missing there has no type
 * for those who read a large file part by part.
 */
function criteriaText({ evidence }: DoneGroup): string {
  const criteria = (rubricOf(evidence)?.criteria ?? [])
    .filter(({ source, weight, off }) => source !== 'given' && weight > 0 && off !== true)
    .map(({ text, weight }) => ({ text, weight }));
  return JSON.stringify(criteria);
}

/** In place of a known answer where none is known: not null for the same reason, and equal to no answer. */
const UNKNOWN = '[unknown]';

const truthOf = ({ question }: DoneGroup): string =>
  question.kind === 'verifiable' ? (question.truth ?? UNKNOWN) : UNKNOWN;

/** Whether some rollout has a reward: all of a verifiable question have, of an open one those judged. */
export const isRewarded = (group: DoneGroup): boolean =>
  rewardsOf(group).some((reward) => reward !== null);

/**
 * Where a row comes from. The reference behind it was written once, from rollouts of the policy as it
 * was then; the paper's training writes a new one from the current policy's rollouts at every step.
 */
export const provenance = ({ id, recipe, recipeHash }: DoneGroup): Row => ({
  reference_is_fixed: true,
  group_id: id,
  recipe_hash: recipeHash,
  policy: recipe.policy.model,
  anchor: recipe.anchor.model,
});

/** What a reward function compares with, and the columns that every format hands it. */
export interface RewardMaterial {
  readonly reference: Reference;
  readonly columns: Row;
}

/** Or why there is nothing that a reward could compare with. */
export function rewardMaterial(group: DoneGroup): RewardMaterial | NoRow {
  const reference = referenceOf(group);
  if (reference === null) return 'no-reference';
  if (!isRewarded(group)) return 'not-judged';
  const columns = {
    criteria: criteriaText(group),
    truth: truthOf(group),
    recorded_rewards: rewardsOf(group).map(decimal),
    ...provenance(group),
  };
  return { reference, columns };
}
