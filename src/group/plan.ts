/** What an experiment set out to do, and how far it came: records of their own, beside its groups. */
import type { Fault } from '../base/fault.ts';
import type { GroupId, RunId } from '../base/id.ts';
import type { Question } from '../question/question.ts';
import type { SetItem } from '../question/set/item.ts';
import type { Outcome } from './outcome.ts';
import type { Recipe } from './recipe.ts';

/**
 * Written before the first question is asked. It holds the recipes themselves, with every default
 * written out, so that a run goes on under a later version of the page as it began.
 */
export interface Plan {
  readonly runId: RunId;
  /** Of the question set that the items were taken from. */
  readonly set: string;
  readonly items: readonly SetItem[];
  /** One for each kind of question among the items. */
  readonly recipes: Readonly<Partial<Record<Question['kind'], Recipe>>>;
}

/** A question of a run that is done, written as its group ends. */
export interface Entry {
  readonly runId: RunId;
  /** The item's place in the plan. */
  readonly index: number;
  /** The group may belong to an earlier run, which had the same work. */
  readonly groupId: GroupId;
  /** Of the group as it is now: it follows where the group is judged or amended later. */
  readonly outcome: Outcome;
}

/**
 * A question of a run that ended without an outcome: it does not fit the model, or its group failed.
 * Stops and dead engines leave none, since going on may do better. Tried again when the run goes on.
 */
export interface Missed {
  readonly runId: RunId;
  readonly index: number;
  /** Why. */
  readonly fault: Fault;
}
