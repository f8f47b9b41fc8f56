import type { Fault } from '../base/fault.ts';
import type { Vote } from '../baseline/majority.ts';
import type { MethodName } from '../baseline/selection.ts';
import type { GroupId, QuestionHash, RecipeHash, RunId } from '../base/id.ts';
import type { Question } from '../question/question.ts';
import type { Equality, Reading } from '../reward/maths/reading.ts';
import type { RubricScores } from '../reward/rubric/score.ts';
import type { Rollout } from '../rollout/rollout.ts';
import type { Synthesis } from '../synthesis/synthesis.ts';
import type { Evidence } from './evidence.ts';
import type { Recipe } from './recipe.ts';
import type { SubGroup } from './smaller.ts';

export type { Vote };

export type Choices = Readonly<Partial<Record<MethodName, number | null>>>;

/** One question with its rollouts, synthesis, rewards and baselines, as it is stored. Plain data. */
export interface Group {
  readonly id: GroupId;
  /** The run (a single ask, or an experiment) that the group belongs to. */
  readonly runId: RunId;
  readonly recipe: Recipe;
  readonly recipeHash: RecipeHash;
  readonly question: Question;
  readonly questionHash: QuestionHash;
  /** Milliseconds since 1970, UTC. */
  readonly createdAt: number;
  readonly status: 'running' | 'done' | 'stopped' | 'failed';
  /** In order of index; a rollout is here once it has ended. */
  readonly rollouts: readonly Rollout[];
  readonly synthesis?: Synthesis;
  /** What models were asked beyond that; in no order that means anything. */
  readonly evidence: readonly Evidence[];
  readonly evaluation?: Evaluation;
  readonly faults: readonly Fault[];
}

/** What follows from the texts alone, so it can be made again from them at any time. */
export interface Evaluation {
  /** By rollout index, G of them. A cut-off or failed rollout reads as `absent`. */
  readonly readings: readonly Reading[];
  readonly synthesis: Reading;
  /** Cluster number by rollout index; rollouts of equal answers share one; null where absent. */
  readonly clusters: readonly (number | null)[];
  /**
   * Verifiable: 1 if the rollout's reading equals the synthesis's, else 0 (paper, section on
   * verifiable rewards). Open: the fraction of criteria met, 0 where the rollout was not judged.
   */
  readonly rewards: readonly number[];
  /**
   * Null where an open question's rollout was not judged; in groups that were evaluated before such were left
   * out, that of a reward of 0.
   */
  readonly advantages: readonly (number | null)[];
  /** The most frequent answer, ties to the first seen; null where no rollout has an answer. */
  readonly majority: Vote | null;
  /** The same over G + 1 rollouts; null unless the recipe asks for it. */
  readonly majorityEqualCompute: Vote | null;
  /** Whether the synthesis's answer is another one than the majority's. */
  readonly disagrees: boolean;
  /** The rollout that each method of the recipe chose, null where it chose none; absent without methods. */
  readonly choices?: Choices;
  /** Of an open question, once it has a rubric; its readings are then all `absent`. */
  readonly rubric?: RubricScores;
  /** What the syntheses of smaller groups answer; absent without any. */
  readonly smaller?: readonly SmallerReading[];
  /** Only where the truth is known. */
  readonly truth?: {
    readonly rollouts: readonly Equality[];
    readonly majority: Equality;
    readonly majorityEqualCompute: Equality | null;
    readonly synthesis: Equality;
    /** Any rollout right: the ceiling of selection. */
    readonly oracle: boolean;
  };
}

export interface SmallerReading extends SubGroup {
  /** As of a synthesis: `absent` of one that did not end by itself. */
  readonly reading: Reading;
  /** Only where the truth is known. */
  readonly truth?: Equality;
}
