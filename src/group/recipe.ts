/**
 * Everything that decides a group's content. Groups of one recipe hash and one question hash have the
 * same work behind their texts: the second is answered from the store, or goes on from the first where
 * it asks for more methods.
 */
import { canonicalJson, sha256 } from '../base/hash.ts';
import type { RecipeHash } from '../base/id.ts';
import { without } from '../base/without.ts';
import { METHOD_PROMPT_NAMES } from '../baseline/prompt.ts';
import type { MethodPrompt } from '../baseline/prompt.ts';
import type { MethodName } from '../baseline/selection.ts';
import type { EngineId } from '../engine/model.ts';
import type { Sampling } from '../engine/sample.ts';
import type { Question } from '../question/question.ts';

/**
 * A model in a role. Policy, anchor and judge are three roles even while one model plays them. The device
 * that computes is no part of it: see docs/decisions/0012.
 */
export interface Role {
  readonly engine: EngineId;
  readonly model: string;
  /** SHA-256 of the weights. */
  readonly revision: string;
  readonly chat: 'nano' | 'general';
}

/** The same weights on the same engine: what one says the other would. */
export const isSameRole = (a: Role, b: Role): boolean =>
  a.engine === b.engine && a.model === b.model && a.revision === b.revision;

export interface Judging {
  /** How often each pair of rollout and criterion is judged: 1 to 5. */
  readonly repeats: number;
  /** Judge in a random order of criteria, the answer before and after the criterion in turn. */
  readonly permute: boolean;
}

/** G at most. */
export const MOST_ROLLOUTS = 32;

export type AssessPrompt = MethodPrompt | 'propose' | 'verdict' | 'verdictAnswerFirst';

export interface Recipe {
  /** Raised when the meaning of a recipe changes; older groups then are never served as cached. */
  readonly version: 1;
  readonly policy: Role;
  readonly anchor: Role;
  readonly judge: Role;
  /** Prompt templates, with the places `{question}` and `{rollouts}`. */
  readonly prompts: { readonly solve: string; readonly synthesise: string; readonly synthesiseWithQuestion: string };
  readonly sampling: Sampling;
  readonly synthesisSampling: Sampling;
  /** G, 1 to 32. */
  readonly group: number;
  readonly seed: number;
  readonly questionVisible: boolean;
  /** Methods that choose among the rollouts, in this order; absent where none was asked for. */
  readonly methods?: readonly MethodName[];
  /**
   * Sizes of smaller groups out of the same rollouts that a synthesis is written of too, rising, each 1
   * to G; absent where none was asked for, and of open questions. Without a known answer none is written.
   */
  readonly smallerGroups?: readonly number[];
  /** How many such groups of each size, 1 to 32; there with `smallerGroups`. */
  readonly smallerSubsets?: number;
  /** How an open question is judged; absent where the question has a final answer. */
  readonly judging?: Judging;
  /** Prompts of what is asked beyond the synthesis: only those in use. */
  readonly assessPrompts?: Readonly<Partial<Record<AssessPrompt, string>>>;
  /** Sample one more rollout than G, so that voting can be compared at equal compute (G + 1 calls). */
  readonly equalCompute: boolean;
}

/**
 * What decides the texts, in a canonical form: all but the methods, their prompts and smaller groups, which
 * read the texts and change none of them.
 */
export function decisiveOf(recipe: Recipe): string {
  const { assessPrompts = {}, ...rest } = without(recipe, 'methods', 'smallerGroups', 'smallerSubsets');
  const others = without(assessPrompts, ...METHOD_PROMPT_NAMES);
  return canonicalJson(Object.keys(others).length === 0 ? rest : { ...rest, assessPrompts: others });
}

export const hashRecipe = async (recipe: Recipe): Promise<RecipeHash> =>
  (await sha256(decisiveOf(recipe))) as RecipeHash;

/** Rollouts that a finished group of this recipe has. */
export const rolloutCount = (recipe: Pick<Recipe, 'group' | 'equalCompute'>): number =>
  recipe.group + (recipe.equalCompute ? 1 : 0);

/** The kind of question that a recipe is for. */
export const regimeOf = ({ judging }: Pick<Recipe, 'judging'>): Question['kind'] =>
  judging === undefined ? 'verifiable' : 'open';
